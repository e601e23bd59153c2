import { expect, test } from '@jest/globals';
import { decide } from '../../src/policy/decide.ts';
import { aCase, aWaiver, fault, JUDGEMENT, knownBaseline, POLICY, RUN } from '../support/cases.ts';

/** How often the judgement looks at a finding, a waiver or the baseline: unlike time, the same on every machine. */
function looksOf(count: number): number {
  let looks = 0;
  const watched = <T extends object>(one: T): T =>
    new Proxy(one, {
      get: (target, key, receiver) => {
        looks += 1;
        return Reflect.get(target, key, receiver);
      },
    });
  const faults = Array.from({ length: count }, (_, index) =>
    watched(fault({ id: `CVE-2026-${index}`, aliases: [`GHSA-${index}`], fingerprint: `f${index}` })),
  );
  const before = Array.from({ length: count }, (_, index) => watched(fault({ fingerprint: `f${index * 2}` })));
  const waivers = Array.from({ length: count / 60 }, (_, index) =>
    watched(aWaiver({ ids: [`CVE-2026-${index * 60}`, `GHSA-${index * 60 + 1}`] })),
  );
  const baseline = knownBaseline(before);
  const verdict = decide([aCase({ faults })], RUN, { ...POLICY, gate: 'new' }, { ...JUDGEMENT, waivers, baseline });
  const statuses = verdict.subjects[0]?.findings.map(({ status }) => status) ?? [];
  expect(statuses.filter((status) => status === 'waived')).toHaveLength(waivers.length * 2);
  expect(statuses.filter((status) => status === 'baseline').length).toBeGreaterThan(count / 3);
  return looks;
}

test('30,000 findings, 500 waivers and a baseline of 30,000 take ten times what a tenth takes', () => {
  const ratio = looksOf(30_000) / looksOf(3000);
  expect(ratio).toBeGreaterThan(9);
  expect(ratio).toBeLessThan(11);
});
