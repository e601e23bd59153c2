import { describe, expect, test } from '@jest/globals';
import type { Fault, Finding, Origin } from '../../src/model/finding.ts';
import type { Policy } from '../../src/policy/policy.ts';
import { type StatusFacts, statusOf } from '../../src/policy/status.ts';
import { aWaiver, fault, POLICY } from '../support/cases.ts';

const NOW = '2026-06-15T12:00:00.000Z';

function judged(
  one: Partial<Fault>,
  policy: Partial<Policy> = {},
  facts: Partial<StatusFacts> = {},
): Pick<Finding, 'status' | 'reason' | 'deadline'> {
  return statusOf(
    fault(one),
    { ...POLICY, ...policy },
    { change: null, waiver: null, expired: null, now: NOW, ...facts },
  );
}

describe('thresholds by origin', () => {
  const only = (origin: Origin, level: Policy['failOn'] | 'never'): Partial<Policy> => ({
    failOnByOrigin: { [origin]: level },
  });

  test.each<[Origin | null, Partial<Policy>, string, string]>([
    ['base', {}, 'fail', 'high reaches fail-on high'],
    ['base', only('base', 'critical'), 'below-threshold', 'high is below fail-on critical of base'],
    ['app', only('base', 'critical'), 'fail', 'high reaches fail-on high'],
    ['app', only('app', 'medium'), 'fail', 'high reaches fail-on medium of app'],
    ['base', only('base', 'never'), 'below-threshold', 'findings of base never fail'],
    ['config', only('config', 'never'), 'below-threshold', 'findings of config never fail'],
    [null, only('base', 'never'), 'fail', 'high reaches fail-on high'],
    [
      null,
      { failOn: 'critical', ...only('app', 'medium') },
      'fail',
      'high reaches fail-on medium of app (the strictest, as its origin is not known)',
    ],
    [null, { failOn: 'critical', ...only('config', 'low') }, 'below-threshold', 'high is below fail-on critical'],
    [
      null,
      { failOnByOrigin: { base: 'never', build: 'never', app: 'never' } },
      'below-threshold',
      'findings of any origin never fail',
    ],
    [
      null,
      { failOnByOrigin: { base: 'never', build: 'critical', app: 'never' } },
      'below-threshold',
      'high is below fail-on critical of build (the strictest, as its origin is not known)',
    ],
  ])('%s, %j: %s', (origin, policy, status, reason) => {
    expect(judged({ origin }, policy)).toEqual({ status, reason, deadline: null });
  });
});

describe('what nobody has rated', () => {
  test.each<[Partial<Fault>, Partial<Policy>, string, string]>([
    [{ severity: 'unknown' }, {}, 'below-threshold', 'unknown is below fail-on high'],
    [{ severity: 'unknown' }, { unratedAs: 'high' }, 'fail', 'unrated counts as high and reaches fail-on high'],
    [
      { severity: 'unknown' },
      { unratedAs: 'low' },
      'below-threshold',
      'unrated counts as low and is below fail-on high',
    ],
    [{ severity: 'unknown' }, { failOn: 'unknown' }, 'fail', 'unknown reaches fail-on unknown'],
    // Only advisories are rated by somebody.
    [
      { severity: 'unknown', kind: 'license' },
      { unratedAs: 'high' },
      'below-threshold',
      'unknown is below fail-on high',
    ],
  ])('%j, %j: %s', (one, policy, status, reason) => {
    expect(judged(one, policy)).toMatchObject({ status, reason });
  });

  test('its weight decides on its grace', () => {
    const one = { severity: 'unknown', published: '2026-06-14T00:00:00Z' } as const;
    expect(judged(one, { unratedAs: 'high', graceDays: { high: 7 } })).toMatchObject({ status: 'grace' });
    expect(judged(one, { unratedAs: 'high', graceDays: { unknown: 7 } })).toMatchObject({ status: 'fail' });
  });
});

describe('grace', () => {
  const graceDays = { high: 7 };

  test.each([
    ['2026-06-08T12:00:00.001Z', 'grace'],
    ['2026-06-08T12:00:00.000Z', 'fail'],
    ['2026-06-08T14:00:00.001+02:00', 'grace'],
    ['2026-06-09', 'grace'],
    ['2026-06-08', 'fail'],
    ['2026-06-15T12:00:00Z', 'grace'],
    // None of these is a moment that can be believed.
    ['2026-06-15T12:00:00.001Z', 'fail'],
    ['9999-12-31T00:00:00Z', 'fail'],
    ['2026-06-14T00:00:00', 'fail'],
    ['06/14/2026', 'fail'],
    ['2026', 'fail'],
    ['2026-06-99T00:00:00Z', 'fail'],
    ['', 'fail'],
  ])('published %j: %s', (published, status) => {
    const found = judged({ published }, { graceDays });
    expect(found.status).toBe(status);
    expect(found.deadline === null).toBe(status === 'fail');
  });

  test('shows when it ends, to the moment', () => {
    const found = judged({ published: '2026-06-14T10:30:00Z' }, { graceDays });
    expect(found).toEqual({
      status: 'grace',
      deadline: '2026-06-21T10:30:00.000Z',
      reason: 'in its period of grace until 2026-06-21',
    });
    const before = statusOf(
      fault({ published: '2026-06-14T10:30:00Z' }),
      { ...POLICY, graceDays },
      { change: null, waiver: null, expired: null, now: '2026-06-21T10:29:59.999Z' },
    );
    const after = statusOf(
      fault({ published: '2026-06-14T10:30:00Z' }),
      { ...POLICY, graceDays },
      { change: null, waiver: null, expired: null, now: '2026-06-21T10:30:00.000Z' },
    );
    expect([before.status, after.status]).toEqual(['grace', 'fail']);
  });

  test.each<[string, Partial<Fault>, Partial<Policy>, Partial<StatusFacts>, string]>([
    [
      'what the change introduces',
      { published: '2026-06-14' },
      {},
      { change: 'new' },
      'high reaches fail-on high; no grace for what the change introduces',
    ],
    ['no date', {}, {}, {}, 'high reaches fail-on high; no grace without a date of publication'],
    [
      'a date to come',
      { published: '2027-01-01' },
      {},
      {},
      'high reaches fail-on high; no grace, as its date of publication lies in the future',
    ],
    ['an end', { published: '2026-01-01' }, {}, {}, 'high reaches fail-on high; its grace ended on 2026-01-08'],
    [
      'a term without an end',
      { published: '2026-01-01' },
      { graceDays: { high: 1e12 } },
      {},
      'high reaches fail-on high; no grace without an end',
    ],
    [
      'no grace for its severity',
      { published: '2026-06-14' },
      { graceDays: { low: 90 } },
      {},
      'high reaches fail-on high',
    ],
    ['no advisory', { published: '2026-06-14', kind: 'rule' }, {}, {}, 'high reaches fail-on high'],
  ])('not for %s', (_what, one, policy, facts, reason) => {
    expect(judged(one, { graceDays, ...policy }, facts)).toEqual({ status: 'fail', reason, deadline: null });
  });
});

describe('reasons', () => {
  const expired = aWaiver({ expires: '2026-06-01' });

  test('a waiver says until when, and in its own words why', () => {
    expect(judged({}, {}, { waiver: aWaiver({ expires: '2026-12-01' }) }).reason).toBe(
      'waived until 2026-12-01: not reachable here',
    );
    expect(judged({}, {}, { waiver: aWaiver({ expires: null }) }).reason).toBe('waived: not reachable here');
  });

  test('several are told together', () => {
    const policy = { gate: 'new', graceDays: { high: 7 } } as const;
    expect(judged({ published: '2026-01-01' }, policy, { expired }).reason).toBe(
      'high reaches fail-on high; its waiver expired on 2026-06-01; whether the change introduces it is not known; its grace ended on 2026-01-08',
    );
    expect(judged({ published: '2026-06-14' }, policy, { expired }).reason).toBe(
      'in its period of grace until 2026-06-21; its waiver expired on 2026-06-01',
    );
  });

  test('a waiver that counts hides one that has expired', () => {
    expect(judged({}, {}, { waiver: aWaiver(), expired }).reason).not.toContain('expired');
  });
});
