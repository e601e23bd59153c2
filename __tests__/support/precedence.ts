import type { Finding, FindingStatus } from '../../src/model/finding.ts';
import type { Verdict } from '../../src/model/verdict.ts';
import { decide } from '../../src/policy/decide.ts';
import type { Policy } from '../../src/policy/policy.ts';
import { aCase, aWaiver, fault, JUDGEMENT, knownBaseline, POLICY, RUN } from './cases.ts';

/** What the status of a finding depends on, with every answer that there is. */
export const FACTS = {
  waiver: ['counts', 'has expired', 'none'],
  severity: ['reaches the threshold', 'is below it', 'never fails'],
  fix: ['there is one', 'none yet', 'none yet, with fail-unfixed'],
  gate: ['all', 'new'],
  change: ['new', 'unchanged', 'not known'],
  withoutBaseline: ['gate', 'report'],
  grace: ['running', 'over', 'without a date', 'not granted'],
} as const;

export type Fact = keyof typeof FACTS;
export type Facts = { readonly [F in Fact]: (typeof FACTS)[F][number] };

export interface Row {
  readonly status: FindingStatus;
  /** In words, for the documentation. */
  readonly holds: string;
  /** Every fact that is named must have one of these answers. */
  readonly when: { readonly [F in Fact]?: readonly Facts[F][] };
}

/** The order in which reasons count: the first row that holds gives the status. The documentation prints it, the tests hold `decide` to it. */
export const PRECEDENCE: readonly Row[] = [
  {
    status: 'waived',
    holds: 'A waiver that has not expired accepts it. It is shown as waived whatever it would have weighed.',
    when: { waiver: ['counts'] },
  },
  {
    status: 'below-threshold',
    holds: 'Its severity does not reach the threshold of its origin, or that threshold is `never`.',
    when: { severity: ['is below it', 'never fails'] },
  },
  {
    status: 'unfixed',
    holds: 'No version fixes the advisory yet, and `fail-unfixed` is off.',
    when: { fix: ['none yet'] },
  },
  {
    status: 'baseline',
    holds: '`gate` is `new`, and the baseline has it too.',
    when: { gate: ['new'], change: ['unchanged'] },
  },
  {
    status: 'unknown',
    holds: '`gate` is `new`, it cannot be told to be old or new, and `without-baseline` is `report`.',
    when: { gate: ['new'], change: ['not known'], withoutBaseline: ['report'] },
  },
  {
    status: 'grace',
    holds: 'Its period of grace has not ended. There is none for what a change introduces.',
    when: { grace: ['running'], change: ['unchanged', 'not known'] },
  },
  { status: 'fail', holds: 'None of these.', when: {} },
];

/** Every combination of facts. */
export function combinations(): readonly Facts[] {
  let all: Partial<Facts>[] = [{}];
  for (const [fact, answers] of Object.entries(FACTS)) {
    all = all.flatMap((before) => answers.map((answer) => ({ ...before, [fact]: answer })));
  }
  return all.map(asFacts);
}

/** The row that decides. */
export function rowOf(facts: Facts): Row {
  const row = PRECEDENCE.find(({ when }) => holds(when, facts));
  if (row === undefined) throw new Error('no row holds');
  return row;
}

function holds(when: Row['when'], facts: Facts): boolean {
  return Object.entries(when).every(([fact, answers]) => isFact(fact) && answers.some((one) => one === facts[fact]));
}

function isFact(name: string): name is Fact {
  return Object.hasOwn(FACTS, name);
}

function asFacts(facts: Partial<Facts>): Facts {
  const { waiver, severity, fix, gate, change, withoutBaseline, grace } = facts;
  if (!waiver || !severity || !fix || !gate || !change || !withoutBaseline || !grace)
    throw new Error('a fact is missing');
  return { waiver, severity, fix, gate, change, withoutBaseline, grace };
}

const NOW = '2026-06-15T12:00:00.000Z';

/** The verdict on one advisory of which these facts hold. */
export function judged(facts: Facts): { readonly verdict: Verdict; readonly finding: Finding } {
  const one = fault({
    severity: 'high',
    origin: 'app',
    fixable: facts.fix === 'there is one',
    published: {
      running: '2026-06-01T00:00:00Z',
      over: '2026-01-01T00:00:00Z',
      'without a date': null,
      'not granted': '2026-06-01T00:00:00Z',
    }[facts.grace],
  });
  const policy: Policy = {
    ...POLICY,
    failOn: 'medium',
    failOnByOrigin: {
      'reaches the threshold': {},
      'is below it': { app: 'critical' as const },
      'never fails': { app: 'never' as const },
    }[facts.severity],
    failUnfixed: facts.fix === 'none yet, with fail-unfixed',
    gate: facts.gate,
    withoutBaseline: facts.withoutBaseline,
    graceDays: facts.grace === 'not granted' ? {} : { high: 30 },
  };
  const waivers = {
    counts: [aWaiver({ ids: [one.id], expires: '2026-07-31' })],
    'has expired': [aWaiver({ ids: [one.id], expires: '2026-05-31' })],
    none: [],
  }[facts.waiver];
  const baseline = { new: knownBaseline([]), unchanged: knownBaseline([one]), 'not known': null }[facts.change];
  const verdict = decide([aCase({ faults: [one] })], RUN, policy, { ...JUDGEMENT, waivers, baseline, now: NOW });
  const finding = verdict.subjects[0]?.findings[0];
  if (finding === undefined) throw new Error('the finding is lost');
  return { verdict, finding };
}
