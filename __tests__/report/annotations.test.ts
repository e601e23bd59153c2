import { describe, expect, test } from '@jest/globals';
import { selectAnnotations } from '../../src/report/annotations.ts';
import { comparedVerdict } from '../support/judged-verdicts.ts';
import {
  advisoryFinding,
  errorVerdict,
  failSubject,
  failVerdict,
  manyFindings,
  passVerdict,
  ruleFinding,
  verdictOf,
} from '../support/verdicts.ts';

const atLines = (count: number, status: 'fail' | 'below-threshold') =>
  Array.from({ length: count }, (_, index) =>
    ruleFinding({ status, location: { file: 'Dockerfile', startLine: index + 1, endLine: index + 1 } }),
  );

describe('selectAnnotations', () => {
  test('nothing to say of a pass without findings', () => {
    expect(selectAnnotations(passVerdict)).toEqual([]);
  });

  test('one annotation a line, gating ones first and worst first', () => {
    const places = selectAnnotations(failVerdict).map(({ level, file, startLine }) => [level, file, startLine]);
    expect(places).toEqual([
      ['error', 'servers/notes/package-lock.json', 212],
      ['error', 'servers/notes/Dockerfile', 6],
      ['error', 'servers/notes/Dockerfile', 1],
      ['error', 'servers/notes/Dockerfile', 14],
      ['notice', 'servers/notes/Dockerfile', 14],
      ['notice', 'servers/notes/Dockerfile', 1],
    ]);
  });

  test('what is waived is never annotated, what starts to fail is', () => {
    const messages = selectAnnotations(comparedVerdict).map(({ title, message }) => `${title} ${message}`);
    expect(messages.join('\n')).not.toMatch(/CVE-2024-58251|netstat/u);
    expect(messages.join('\n')).toMatch(/CVE-2026-2222/u);
    const onlyWaived = comparedVerdict.subjects.map((subject) => ({
      ...subject,
      findings: subject.findings.filter(({ waiver }) => waiver !== null),
    }));
    expect(selectAnnotations(verdictOf(onlyWaived))).toEqual([]);
  });

  test('a single finding says what and how to fix it', () => {
    expect(selectAnnotations(failVerdict)[1]).toEqual({
      level: 'error',
      title: 'secret-in-env (critical) in notes',
      message:
        'ENV API_TOKEN holds what looks like a GitHub token; everyone who can pull the image can read it.\n' +
        'Revoke the token, remove the ENV and pass it when the container starts.',
      file: 'servers/notes/Dockerfile',
      startLine: 6,
      endLine: 6,
    });
  });

  test('a line with thousands of findings counts them and names the worst', () => {
    const [first, ...rest] = selectAnnotations(verdictOf([manyFindings(5_000)]));
    expect(first?.title).toBe('1000 critical, 1000 high in many');
    expect(first?.message).toMatch(/^CVE-2026-\d+ \(critical\): package-\d+ 1\.\d+ → 1\.\d+\n/);
    expect(first?.message).toMatch(/and 1997 other findings$/);
    expect(rest).toHaveLength(1);
  });

  test('what could not be verified comes first, without a made-up line', () => {
    const [first] = selectAnnotations(errorVerdict);
    expect(first).toMatchObject({ level: 'error', title: 'Wrong input for search', file: null, startLine: null });
    expect(first?.message).toContain('Build it first with `load: true`');
  });

  test('nine errors at most, as the failed step takes the tenth, and ten in all', () => {
    const many = { ...failSubject, findings: [...atLines(30, 'below-threshold'), ...atLines(30, 'fail')] };
    const levels = selectAnnotations(verdictOf([many])).map(({ level }) => level);
    expect(levels).toEqual([...Array.from({ length: 9 }, () => 'error'), 'warning']);
  });

  test('what does not gate says why', () => {
    const unfixed = {
      ...failSubject,
      findings: [advisoryFinding({ status: 'unfixed', reason: 'No version fixes it yet' })],
    };
    const [first] = selectAnnotations(verdictOf([unfixed]));
    expect(first?.level).toBe('warning');
    expect(first?.message).toMatch(/\nDoes not gate: No version fixes it yet$/);
  });
});
