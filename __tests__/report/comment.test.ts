import { describe, expect, test } from '@jest/globals';
import type { Verdict } from '../../src/model/verdict.ts';
import { renderComment } from '../../src/report/comment.ts';
import { byteLength } from '../../src/report/summary/budget.ts';
import type { ToolFacts } from '../../src/report/tool-facts.ts';
import { comparedSubject, comparedVerdict } from '../support/judged-verdicts.ts';
import {
  advisoryFinding,
  errorVerdict,
  failSubject,
  failVerdict,
  HOSTILE,
  hostileSubject,
  manyFindings,
  passSubject,
  passVerdict,
  verdictOf,
} from '../support/verdicts.ts';

const tool: ToolFacts = { name: 'image-gate', version: '0.1.0', informationUri: 'https://example.com/image-gate' };
const options = { category: 'image-gate', detailsUrl: 'https://github.com/acme/mcp/pull/7/checks' };
const render = (verdict: Verdict, category = 'image-gate') => renderComment(verdict, tool, { ...options, category });

describe('renderComment', () => {
  test('says the verdict, the reason and what to do first', () => {
    const { marker, body } = render(failVerdict);
    expect(body.split('\n').slice(0, 6)).toEqual([
      marker,
      '## ❌ Image gate: fail, 5 findings fail the gate in 1 subject (2 critical, 3 high)',
      '',
      '**What to do next**',
      '',
      '1. `servers/notes/package-lock.json:212-221`: Upgrade form-data to 4.0.4 in servers/notes/package-lock.json.',
    ]);
    expect(body).toContain('`libssl3`<br>`3.1.3-r0 → 3.1.4-r0`');
    expect(body).toContain('[All findings: job summary](https://github.com/acme/mcp/pull/7/checks)');
  });

  test('what does not gate stays in the summary', () => {
    expect(render(failVerdict).body).not.toContain('busybox');
    expect(render(errorVerdict).body).toContain('Wrong input');
  });

  test('another time, database or place in the list changes nothing', () => {
    const again = verdictOf([passSubject, failSubject], { startedAt: '2027-01-01T00:00:00Z' });
    expect(render(again).body).toBe(render(failVerdict).body);
  });

  test('its marker is invisible, and says nothing but who it is', () => {
    expect(render(verdictOf([hostileSubject])).marker).toMatch(/^<!-- image-gate-comment [0-9a-f]{32} -->$/);
  });

  test.each([
    ['another verdict on the same images', render(verdictOf([passSubject, manyFindings(3)])), false],
    ['other images', render(passVerdict), false],
    ['another category', render(failVerdict, 'nightly'), false],
    ['the same in another order', render(verdictOf([failSubject, passSubject])), true],
    ['the same with other findings', render(verdictOf([passSubject, { ...failSubject, findings: [] }])), true],
  ])('%s: the same comment or another one', (_, { marker }, isSame) => {
    expect(marker === render(failVerdict).marker).toBe(isSame);
  });

  test.each([
    ['30,000 findings', verdictOf([manyFindings(30_000)])],
    ['letters that are long in UTF-8', verdictOf([{ ...manyFindings(2_000), findings: wide() }])],
    ['500 subjects', verdictOf(Array.from({ length: 500 }, () => hostileSubject))],
    ['notices and waivers', manyWords(2_000)],
  ])('stays below the limit of GitHub in every way of counting: %s', (_, verdict) => {
    const { body } = render(verdict);
    expect([...body].length).toBeLessThan(65_536);
    expect(body.length).toBeLessThan(65_536);
    expect(byteLength(body)).toBeLessThan(65_536);
    expect(byteLength(body)).toBeGreaterThan(40_000);
    expect(body).toMatch(/… \d+ more/u);
    expect(body.trimEnd().endsWith('</sub>')).toBe(true);
  });

  test('on a change: what it brings comes first, then what will fail, was fixed and was accepted', () => {
    const old = advisoryFinding({ id: 'CVE-2020-1', severity: 'critical', change: 'unchanged', fingerprint: 'old' });
    const subject = { ...comparedSubject, findings: [old, ...comparedSubject.findings] };
    const { body } = render({ ...comparedVerdict, gate: 'all', subjects: [subject] });
    const order = [
      'Compared with commit 1a2b3c4 of main',
      '**new** [`CVE-2026-1111`]',
      '**new** `user-non-root`',
      '[`CVE-2020-1`]',
      '2 findings start to fail',
      'Ignored on this pull request',
      '1 finding fixed',
      '1 waived finding',
    ].map((part) => body.indexOf(part));
    expect(order).toEqual(order.toSorted((a, b) => a - b));
    expect(order).not.toContain(-1);
  });

  test('hostile text is text', () => {
    const { body } = render(verdictOf([hostileSubject]));
    expect(HOSTILE).toContain('@octocat');
    // Within code spans everything is text for GitHub too.
    const outside = body.replaceAll(/`[^`\n]*`/gu, '');
    expect(outside).not.toMatch(/@octocat|<img|\]\(https:\/\/evil|^::|##\[/mu);
    expect(outside.match(/<!--/gu)).toHaveLength(1);
  });
});

/** As many waived, fixed and starting findings and notices. */
function manyWords(count: number): Verdict {
  const of = <T>(items: readonly T[]): readonly T[] => Array.from({ length: count }, () => items).flat();
  const subject = { ...comparedSubject, findings: of(comparedSubject.findings), fixed: of(comparedSubject.fixed) };
  return { ...comparedVerdict, subjects: [subject], notices: of(comparedVerdict.notices) };
}

function wide() {
  return Array.from({ length: 2_000 }, (_, index) =>
    advisoryFinding({ id: `CVE-2026-${index}`, title: '脆弱性😀'.repeat(20), fingerprint: `${index}` }),
  );
}
