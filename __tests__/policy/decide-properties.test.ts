import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import type { Baseline, SubjectBaseline } from '../../src/model/baseline.ts';
import { type Fault, FINDING_KINDS, type Origin } from '../../src/model/finding.ts';
import { SEVERITIES, type Severity } from '../../src/model/severity.ts';
import type { Verdict, VerdictWord } from '../../src/model/verdict.ts';
import type { Waiver } from '../../src/model/waiver.ts';
import { type Case, decide, type Judgement } from '../../src/policy/decide.ts';
import type { Policy } from '../../src/policy/policy.ts';
import { aCase, aWaiver, check, fault, JUDGEMENT, POLICY, PROBLEM, RUN } from '../support/cases.ts';

/** What the judgement promises whatever it is given. */

const NOW = '2026-06-15T00:00:00.000Z';
const IDS = ['a', 'b', 'some-rule'] as const;
const ORIGINS: readonly Origin[] = ['base', 'build', 'app', 'config'];

const severity = fc.constantFrom<Severity>(...SEVERITIES);
const fingerprint = fc.constantFrom('1', '2', '3', '4', '5', '6');

const aFault: fc.Arbitrary<Fault> = fc
  .record({
    id: fc.constantFrom(...IDS),
    kind: fc.constantFrom(...FINDING_KINDS),
    severity,
    fixable: fc.boolean(),
    origin: fc.constantFrom(null, ...ORIGINS),
    published: fc.constantFrom(null, '2026-06-14T00:00:00Z', '2025-01-01T00:00:00Z', '2027-01-01T00:00:00Z'),
    fingerprint,
  })
  .map(fault);
const faults = fc.uniqueArray(aFault, { maxLength: 6, selector: (one) => one.fingerprint });

const aCheck = fc.record({ answer: fc.constantFrom('pass' as const, 'unknown' as const), severity }).map(check);
const subjects = ['app', 'web'] as const;
const cases: fc.Arbitrary<readonly Case[]> = fc
  .tuple(
    ...subjects.map(() =>
      fc.record({ faults, checks: fc.array(aCheck, { maxLength: 1 }), isBroken: fc.boolean(), isText: fc.boolean() }),
    ),
  )
  .map((all) =>
    all.map(({ faults: found, checks, isBroken, isText }, index) =>
      aCase({
        subject: {
          name: subjects[index] ?? '',
          image: isText ? null : 'x',
          dockerfile: isText ? 'Dockerfile' : null,
          platform: null,
        },
        faults: found,
        checks,
        problems: isBroken ? [PROBLEM] : [],
      }),
    ),
  );

const waivers: fc.Arbitrary<readonly Waiver[]> = fc.array(
  fc
    .record({
      ids: fc.subarray([...IDS], { minLength: 1 }),
      images: fc.constantFrom([], ['app'], ['w*']),
      origin: fc.constantFrom(null, ...ORIGINS),
      expires: fc.constantFrom(null, '2026-06-15', '2026-06-14', '2026-12-31'),
    })
    .map(aWaiver),
  { maxLength: 4 },
);

const subjectBaseline: fc.Arbitrary<SubjectBaseline> = fc.oneof(
  fc.constant<SubjectBaseline>({ kind: 'absent' }),
  fc.constant<SubjectBaseline>({ kind: 'unavailable', reason: 'r' }),
  fc.record({
    kind: fc.constant('known' as const),
    faults,
    covers: fc.record({ dockerfile: fc.boolean(), image: fc.boolean() }),
  }),
);
const baseline: fc.Arbitrary<Baseline | null> = fc.option(
  fc.tuple(subjectBaseline, subjectBaseline).map(([app, web]) => ({
    description: 'd',
    commit: null,
    subjects: new Map([
      ['app', app],
      ['web', web],
    ]),
  })),
);

const level = fc.constantFrom<Severity | 'never'>(...SEVERITIES, 'never');
const policy: fc.Arbitrary<Policy> = fc
  .record({
    failOn: severity,
    failOnByOrigin: fc.dictionary(fc.constantFrom(...ORIGINS), level),
    failUnfixed: fc.boolean(),
    unratedAs: severity,
    graceDays: fc.dictionary(severity, fc.constantFrom(0, 7, 90)),
    gate: fc.constantFrom('all' as const, 'new' as const),
    withoutBaseline: fc.constantFrom('gate' as const, 'report' as const),
    strictUnknown: fc.boolean(),
  })
  .map((some) => ({ ...POLICY, ...some }));

function judge(all: readonly Case[], rules: Policy, rest: Partial<Judgement>): Verdict {
  return decide(all, RUN, rules, { ...JUDGEMENT, now: NOW, ...rest });
}

/** Nothing that passed before may be less than a pass, and so on. */
const GRAVITY: readonly VerdictWord[] = ['pass', 'fail', 'error'];
function atMost(after: Verdict, before: Verdict): void {
  expect(GRAVITY.indexOf(after.verdict)).toBeLessThanOrEqual(GRAVITY.indexOf(before.verdict));
  for (const [index, { verdict }] of after.subjects.entries()) {
    expect(GRAVITY.indexOf(verdict)).toBeLessThanOrEqual(GRAVITY.indexOf(before.subjects[index]?.verdict ?? 'pass'));
  }
}

const loosest = (a: Severity | 'never' | undefined, b: Severity | 'never' | undefined) => {
  const rank = (one: Severity | 'never' | undefined): number =>
    one === undefined || one === 'never' ? -1 : SEVERITIES.indexOf(one);
  return rank(a) < rank(b);
};

describe('tightening never turns fail into pass', () => {
  const both = fc.record({ all: cases, rules: policy, given: waivers, before: baseline });

  test.each<[string, (rules: Policy) => Policy]>([
    ['the lowest threshold', (rules) => ({ ...rules, failOn: 'unknown' })],
    [
      'no threshold of an origin',
      ({ failOn, ...rules }) => ({
        ...rules,
        failOn,
        failOnByOrigin: Object.fromEntries(
          Object.entries(rules.failOnByOrigin).filter(([, one]) => loosest(failOn, one)),
        ),
      }),
    ],
    [
      'the lowest threshold of every origin',
      (rules) => ({ ...rules, failOnByOrigin: Object.fromEntries(ORIGINS.map((one) => [one, 'unknown'])) }),
    ],
    ['fail-unfixed', (rules) => ({ ...rules, failUnfixed: true })],
    ['no grace', (rules) => ({ ...rules, graceDays: {} })],
    ['unrated as critical', (rules) => ({ ...rules, unratedAs: 'critical', graceDays: {} })],
    ['gate all', (rules) => ({ ...rules, gate: 'all' })],
    ['without-baseline gate', (rules) => ({ ...rules, withoutBaseline: 'gate' })],
    ['strict about what is unknown', (rules) => ({ ...rules, strictUnknown: true })],
  ])('%s', (_what, tighten) => {
    fc.assert(
      fc.property(both, ({ all, rules, given, before }) => {
        const rest = { waivers: given, baseline: before };
        atMost(judge(all, rules, rest), judge(all, tighten(rules), rest));
      }),
    );
  });

  test('a threshold one step lower', () => {
    fc.assert(
      fc.property(both, fc.nat(3), ({ all, rules, given, before }, at) => {
        const rest = { waivers: given, baseline: before };
        const [loose = 'critical', tight = 'high'] = SEVERITIES.slice(at, at + 2);
        atMost(judge(all, { ...rules, failOn: loose }, rest), judge(all, { ...rules, failOn: tight }, rest));
      }),
    );
  });
});

test('adding a waiver never turns pass into fail, nor fail into error', () => {
  fc.assert(
    fc.property(cases, policy, waivers, waivers, baseline, (all, rules, some, more, before) => {
      atMost(
        judge(all, rules, { waivers: [...some, ...more], baseline: before }),
        judge(all, rules, { waivers: some, baseline: before }),
      );
    }),
  );
});

test('order never matters', () => {
  fc.assert(
    fc.property(cases, policy, waivers, baseline, (all, rules, given, before) => {
      const turned = all.map((one) => ({ ...one, faults: one.faults.toReversed() })).toReversed();
      const there = judge(all, rules, { waivers: given, baseline: before });
      const back = judge(turned, rules, { waivers: given, baseline: before });
      expect(back.verdict).toBe(there.verdict);
      expect(back.subjects.toReversed()).toEqual(there.subjects);
      const other = judge(all, rules, { waivers: given.toReversed(), baseline: before });
      expect(other.subjects.map(({ verdict, findings }) => [verdict, findings.map(({ status }) => status)])).toEqual(
        there.subjects.map(({ verdict, findings }) => [verdict, findings.map(({ status }) => status)]),
      );
    }),
  );
});

test('an error is never hidden, and hides nothing', () => {
  fc.assert(
    fc.property(cases, policy, waivers, baseline, (all, rules, given, before) => {
      const verdict = judge(all, rules, { waivers: given, baseline: before });
      for (const [index, subject] of verdict.subjects.entries()) {
        const { problems = [], faults: found = [] } = all[index] ?? {};
        expect(subject.errors).toEqual(expect.arrayContaining([...problems]));
        expect(subject.verdict === 'error').toBe(subject.errors.length > 0);
        expect(subject.findings.map((one) => one.fingerprint).sort()).toEqual(
          found.map((one) => one.fingerprint).sort(),
        );
      }
      if (all.some(({ problems }) => problems.length > 0)) expect(verdict.verdict).toBe('error');
    }),
  );
});

test('every finding has a reason, and only fail gates', () => {
  fc.assert(
    fc.property(cases, policy, waivers, baseline, (all, rules, given, before) => {
      for (const { verdict, errors, findings } of judge(all, rules, { waivers: given, baseline: before }).subjects) {
        for (const { reason } of findings) expect(reason).toMatch(/^\w.+/);
        const fails = findings.some(({ status }) => status === 'fail');
        if (errors.length === 0) expect(verdict).toBe(fails ? 'fail' : 'pass');
      }
    }),
  );
});
