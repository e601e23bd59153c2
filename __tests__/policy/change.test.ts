import { describe, expect, test } from '@jest/globals';
import type { SubjectBaseline } from '../../src/model/baseline.ts';
import type { Fault } from '../../src/model/finding.ts';
import type { Subject } from '../../src/model/subject.ts';
import { compareWith } from '../../src/policy/change.ts';
import { fixedFaults, type Seen } from '../../src/policy/fixed.ts';
import { check, fault } from '../support/cases.ts';
import { scan } from '../support/evidence.ts';

const OLD = fault({ fingerprint: 'old' });
const NEW = fault({ fingerprint: 'new' });
const BOTH: Subject = { name: 'app', image: 'app:ci', dockerfile: 'Dockerfile', platform: null };

const known = (faults: readonly Fault[], dockerfile = true, image = true): SubjectBaseline => ({
  kind: 'known',
  faults,
  covers: { dockerfile, image },
});

describe('whether the change introduces a fault', () => {
  test('more credentials than before in one file are new, as many or fewer are not', () => {
    // One side may have been looked at twice, with the Dockerfile and with the image.
    const { changeOf } = compareWith(BOTH, known([{ ...OLD, times: 2 }, OLD]));
    expect([1, 2, 3].map((times) => changeOf({ ...OLD, times }))).toEqual(['unchanged', 'unchanged', 'new']);
    expect(changeOf(OLD)).toBe('unchanged');
  });

  test('one that was milder before is new, one that was graver is not', () => {
    const { changeOf } = compareWith(BOTH, known([{ ...OLD, severity: 'medium' }]));
    expect(
      (['critical', 'high', 'medium', 'low', 'unknown'] as const).map((severity) => changeOf({ ...OLD, severity })),
    ).toEqual(['new', 'new', 'unchanged', 'unchanged', 'unchanged']);
    // Both, by image and by Dockerfile: the graver one counts.
    const twice = compareWith(
      BOTH,
      known([
        { ...OLD, severity: 'low' },
        { ...OLD, severity: 'high' },
      ]),
    );
    expect(twice.changeOf({ ...OLD, severity: 'high' })).toBe('unchanged');
    // Where less was looked at, it may have been as grave.
    const partly = compareWith(BOTH, known([{ ...OLD, severity: 'low' }], true, false));
    expect(partly.changeOf({ ...OLD, severity: 'high' })).toBeNull();
  });

  test.each<[string, Partial<Subject>, SubjectBaseline | null, readonly unknown[], string | null]>([
    ['no baseline of the subject', {}, null, [null, null], 'the baseline does not know it'],
    ['none to be had', {}, { kind: 'unavailable', reason: 'no run' }, [null, null], 'no run'],
    ['the subject is new', {}, { kind: 'absent' }, ['new', 'new'], null],
    ['all of it is known', {}, known([OLD]), ['unchanged', 'new'], null],
    [
      'only its Dockerfile was looked at',
      {},
      known([OLD], true, false),
      ['unchanged', null],
      'the baseline does not know its image',
    ],
    [
      'only its image was',
      {},
      known([OLD], false, true),
      ['unchanged', null],
      'the baseline does not know its Dockerfile',
    ],
    [
      'only the Dockerfile, and there is no more',
      { image: null },
      known([OLD], true, false),
      ['unchanged', 'new'],
      null,
    ],
    [
      'only the image, and there is no more',
      { dockerfile: null },
      known([OLD], false, true),
      ['unchanged', 'new'],
      null,
    ],
  ])('%s', (_what, rest, baseline, changes, gap) => {
    const comparison = compareWith({ ...BOTH, ...rest }, baseline);
    expect([OLD, NEW].map(comparison.changeOf)).toEqual(changes);
    expect(comparison.gap).toBe(gap);
  });
});

describe('what is fixed', () => {
  const seen = (rest: Partial<Seen>): Seen => ({ evidence: { scan: scan() }, checks: [], faults: [], ...rest });
  const rule = fault({ id: 'user-non-root', kind: 'rule', fingerprint: 'rule' });
  const secret = (path: string | null): Fault => ({
    ...fault({ id: 'github-pat', kind: 'secret', fingerprint: `secret ${path}` }),
    image: { layer: null, path, package: null, purl: null, installed: null, fixed: null },
  });
  const held = fault({ id: 'secret-in-env', kind: 'rule', fingerprint: 'held' });

  test.each<[string, readonly Fault[], Partial<Seen>, number]>([
    ['an advisory that is gone', [OLD], {}, 1],
    ['not one that is still there', [OLD], { faults: [OLD] }, 0],
    ['not one that nobody looked for', [OLD], { evidence: { scan: null } }, 0],
    ['a rule that passes now', [rule], { checks: [check({ rule: 'user-non-root' })] }, 1],
    ['a rule that fails elsewhere', [rule], { checks: [check({ rule: 'user-non-root', answer: 'fail' })] }, 1],
    [
      'a rule that passes, without a scan',
      [rule],
      { checks: [check({ rule: 'user-non-root' })], evidence: { scan: null } },
      1,
    ],
    ['not a rule that cannot tell', [rule], { checks: [check({ rule: 'user-non-root', answer: 'unknown' })] }, 0],
    ['not a rule that is off', [rule], { checks: [check({ rule: 'user-non-root', answer: 'not-applicable' })] }, 0],
    ['not a rule that is no more', [rule], { checks: [check({ rule: 'other' })] }, 0],
    ['a secret of the config', [secret(null)], {}, 1],
    ['not one that a rule may still report', [secret(null)], { faults: [held] }, 0],
    ['a secret of a file all the same', [secret('/a')], { faults: [held] }, 1],
  ])('%s', (_what, before, now, count) => {
    expect(fixedFaults(known(before), seen(now))).toEqual(before.slice(0, count));
  });

  test.each<[SubjectBaseline | null]>([[null], [{ kind: 'absent' }], [{ kind: 'unavailable', reason: 'r' }]])(
    'nothing without a baseline that is known: %j',
    (baseline) => expect(fixedFaults(baseline, seen({}))).toEqual([]),
  );
});
