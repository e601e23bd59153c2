import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { NO_FACTS } from '../../src/fix/fixer.ts';
import { editsFor, Proposals } from '../../src/fix/proposals.ts';
import { applyEdits, withoutOverlaps } from '../../src/fix/source/apply-edits.ts';
import { SourceText } from '../../src/fix/source/source-text.ts';
import { withEdits } from '../../src/fix/with-edits.ts';
import { faultsOf } from '../../src/policy/faults.ts';
import { checkRules } from '../../src/rules/check.ts';
import { dockerfile, evidence } from '../support/evidence.ts';

const OPTIONS = { profile: 'strict', transport: 'auto', allowedBases: [], allowedPorts: null } as const;
const SUBJECT = { name: 'time', image: null, dockerfile: 'Dockerfile', platform: null };

function faults(text: string) {
  const parts = evidence({ dockerfile: dockerfile(text) });
  const checks = checkRules(parts, OPTIONS);
  const context = { aliases: new Map(), named: null, lockFiles: new Map() };
  return { checks, found: faultsOf(SUBJECT, parts, checks, context) };
}

function edited(text: string, source = text) {
  const { checks, found } = faults(text);
  const now = withEdits(found, checks, dockerfile(text), source);
  expect(now.map((fault) => ({ ...fault, edits: [] }))).toEqual(found.map((fault) => ({ ...fault, edits: [] })));
  return now.filter(({ edits }) => edits.length > 0);
}

describe('withEdits', () => {
  test('gives each finding the edits that fix it', () => {
    const text = 'FROM scratch\nRUN pip install a>=1 \\\n  b<2\nCMD x\nCMD node s.js\n';
    const found = edited(text).map(({ id, edits }) => [id, applyEdits(text, edits)]);
    expect(Object.fromEntries(found)).toEqual({
      'run-unquoted-redirect': text.replace('a>=1', "'a>=1'").replace('b<2', "'b<2'"),
      'duplicate-instruction': text.replace('CMD x\n', ''),
      'entrypoint-exec-form': text.replace('node s.js', '["node", "s.js"]'),
    });
  });

  test('places are counted as SARIF counts them', () => {
    const [fault] = edited('\uFEFFFROM scratch\r\n  CMD node s.js\r\n');
    expect(fault?.edits).toEqual([
      { file: 'Dockerfile', startLine: 2, startColumn: 7, endLine: 2, endColumn: 11, text: '["node",' },
      { file: 'Dockerfile', startLine: 2, startColumn: 12, endLine: 2, endColumn: 16, text: '"s.js"]' },
    ]);
  });

  test('the same finding twice in one RUN gets its edits once each', () => {
    const text = 'FROM scratch\nRUN pip install a>=1\nRUN pip install a>=1\nENTRYPOINT ["/s"]\n';
    expect(edited(text).map(({ edits }) => edits.map(({ startLine }) => startLine))).toEqual([[2], [3]]);
  });

  test('unsafe edits are not among them', () => {
    const text = 'FROM scratch\nCOPY s /s\nENTRYPOINT ["/s"]\n';
    expect(faults(text).found.map(({ id }) => id)).toContain('user-non-root');
    expect(edited(text)).toEqual([]);
  });

  test('a text that is not the one that was judged gets none', () => {
    const text = 'FROM scratch\nCMD node s.js\n';
    expect(edited(text)).toHaveLength(1);
    expect(edited(text, '# moved\nFROM scratch\nCMD node s.js\n')).toEqual([]);
    expect(edited(text, 'RUNN\n')).toEqual([]);
  });

  test('without a failed check nothing is read', () => {
    const { checks, found } = faults('FROM scratch\nUSER 1\nENTRYPOINT ["/s"]\n');
    expect(withEdits(found, checks, dockerfile('FROM scratch\n'), 'no Dockerfile')).toBe(found);
  });

  test('editsFor has those of a whole check', () => {
    const text = 'FROM scratch\nRUN pip install a>=1\nRUN pip install b>=1\nCMD ["x"]\n';
    const check = faults(text).checks.find(({ rule }) => rule === 'run-unquoted-redirect');
    if (check === undefined) throw new Error('the rule is gone');
    expect(editsFor(check, new Proposals(dockerfile(text), text, NO_FACTS))).toHaveLength(2);
  });

  test('hostile files cost no more than others', () => {
    const line = `RUN pip install ${'a>=1 '.repeat(2000)}\n`;
    const text = `FROM scratch\n${line.repeat(150)}CMD ["x"]\n`;
    const { checks, found } = faults(text);
    const evidenceOf = dockerfile(text);
    const started = performance.now();
    const fixable = withEdits(found, checks, evidenceOf, text).filter(({ edits }) => edits.length > 0);
    expect(performance.now() - started).toBeLessThan(30_000);
    expect(fixable.length).toBeLessThan(150);
  }, 60_000);
});

describe('edits', () => {
  const source = '\uFEFFone\ntwo\r\nthree';
  const text = new SourceText(source);

  test('any part that is cut out and put back gives the text again', () => {
    fc.assert(
      fc.property(fc.nat(text.text.length), fc.nat(text.text.length), (a, b) => {
        const span = { start: Math.min(a, b), end: Math.max(a, b) };
        const edit = text.edit('f', span, text.text.slice(span.start, span.end));
        expect(text.span(edit)).toEqual(span);
        expect(applyEdits(source, [edit])).toBe(source);
      }),
    );
  });

  test('in any order', () => {
    const edits = [text.edit('f', { start: 10, end: 14 }, 'X'), text.edit('f', { start: 0, end: 0 }, '>')];
    expect(applyEdits(source, edits)).toBe('\uFEFF>one\ntwo\r\ntX');
  });

  test('overlapping ones are refused, and kept apart before', () => {
    const [a, b, c] = [
      text.edit('f', { start: 0, end: 3 }, 'a'),
      text.edit('f', { start: 2, end: 5 }, 'b'),
      text.edit('f', { start: 3, end: 3 }, 'c'),
    ];
    expect(() => applyEdits(source, [a, b])).toThrow(RangeError);
    const { kept, edits } = withoutOverlaps(source, [{ edits: [a] }, { edits: [b] }, { edits: [c] }, { edits: [a] }]);
    expect(kept).toHaveLength(3);
    expect(applyEdits(source, edits)).toBe('\uFEFFac\ntwo\r\nthree');
  });
});
