import { describe, expect, test } from '@jest/globals';
import type { Finding } from '../../../src/model/finding.ts';
import type { Waiver } from '../../../src/model/waiver.ts';
import { acceptanceOf } from '../../../src/policy/waivers/match.ts';
import { waiverNotices } from '../../../src/policy/waivers/notices.ts';
import type { JudgedSubject } from '../../../src/policy/waivers/unused.ts';
import { check, fault } from '../../support/cases.ts';
import { waiver } from '../../support/waivers.ts';

const TODAY = '2026-06-01';

function subject(rest: Partial<JudgedSubject> = {}): JudgedSubject {
  return {
    subject: { name: 'acme/app', image: 'acme/app:ci', dockerfile: null, platform: null },
    findings: [],
    image: null,
    packages: { os: 1, language: 0 },
    checks: [],
    errors: [],
    ...rest,
  };
}

/** Found and judged with the waivers. */
function finding(waivers: readonly Waiver[], rest: Partial<Finding> = {}): Finding {
  const { waiver: accepted } = acceptanceOf(fault(rest), subject().subject, waivers, TODAY);
  const status = accepted === null ? 'fail' : 'waived';
  return { ...fault(), status, reason: '', change: null, waiver: accepted, deadline: null, ...rest };
}

function notices(waivers: readonly Waiver[], ...found: readonly Partial<Finding>[]): readonly string[] {
  const findings = found.map((rest) => finding(waivers, { id: 'CVE-2026-1', ...rest }));
  return waiverNotices(waivers, [subject({ findings })], TODAY).map(({ kind, message }) => `${kind}: ${message}`);
}

describe('expired', () => {
  test('says since when, and how many findings fail again', () => {
    expect(notices([waiver({ expires: '2026-05-31', owner: 'payments' })], {}, {})).toEqual([
      'waiver-expired: The waiver of CVE-2026-1 (owner: payments) ended on 2026-05-31: 2 findings fail again.',
    ]);
    expect(notices([waiver({ expires: '2026-05-31' })], {})).toEqual([
      'waiver-expired: The waiver of CVE-2026-1 ended on 2026-05-31: 1 finding fails again.',
    ]);
  });

  test('says when nothing depended on it', () => {
    expect(notices([waiver({ expires: '2026-05-31' })], { status: 'below-threshold' })).toEqual([
      'waiver-expired: The waiver of CVE-2026-1 ended on 2026-05-31: what it matched (1 finding) does not fail without it; remove it.',
    ]);
  });

  test('and matching nothing, it is unused', () => {
    expect(notices([waiver({ expires: '2026-05-31' })])).toEqual([
      'waiver-unused: The waiver of CVE-2026-1 ended on 2026-05-31 and matches nothing in this run.',
    ]);
  });
});

describe('about to expire', () => {
  test.each([
    ['2026-06-01', 'today'],
    ['2026-06-02', 'in 1 day, on 2026-06-02'],
    ['2026-06-15', 'in 14 days, on 2026-06-15'],
  ])('%s', (expires, words) => {
    expect(notices([waiver({ expires })], {})).toEqual([
      `waiver-expiring: The waiver of CVE-2026-1 ends ${words}; it accepts 1 finding.`,
    ]);
  });

  test.each(['2026-06-16', null])('not yet: %s', (expires) => {
    expect(notices([waiver({ expires })], {})).toEqual([]);
  });

  test('also when it accepts that a rule cannot decide', () => {
    const soon = waiver({ ids: ['some-rule'], expires: '2026-06-02' });
    expect(waiverNotices([soon], [subject()], TODAY, new Set([soon])).map(({ message }) => message)).toEqual([
      'The waiver of some-rule ends in 1 day, on 2026-06-02; it accepts what a rule cannot decide.',
    ]);
  });

  test('is not told where another one lasts longer', () => {
    expect(notices([waiver({ expires: '2026-06-02' }), waiver({ expires: '2026-08-01' })], {})).toEqual([]);
  });
});

describe('matching nothing', () => {
  const unused = ['waiver-unused: The waiver of CVE-2026-9 matches nothing in this run.'];
  const idle = waiver({ ids: ['CVE-2026-9'] });
  const told = (one: Waiver, ...subjects: readonly JudgedSubject[]): readonly string[] =>
    waiverNotices([one], subjects, TODAY).map(({ kind, message }) => `${kind}: ${message}`);

  test('is told with its place', () => {
    expect(waiverNotices([idle], [subject()], TODAY)).toEqual([
      {
        kind: 'waiver-unused',
        message: 'The waiver of CVE-2026-9 matches nothing in this run.',
        location: idle.location,
      },
    ]);
  });

  test('is not told where it cannot be known', () => {
    expect(told(idle)).toEqual([]);
    expect(told({ ...idle, images: ['acme/other'] }, subject())).toEqual([]);
    expect(told(idle, subject({ packages: null }))).toEqual([]);
    const errors = [{ kind: 'verify' as const, code: 'x', message: 'm', advice: 'a' }];
    expect(told(idle, subject({ errors }))).toEqual([]);
    expect(told(idle, subject(), subject({ errors, checks: [check()] }))).toEqual([]);
    expect(told({ ...idle, images: ['acme/*'] }, subject())).toEqual(unused);
  });

  test('of a rule is told without an image where the rule decided', () => {
    const rule = waiver({ ids: ['some-rule'] });
    expect(told(rule, subject({ packages: null, checks: [check()] }))).toHaveLength(1);
    expect(told(rule, subject({ packages: null, checks: [check({ answer: 'unknown' })] }))).toEqual([]);
    expect(told(rule, subject({ packages: null }))).toEqual([]);
  });

  test('is not told of one that accepts that a rule could not decide', () => {
    expect(waiverNotices([idle], [subject()], TODAY, new Set([idle]))).toEqual([]);
  });

  test('is told once for a document, and for a file with many', () => {
    const statement = (id: string): Waiver => ({
      ...idle,
      ids: [id],
      source: 'openvex',
      location: { file: 'v.json', startLine: 1, endLine: 1 },
    });
    const many = Array.from({ length: 21 }, (_, index) => waiver({ ids: [`CVE-${index}`] }));
    expect(
      waiverNotices([...many, statement('A'), statement('B')], [subject()], TODAY).map(({ message }) => message),
    ).toEqual([
      '21 waivers of .github/image-gate.yml match nothing in this run: CVE-0, CVE-1, CVE-2, CVE-3, CVE-4, ….',
      '2 statements of v.json match nothing in this run: A, B.',
    ]);
    expect(waiverNotices([statement('A')], [subject()], TODAY).map(({ message }) => message)).toEqual([
      '1 statement of v.json matches nothing in this run: A.',
    ]);
  });

  test('names three ids at the most', () => {
    expect(told(waiver({ ids: ['A', 'B', 'C', 'D'] }), subject())).toEqual([
      'waiver-unused: The waiver of A, B, C, … matches nothing in this run.',
    ]);
  });
});

test('the order of waivers does not show', () => {
  const all = [
    waiver({ ids: ['B'] }),
    waiver({ ids: ['A'] }),
    waiver({ ids: ['C'], location: { file: 'a', startLine: 1, endLine: 1 } }),
  ];
  expect(waiverNotices(all.toReversed(), [subject()], TODAY)).toEqual(waiverNotices(all, [subject()], TODAY));
});
