import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { SEVERITIES, type Severity } from '../../src/model/severity.ts';
import { type Case, decide } from '../../src/policy/decide.ts';
import { exitCodeOf } from '../../src/policy/exit-code.ts';
import { aCase, check, fault, JUDGEMENT, POLICY, PROBLEM, RUN } from '../support/cases.ts';

describe('the status of a finding', () => {
  test.each([
    ['critical', true, false, 'high', 'fail'],
    ['high', true, false, 'high', 'fail'],
    ['medium', true, false, 'high', 'below-threshold'],
    ['unknown', true, false, 'low', 'below-threshold'],
    ['unknown', true, false, 'unknown', 'fail'],
    ['critical', false, false, 'high', 'unfixed'],
    ['critical', false, true, 'high', 'fail'],
    ['low', false, true, 'high', 'below-threshold'],
  ] as const)('%s, fixable %s, fail-unfixed %s, fail-on %s: %s', (severity, fixable, failUnfixed, failOn, status) => {
    const policy = { ...POLICY, failUnfixed, failOn };
    const verdict = decide([aCase({ faults: [fault({ severity, fixable })] })], RUN, policy, JUDGEMENT);
    expect(verdict.subjects[0]?.findings[0]).toMatchObject({ status, reason: expect.stringMatching(/.+/) });
    expect(verdict.verdict).toBe(status === 'fail' ? 'fail' : 'pass');
  });
});

describe('the verdict', () => {
  const failing = aCase({ faults: [fault()] });
  const broken = aCase({ problems: [PROBLEM], faults: [fault()] });

  test.each([
    ['nothing found', [aCase()], 'pass', 0],
    ['one fails', [aCase(), failing], 'fail', 1],
    ['one could not be verified', [aCase(), failing, broken], 'error', 3],
    ['nothing to judge', [], 'error', 2],
  ] as const)('%s', (_name, cases, word, code) => {
    const verdict = decide(cases, RUN, POLICY, JUDGEMENT);
    expect(verdict.verdict).toBe(word);
    expect(exitCodeOf(verdict, 'enforce')).toBe(code);
  });

  test('an error hides no finding', () => {
    const [subject] = decide([broken], RUN, POLICY, JUDGEMENT).subjects;
    expect(subject).toMatchObject({ verdict: 'error', findings: [{ status: 'fail' }], errors: [PROBLEM] });
  });

  test('a failure of the run is an error although every subject passes', () => {
    const verdict = decide([aCase()], { ...RUN, problems: [PROBLEM] }, POLICY, JUDGEMENT);
    expect([verdict.verdict, verdict.subjects[0]?.verdict]).toEqual(['error', 'pass']);
  });

  test('wrong input comes before what could not be verified', () => {
    const usage = aCase({ problems: [PROBLEM, { ...PROBLEM, kind: 'usage' }] });
    expect(exitCodeOf(decide([usage], RUN, POLICY, JUDGEMENT), 'enforce')).toBe(2);
  });

  test('report mode lets a fail through, and nothing else', () => {
    expect(exitCodeOf(decide([failing], RUN, POLICY, JUDGEMENT), 'report')).toBe(0);
    expect(exitCodeOf(decide([broken], RUN, POLICY, JUDGEMENT), 'report')).toBe(3);
  });
});

describe('a rule that cannot decide', () => {
  const unknown = [check({ answer: 'unknown' })];
  const file = { name: 'app', image: null, dockerfile: 'Dockerfile', platform: null };

  test.each([
    ['with an image', aCase({ checks: unknown }), POLICY, 'error'],
    ['on a Dockerfile alone', aCase({ checks: unknown, subject: file }), POLICY, 'pass'],
    [
      'on a Dockerfile alone, strict',
      aCase({ checks: unknown, subject: file }),
      { ...POLICY, strictUnknown: true },
      'error',
    ],
    ['below the threshold', aCase({ checks: [check({ answer: 'unknown', severity: 'medium' })] }), POLICY, 'pass'],
    ['not applicable', aCase({ checks: [check({ answer: 'not-applicable' })] }), POLICY, 'pass'],
  ] as const)('%s', (_name, one, policy, word) => {
    expect(decide([one], RUN, policy, JUDGEMENT).verdict).toBe(word);
  });
});

describe('properties', () => {
  const severity = fc.constantFrom<Severity>(...SEVERITIES);
  const faults = fc.uniqueArray(
    fc.record({
      severity,
      fixable: fc.boolean(),
      id: fc.constantFrom('a', 'b', 'c'),
      fingerprint: fc.string({ minLength: 1, maxLength: 3 }),
    }),
    { maxLength: 8, selector: ({ fingerprint }) => fingerprint },
  );
  const problems = fc.array(fc.constant(PROBLEM), { maxLength: 1 });
  const cases = fc.array(
    fc
      .record({ faults, problems })
      .map(({ faults: some, problems: few }): Case => aCase({ faults: some.map(fault), problems: few })),
    { minLength: 1, maxLength: 4 },
  );

  test('order never matters', () => {
    fc.assert(
      fc.property(cases, fc.boolean(), (all, failUnfixed) => {
        const policy = { ...POLICY, failUnfixed };
        const turned = all.map((one) => ({ ...one, faults: [...one.faults].reverse() })).reverse();
        const there = decide(all, RUN, policy, JUDGEMENT);
        const back = decide(turned, RUN, policy, JUDGEMENT);
        expect(back.verdict).toBe(there.verdict);
        expect([...back.subjects].reverse()).toEqual(there.subjects);
      }),
    );
  });

  test('tightening never turns fail into pass, and an error stays', () => {
    fc.assert(
      fc.property(cases, severity, severity, (all, one, other) => {
        const [tight, loose] = SEVERITIES.indexOf(one) > SEVERITIES.indexOf(other) ? [one, other] : [other, one];
        const before = decide(all, RUN, { ...POLICY, failOn: loose }, JUDGEMENT).verdict;
        const after = decide(all, RUN, { ...POLICY, failOn: tight, failUnfixed: true }, JUDGEMENT).verdict;
        if (before !== 'pass') expect(after).toBe(before);
        if (all.some(({ problems: some }) => some.length > 0)) expect(after).toBe('error');
      }),
    );
  });

  test('no finding is ever lost', () => {
    fc.assert(
      fc.property(cases, (all) => {
        const verdict = decide(all, RUN, POLICY, JUDGEMENT);
        expect(verdict.subjects.map(({ findings }) => findings.length)).toEqual(all.map((one) => one.faults.length));
      }),
    );
  });
});
