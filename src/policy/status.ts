import type { Fault, Finding } from '../model/finding.ts';
import { reaches, type Severity } from '../model/severity.ts';
import type { Waiver } from '../model/waiver.ts';
import { graceOf } from './grace.ts';
import type { Policy } from './policy.ts';
import { type Threshold, thresholdOf } from './threshold.ts';

export interface StatusFacts {
  readonly change: Finding['change'];
  /** One that counts today. */
  readonly waiver: Waiver | null;
  /** One that would, had it not expired. */
  readonly expired: Waiver | null;
  /** RFC 3339. */
  readonly now: string;
}

type Status = Pick<Finding, 'status' | 'reason' | 'deadline'>;

/**
 * Why a fault gates or does not: the first of these that holds decides (docs/judging.md shows them as a table).
 *
 * 1. `waived`: what somebody accepted is shown as such, whatever it would have weighed.
 * 2. `below-threshold`: what weighs too little, or comes from where findings never fail.
 * 3. `unfixed`: nothing can be done about it yet, and the policy does not ask.
 * 4. `baseline`: with `gate: new`, what was there before the change.
 * 5. `unknown`: with `gate: new` and `without-baseline: report`, what cannot be told to be old or new.
 * 6. `grace`: comes last, because it is the only one that ends by itself.
 * 7. `fail`.
 */
export function statusOf(fault: Fault, policy: Policy, facts: StatusFacts): Status {
  const weight = weightOf(fault, policy);
  const threshold = thresholdOf(fault, policy);
  const { change, waiver } = facts;
  if (waiver !== null) return plain('waived', waivedReason(waiver));
  if (threshold.level === 'never')
    return plain('below-threshold', `findings of ${fault.origin ?? 'any origin'} never fail`);
  if (!reaches(weight, threshold.level))
    return plain('below-threshold', `${weighed(fault, weight, 'is below')} ${threshold.name}`);
  if (!fault.fixable && !policy.failUnfixed)
    return plain('unfixed', 'no version fixes it yet, and fail-unfixed is off');
  if (policy.gate === 'new' && change === 'unchanged') return plain('baseline', 'the change does not introduce it');
  if (policy.gate === 'new' && change === null && policy.withoutBaseline === 'report')
    return plain('unknown', 'whether the change introduces it is not known, and without-baseline is report');
  const grace = graceOf(fault, weight, policy, facts);
  if (grace.kind === 'in') {
    const { deadline } = grace;
    return {
      status: 'grace',
      reason: joined(`in its period of grace until ${day(deadline)}`, expiry(facts)),
      deadline,
    };
  }
  return plain('fail', joined(failing(fault, weight, threshold), expiry(facts), compared(policy, change), grace.why));
}

function plain(status: Finding['status'], reason: string): Status {
  return { status, reason, deadline: null };
}

/** An advisory that nobody has rated weighs what the policy says. */
function weightOf({ severity, kind }: Fault, { unratedAs }: Policy): Severity {
  return severity === 'unknown' && kind === 'advisory' ? unratedAs : severity;
}

function weighed({ severity }: Fault, weight: Severity, verb: string): string {
  return severity === weight ? `${severity} ${verb}` : `unrated counts as ${weight} and ${verb}`;
}

function failing(fault: Fault, weight: Severity, { name }: Threshold): string {
  return `${weighed(fault, weight, 'reaches')} ${name}`;
}

function waivedReason({ reason, expires }: Waiver): string {
  return `waived${expires === null ? '' : ` until ${expires}`}: ${reason}`;
}

/** The second reason is often the news: it was accepted, and is no more. */
function expiry({ expired }: StatusFacts): string | null {
  return expired === null || expired.expires === null ? null : `its waiver expired on ${expired.expires}`;
}

function compared({ gate }: Policy, change: Finding['change']): string | null {
  if (gate === 'all') return null;
  return change === 'new' ? 'the change introduces it' : 'whether the change introduces it is not known';
}

function joined(...parts: readonly (string | null)[]): string {
  return parts.filter((part) => part !== null).join('; ');
}

function day(moment: string): string {
  return moment.slice(0, 10);
}
