import type { Fault, Finding } from '../model/finding.ts';
import { reaches, type Severity } from '../model/severity.ts';
import type { Waiver } from '../model/waiver.ts';
import type { Policy } from './policy.ts';

export interface StatusFacts {
  readonly change: Finding['change'];
  /** One that counts today. */
  readonly waiver: Waiver | null;
  /** RFC 3339. */
  readonly now: string;
}

type Status = Pick<Finding, 'status' | 'reason' | 'deadline'>;

/**
 * Why a fault gates or does not: the first of these that holds decides. A waiver comes first, so that what somebody
 * accepted is shown as such whatever it would have weighed; grace comes last, because it is the only one that ends by itself.
 */
export function statusOf(fault: Fault, policy: Policy, facts: StatusFacts): Status {
  const severity = weightOf(fault, policy);
  const threshold = thresholdOf(fault, policy);
  const { waiver } = facts;
  if (waiver !== null) return plain('waived', `waived: ${waiver.reason}`);
  if (threshold === 'never' || !reaches(severity, threshold))
    return plain('below-threshold', belowReason(fault, policy));
  if (!fault.fixable && !policy.failUnfixed) {
    return plain('unfixed', 'no version fixes it yet, and fail-unfixed is off');
  }
  if (policy.gate === 'new' && facts.change === 'unchanged')
    return plain('baseline', 'the change does not introduce it');
  if (policy.gate === 'new' && facts.change === null && policy.withoutBaseline === 'report') {
    return plain('unknown', 'whether the change introduces it is not known, and without-baseline is report');
  }
  const deadline = facts.change === 'new' ? null : deadlineOf(fault, severity, policy);
  if (deadline !== null && Date.parse(facts.now) < Date.parse(deadline)) {
    return { status: 'grace', reason: `in its period of grace until ${deadline.slice(0, 10)}`, deadline };
  }
  return plain('fail', failReason(fault, severity, threshold, policy));
}

function plain(status: Finding['status'], reason: string): Status {
  return { status, reason, deadline: null };
}

/** An advisory that nobody has rated weighs what the policy says. */
function weightOf({ severity, kind }: Fault, { unratedAs }: Policy): Severity {
  return severity === 'unknown' && kind === 'advisory' ? unratedAs : severity;
}

function thresholdOf({ origin }: Fault, { failOn, failOnByOrigin }: Policy): Severity | 'never' {
  return (origin === null ? undefined : failOnByOrigin[origin]) ?? failOn;
}

function thresholdName({ origin }: Fault, policy: Policy): string {
  const own = origin === null ? undefined : policy.failOnByOrigin[origin];
  return own === undefined ? `fail-on ${policy.failOn}` : `fail-on ${own} of ${origin}`;
}

function belowReason(fault: Fault, policy: Policy): string {
  if (thresholdOf(fault, policy) === 'never') return `findings of ${fault.origin} never fail`;
  return `${fault.severity} is below ${thresholdName(fault, policy)}`;
}

function failReason(fault: Fault, severity: Severity, _threshold: Severity, policy: Policy): string {
  const weighed = severity === fault.severity ? severity : `unrated counts as ${severity} and`;
  return `${weighed} reaches ${thresholdName(fault, policy)}`;
}

const DAY = 86_400_000;

/** When the grace of an advisory ends; null without a date of publication, or without grace for its severity. */
export function deadlineOf({ published }: Fault, severity: Severity, { graceDays }: Policy): string | null {
  const days = graceDays[severity];
  const start = published === null ? Number.NaN : Date.parse(published);
  if (days === undefined || Number.isNaN(start)) return null;
  const end = new Date(start + days * DAY);
  return Number.isNaN(end.getTime()) ? null : end.toISOString();
}
