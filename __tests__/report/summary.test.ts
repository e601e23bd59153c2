import { describe, expect, test } from '@jest/globals';
import type { Finding } from '../../src/model/finding.ts';
import { byteLength } from '../../src/report/summary/budget.ts';
import { renderSummary } from '../../src/report/summary.ts';
import type { ToolFacts } from '../../src/report/tool-facts.ts';
import { comparedSubject, comparedVerdict, uncomparedVerdict } from '../support/judged-verdicts.ts';
import {
  advisoryFinding,
  brokenVerdict,
  errorVerdict,
  failVerdict,
  hostileSubject,
  manyFindings,
  passVerdict,
  verdictOf,
} from '../support/verdicts.ts';

const tool: ToolFacts = { name: 'image-gate', version: '0.1.0', informationUri: 'https://example.com/image-gate' };
const LIMIT = 1_000_000;
const render = (verdict: typeof passVerdict, limitBytes = LIMIT): string =>
  renderSummary(verdict, tool, { limitBytes });
const lineWith = (text: string, part: string): string => text.split('\n').find((line) => line.includes(part)) ?? '';

describe('a summary of what was compared', () => {
  test('says with what, and what came of it, before all else', () => {
    expect(render(comparedVerdict).split('\n').slice(0, 3)).toEqual([
      '## ❌ Image gate: fail, 2 findings fail the gate in 1 subject (1 critical, 1 high)',
      '',
      'Compared with commit 1a2b3c4 of main: 2 new, 1 fixed and 3 unchanged. Unchanged findings do not fail the gate.',
    ]);
  });

  test('or why there was nothing to compare with', () => {
    expect(render(uncomparedVerdict).split('\n')[2]).toBe('There is no baseline: no run of main stored evidence.');
    expect(render({ ...uncomparedVerdict, notices: [] }).split('\n')[2]).toBe('There was nothing to compare with.');
    expect(render(failVerdict)).not.toMatch(/compare/iu);
  });

  test('a row a subject counts what is new, fixed, in grace and waived', () => {
    const text = render(comparedVerdict);
    expect(lineWith(text, '| Subject | Verdict |')).toContain(
      '| Fail the gate | New | Fixed | Starting to fail | Waived |',
    );
    expect(lineWith(text, '| **notes**')).toContain('| ❌ fail | 2 | 2 | 1 | 2 | 1 |');
  });

  test('what starts to fail, soonest first, after what fails', () => {
    const text = render(comparedVerdict);
    expect(text).toContain('### 2 findings start to fail, the first on `2026-11-30`');
    const order = ['CVE-2026-1111', '### 2 findings start', 'CVE-2026-3333', 'CVE-2026-2222', '### About the policy'];
    const places = order.map((part) => text.lastIndexOf(part));
    expect(places).toEqual(places.toSorted((a, b) => a - b));
  });

  test('what is waived is folded, with who, until when and why; what the change fixes too', () => {
    const text = render(comparedVerdict);
    const folded = [...text.matchAll(/<details>.*?<\/details>/gsu)].map(([part]) => part);
    expect(lineWith(folded.find((part) => part.includes('1 waived finding')) ?? '', 'busybox')).toContain(
      '| until 2026-12-31, by team-notes<br>`.github/image-gate.yml:7-9` | The server never calls netstat. |',
    );
    expect(lineWith(folded.find((part) => part.includes('1 finding fixed')) ?? '', 'libssl3')).toContain(
      'CVE-2023-5363',
    );
  });

  test('the weightiest notices first, each with its line', () => {
    const text = render(comparedVerdict);
    const notes = text.slice(text.indexOf('### About the policy')).split('\n').slice(2, 5);
    expect(notes).toEqual([
      '- **Ignored on this pull request**: `fail-on: critical` would loosen the policy.',
      '- **Expired waiver**: The waiver of CVE-2021-2 ended on 2026-11-01. (`.github/image-gate.yml:7-9`)',
      '- **Unused waiver**: The waiver of CVE-2020-1 matches nothing. (`.github/image-gate.yml:7-9`)',
    ]);
  });

  test('a pass says how many are waived and in grace', () => {
    const findings = comparedSubject.findings.filter(({ status }) => status !== 'fail');
    expect(render(verdictOf([{ ...comparedSubject, verdict: 'pass', findings }])).split('\n')[0]).toBe(
      '## ✅ Image gate: pass, nothing fails the gate in 1 subject; 3 findings do not gate (1 waived, 2 in grace)',
    );
  });
});

describe('the last resort', () => {
  const gating = (findings: readonly Finding[]): string =>
    lineWith(render(verdictOf([{ ...comparedSubject, findings }])), 'image-gate waive');

  test('is to accept a finding for a while, first of all one that no version fixes', () => {
    const unfixed = advisoryFinding({ id: 'CVE-2026-9', severity: 'medium', fixable: false });
    expect(gating([advisoryFinding(), unfixed])).toContain('`image-gate waive CVE-2026-9 --reason TEXT --expires');
    expect(gating([advisoryFinding()])).toContain('`image-gate waive CVE-2023-5363 ');
  });

  test.each([
    ['a credential, which has to be revoked', advisoryFinding({ id: 'github-pat', kind: 'secret' })],
    ['one that an ENV holds', advisoryFinding({ id: 'secret-in-env', kind: 'rule' })],
    ['nothing that fails', advisoryFinding({ status: 'unfixed' })],
  ])('is not offered for %s', (_, finding) => {
    expect(gating([finding])).toBe('');
  });

  test.each(['CVE-1; rm -rf ~', '$(id)', '--help', 'a`b', 'x'.repeat(200)])(
    'never has a shell read the id %j',
    (id) => {
      expect(gating([advisoryFinding({ id })])).toContain('`image-gate waive ID --reason');
    },
  );
});

describe('renderSummary', () => {
  test.each([
    ['pass', passVerdict, '## ✅ Image gate: pass, nothing fails the gate in 1 subject'],
    ['fail', failVerdict, '## ❌ Image gate: fail, 5 findings fail the gate in 1 subject (2 critical, 3 high)'],
    [
      'error',
      errorVerdict,
      '## ⚠️ Image gate: error, wrong input for 1 of 3 subjects; 6 findings fail the gate in 2 subjects (2 critical, 4 high)',
    ],
    ['error without a subject', brokenVerdict, '## ⚠️ Image gate: error, could not verify the run'],
  ])('%s: verdict and reason in the first line', (_, verdict, first) => {
    expect(render(verdict).split('\n')[0]).toBe(first);
  });

  test('what to do next comes right after it', () => {
    expect(render(failVerdict).split('\n').slice(2, 5)).toEqual([
      '**What to do next**',
      '',
      '1. `servers/notes/package-lock.json:212-221`: Upgrade form-data to 4.0.4 in servers/notes/package-lock.json.',
    ]);
    expect(render(passVerdict)).toContain('Nothing has to be done.');
  });

  test('what one base brings is one step', () => {
    const text = render(verdictOf([{ ...manyFindings(0), findings: ['libssl3', 'zlib'].map(ofBase) }]));
    expect(text).toContain('Take a newer base image: 2 findings come with this one (`libssl3`, `zlib`).');
    expect(text).not.toContain('2. `');
    const [fixable, unfixed] = ['libssl3', 'zlib'].map(ofBase);
    if (fixable === undefined || unfixed === undefined) throw new Error('there are two');
    expect(render(verdictOf([{ ...manyFindings(0), findings: [fixable, { ...unfixed, fixable: false }] }]))).toContain(
      'come with this one (`libssl3`, `zlib`), 1 of them without a fix yet.',
    );
  });

  test('problems stand before everything that was found', () => {
    const text = render(errorVerdict);
    expect(lineWith(text, '- **search**')).toContain('*What to do:* Build it first with `load: true`');
    expect(text.indexOf('Wrong input')).toBeLessThan(text.indexOf('| Subject | Verdict |'));
  });

  test('a row a subject: verdict, gating findings, counts by severity, system', () => {
    expect(lineWith(render(failVerdict), '| **notes**')).toBe(
      '| **notes**<br>`ghcr.io/acme/mcp-notes:ci linux/amd64` | ❌ fail | 5 | 2 | 3 | 1 | 1 | · | alpine 3.18.4, **end of life**, 15 OS and 142 language packages |',
    );
  });

  test('a failing finding: id, package, versions, origin, line', () => {
    expect(lineWith(render(failVerdict), '`libssl3`<br>')).toBe(
      '| **high** | [`CVE-2023-5363`](https://avd.aquasec.com/nvd/cve-2023-5363) openssl: Incorrect cipher key and IV length processing | `libssl3`<br>`3.1.3-r0 → 3.1.4-r0` | base | `servers/notes/Dockerfile:1` |',
    );
  });

  test('lines are links where the repository has an address', () => {
    const fileBaseUrl = 'https://github.com/acme/servers/blob/0123abc/';
    const text = renderSummary(failVerdict, tool, { limitBytes: LIMIT, fileBaseUrl });
    expect(lineWith(text, '`libssl3`<br>')).toContain(
      '[`servers/notes/Dockerfile:1`](https://github.com/acme/servers/blob/0123abc/servers/notes/Dockerfile#L1)',
    );
  });

  test('what does not gate and what passed is folded; what is not known is not', () => {
    const text = render(failVerdict);
    const folded = [...text.matchAll(/<details>.*?<\/details>/gsu)].map(([part]) => part).join('\n');
    expect(folded).toContain('busybox');
    expect(folded).toContain('`base-allowed` Only approved base images | ✅ pass |');
    expect(folded).not.toContain('expose-policy');
    expect(lineWith(text, 'expose-policy')).toContain('which has no value here.');
  });

  test('says which scanner and which database it was, or that there was none', () => {
    expect(render(failVerdict)).toMatch(
      /Trivy 0\.74\.0 from .*advisory database of `2026-11-22T18:31:07Z` from `mirror\.gcr\.io/u,
    );
    expect(render(brokenVerdict)).toContain('Trivy was not run');
    const scanner = { version: '0.74.0', source: 'tool cache', sha256: '0'.repeat(64) };
    expect(render({ ...passVerdict, scanner: { ...scanner, database: null } })).toContain('no advisory database');
    const undated = { updatedAt: null, source: 'a mirror' };
    expect(render({ ...passVerdict, scanner: { ...scanner, database: undated } })).toContain(
      'database of unknown date from `a mirror`',
    );
  });

  test('stays below the limit with thousands of findings: rows go, with their number', () => {
    const text = render(verdictOf([manyFindings(20_000)]), 200_000);
    expect(byteLength(text)).toBeLessThan(200_000);
    expect(byteLength(text)).toBeGreaterThan(190_000);
    const rows = text
      .split('\n')
      .filter((line) => line.startsWith('| **critical** |') || line.startsWith('| **high** |'));
    const [, left] = /^… (\d+) more failing findings in report\.json$/mu.exec(text) ?? [];
    expect(rows.length + Number(left)).toBe(8_000);
    expect(text).toMatch(/<sub>image-gate 0\.1\.0 .*<\/sub>\n$/u);
  });

  test.each([0, 1, 300, 1_000, 2_000, 5_000])('a limit of %d bytes is kept', (limit) => {
    expect(byteLength(render(errorVerdict, limit))).toBeLessThan(Math.max(limit, 1));
  });

  test('text of an image stays text', () => {
    const text = render(verdictOf([hostileSubject]));
    const tags = new Set([...text.matchAll(/<\/?[a-z!-]*/giu)].map(([tag]) => tag));
    const code = ['<code', '</code'];
    const ours = ['<details', '</details', '<summary', '</summary', '<sub', '</sub', '<br', ...code];
    // Within a code span the brackets of a tag mean nothing.
    expect([...tags].filter((tag) => !ours.includes(tag) && text.replace(/`[^`\n]*`/gu, '').includes(tag))).toEqual([]);
    const outside = text.replace(/`[^`\n]*`/gu, '').replace(/\]\([^)]*\)/gu, '');
    expect(outside).not.toMatch(/@[a-z]|:\/\/|\[click|#123|##\[/u);
    expect(text).not.toMatch(/[\p{Cf}]|##\[/u);
    for (const line of text.split('\n')) expect(line.trimStart().startsWith('::')).toBe(false);
  });

  test('every row of a table has the cells of its head', () => {
    const text = render(verdictOf([hostileSubject]));
    const tables = text.split(/\n\n/u).map((part) => part.split('\n').filter((line) => line.startsWith('|')));
    for (const [head = '', ...rows] of tables.filter((lines) => lines.length > 0)) {
      for (const row of rows) expect(row.split('|')).toHaveLength(head.split('|').length);
    }
  });
});

function ofBase(name: string): Finding {
  const finding = advisoryFinding({ origin: 'base' });
  return { ...finding, fingerprint: name, image: finding.image === null ? null : { ...finding.image, package: name } };
}

describe('checks without an answer', () => {
  const [subject] = failVerdict.subjects;
  if (subject === undefined) throw new Error('no subject');
  const unknown = (rule: string, reason: string) => ({
    rule,
    title: `The title of ${rule}`,
    severity: 'high' as const,
    answer: 'unknown' as const,
    reason,
    violations: [],
  });
  const sectionOf = (checks: readonly ReturnType<typeof unknown>[]): string =>
    /[^\n]*without an answer[\s\S]*?(?=\n(?:###|<details>|<sub>))/u.exec(
      render({ ...failVerdict, subjects: [{ ...subject, findings: [], checks }] }),
    )?.[0] ?? '';

  test('of one reason stand in one row, a single one with its title', () => {
    const text = sectionOf([
      unknown('a', 'Only the image.'),
      unknown('b', 'Nothing tells.'),
      unknown('c', 'Only the image.'),
    ]);
    expect(text).toMatch(/^### 3 checks without an answer\n/u);
    expect(text).toMatch(/\| `a`, `c` \| Only the image\. \|\n\| [^|]+ \| `b` The title of b \| Nothing tells\. \|/u);
  });

  test('are folded when they are many', () => {
    const many = Array.from({ length: 9 }, (_, index) => unknown(`r${index}`, `Reason ${index}.`));
    expect(sectionOf(many)).toMatch(
      /^<details><summary>9 checks without an answer<\/summary>\n[\s\S]*<\/details>\n?$/u,
    );
  });
});
