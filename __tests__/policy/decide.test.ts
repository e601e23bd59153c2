import { describe, expect, test } from '@jest/globals';
import type { Baseline, SubjectBaseline } from '../../src/model/baseline.ts';
import type { Fault } from '../../src/model/finding.ts';
import type { Waiver } from '../../src/model/waiver.ts';
import { type Case, decide, type Judgement } from '../../src/policy/decide.ts';
import { exitCodeOf } from '../../src/policy/exit-code.ts';
import type { Policy } from '../../src/policy/policy.ts';
import { aCase, aWaiver, check, fault, JUDGEMENT, knownBaseline, POLICY, PROBLEM, RUN } from '../support/cases.ts';
import { image, scan } from '../support/evidence.ts';

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

describe('an image that could not be read', () => {
  const blind = { checks: [check({ answer: 'unknown' })], evidence: { ...aCase().evidence, image: null } };

  test('is one error, not one for each rule that cannot decide without it', () => {
    const verdict = decide([aCase({ ...blind, problems: [PROBLEM] })], RUN, POLICY, JUDGEMENT);
    expect(verdict).toMatchObject({ verdict: 'error', subjects: [{ verdict: 'error', errors: [PROBLEM] }] });
  });

  test('never lets a rule pass that could not decide when nothing says why', () => {
    const verdict = decide([aCase(blind)], RUN, POLICY, JUDGEMENT);
    expect(verdict.subjects[0]?.errors).toMatchObject([{ code: 'undecided-rule' }]);
  });
});

describe('a waiver of a rule that cannot decide', () => {
  const one = aCase({ checks: [check({ answer: 'unknown', reason: 'Nobody knows.' })] });
  const judged = (waiver: Partial<Waiver>, ruleAliases?: ReadonlyMap<string, readonly string[]>) => {
    const judgement = { ...JUDGEMENT, waivers: [aWaiver({ ids: ['some-rule'], ...waiver })] };
    return decide([one], RUN, POLICY, ruleAliases === undefined ? judgement : { ...judgement, ruleAliases });
  };

  test.each<[string, Partial<Waiver>, string]>([
    ['of the rule', {}, 'Nobody knows. Accepted by a waiver until 2099-12-31: not reachable here'],
    [
      'of the rule in this image',
      { images: ['ap*'] },
      'Nobody knows. Accepted by a waiver until 2099-12-31: not reachable here',
    ],
    ['without an end', { expires: null }, 'Nobody knows. Accepted by a waiver: not reachable here'],
  ])('%s accepts that, and stays visible', (_what, waiver, reason) => {
    const verdict = judged(waiver);
    expect([verdict.verdict, verdict.notices]).toEqual(['pass', []]);
    expect(verdict.subjects[0]).toMatchObject({ errors: [], checks: [{ answer: 'unknown', reason }] });
  });

  test.each<[string, Partial<Waiver>]>([
    ['of another rule', { ids: ['other-rule'] }],
    ['of another image', { images: ['web'] }],
    ['of one place', { paths: ['app/**'] }],
    ['of one package', { packages: ['pkg:npm/left'] }],
    ['of another origin', { origin: 'base' }],
  ])('%s does not', (_what, waiver) => {
    expect(judged(waiver)).toMatchObject({ verdict: 'error', subjects: [{ errors: [{ code: 'undecided-rule' }] }] });
  });

  test('one that has expired is named', () => {
    const verdict = judged({ expires: '2025-12-31' });
    expect(verdict.subjects[0]?.errors).toMatchObject([
      { message: 'some-rule could not be decided: Nobody knows. The waiver of it expired on 2025-12-31.' },
    ]);
  });

  test('it may use another name of the rule', () => {
    expect(judged({ ids: ['DL3002'] }, new Map([['some-rule', ['DL3002']]])).verdict).toBe('pass');
    expect(judged({ ids: ['DL3002'] }).verdict).toBe('error');
  });

  test('a threshold of the config decides whether it gates at all', () => {
    const of = (failOnByOrigin: Policy['failOnByOrigin']) =>
      decide([one], RUN, { ...POLICY, failOnByOrigin }, JUDGEMENT).verdict;
    expect([of({ config: 'never' }), of({ config: 'critical' }), of({ app: 'never', base: 'never' })]).toEqual([
      'pass',
      'pass',
      'error',
    ]);
  });
});

describe('what could not be compared', () => {
  const subject = (name: string) => ({ name, image: `${name}:ci`, dockerfile: null, platform: null });
  const cases = ['a', 'b', 'c'].map((name) => aCase({ subject: subject(name), faults: [fault()] }));
  const NEW: Policy = { ...POLICY, gate: 'new' };
  const unavailable = (reason: string): SubjectBaseline => ({ kind: 'unavailable', reason });
  const baseline = (subjects: readonly (readonly [string, SubjectBaseline])[]): Baseline => ({
    description: 'd',
    commit: null,
    subjects: new Map(subjects),
  });
  const told = (policy: Policy, judgement: Partial<Judgement>): readonly string[] =>
    decide(cases, RUN, policy, { ...JUDGEMENT, ...judgement }).notices.map(({ message }) => message);

  test('no baseline at all: once, unless somebody has said why', () => {
    expect(told(NEW, {})).toEqual([
      'There is no baseline to compare with, so what may be old counts as well. Name one with baseline-commit, baseline or baseline-image.',
    ]);
    const notices = [{ kind: 'no-baseline', message: 'No run of main.', location: null } as const];
    expect(told(NEW, { notices })).toEqual(['No run of main.']);
  });

  test('of some subjects: once for each reason', () => {
    const some = baseline([
      ['a', unavailable('no run')],
      ['b', unavailable('no run')],
    ]);
    expect(told({ ...NEW, withoutBaseline: 'report' }, { baseline: some })).toEqual([
      'New and old cannot be told apart in a, b: no run; what may be old is reported and does not fail (without-baseline: report).',
      'New and old cannot be told apart in c: the baseline does not know it; what may be old is reported and does not fail (without-baseline: report).',
    ]);
  });

  test('of many: not all of them by name', () => {
    const many = Array.from({ length: 12 }, (_, index) =>
      aCase({ subject: subject(`s${String(index).padStart(2, '0')}`) }),
    );
    const { notices } = decide(many, RUN, NEW, { ...JUDGEMENT, baseline: baseline([]) });
    expect(notices.map(({ message }) => message)).toEqual([
      expect.stringContaining('s08, s09 and 2 more: the baseline'),
    ]);
  });

  test('nothing where all is known, or all counts anyway', () => {
    const all = baseline(cases.map(({ subject: { name } }) => [name, { kind: 'absent' }]));
    expect(told(NEW, { baseline: all })).toEqual([]);
    expect(told(POLICY, {})).toEqual([]);
  });

  test('platforms of one image have baselines of their own', () => {
    const arm = aCase({ subject: { ...subject('a'), platform: 'linux/arm64' }, faults: [fault()] });
    const known = baseline([
      ['a (linux/arm64)', { kind: 'known', faults: [fault()], covers: { dockerfile: false, image: true } }],
    ]);
    expect(decide([arm], RUN, NEW, { ...JUDGEMENT, baseline: known }).subjects[0]?.findings).toMatchObject([
      { status: 'baseline', change: 'unchanged' },
    ]);
  });
});

test('findings stand in one order, whatever order they come in', () => {
  const place = (name: string | null, installed: string | null) => ({
    layer: null,
    path: null,
    package: name,
    purl: null,
    installed,
    fixed: null,
  });
  const ordered = [
    fault({ severity: 'critical', id: 'b' }),
    fault({ id: 'a', fingerprint: '1' }),
    fault({ id: 'a', fingerprint: '1', image: place(null, '1') }),
    fault({ id: 'a', fingerprint: '2', image: place(null, null) }),
    fault({ id: 'a', fingerprint: '1', image: place('x', '1') }),
    fault({ id: 'a', fingerprint: '1', image: place('x', '2') }),
    fault({ id: 'a', fingerprint: '0', image: place('y', '1') }),
    fault({ id: 'b' }),
    fault({ severity: 'low', id: 'a' }),
  ];
  const keyOf = ({ severity, id, fingerprint, image: at }: Fault) => [
    severity,
    id,
    at?.package,
    fingerprint,
    at?.installed,
  ];
  for (const faults of [ordered, ordered.toReversed(), [...ordered.slice(3), ...ordered.slice(0, 3)]]) {
    const [subject] = decide([aCase({ faults })], RUN, POLICY, JUDGEMENT).subjects;
    expect(subject?.findings.map(keyOf)).toEqual(ordered.map(keyOf));
  }
});

test('the verdict names what was judged', () => {
  const evidence = { dockerfile: null, image: image(), scan: scan(), repository: null };
  const [subject] = decide([aCase({ evidence })], RUN, POLICY, JUDGEMENT).subjects;
  const { reference, imageId, digest, platform } = image();
  expect(subject).toMatchObject({
    image: { reference, imageId, digest, platform },
    os: { family: 'alpine' },
    packages: { os: 20, language: 0 },
    layers: [],
  });
});

test('what is fixed is listed, worst first; not in a subject with errors', () => {
  const gone = [fault({ severity: 'low', fingerprint: 'l' }), fault({ severity: 'critical', fingerprint: 'c' })];
  const judgement = { ...JUDGEMENT, baseline: knownBaseline(gone) };
  const evidence = { dockerfile: null, image: null, scan: scan(), repository: null };
  const of = (rest: Partial<Case>) =>
    decide([aCase({ evidence, ...rest })], RUN, POLICY, judgement).subjects[0]?.fixed.map(({ severity }) => severity);
  expect(of({})).toEqual(['critical', 'low']);
  expect(of({ problems: [PROBLEM] })).toEqual([]);
});
