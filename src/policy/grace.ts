import type { Fault, Finding } from '../model/finding.ts';
import type { Severity } from '../model/severity.ts';
import type { Policy } from './policy.ts';

export type Grace =
  | { readonly kind: 'in'; readonly deadline: string }
  /** `why` is a part of a sentence; null where the policy grants none anyway. */
  | { readonly kind: 'out'; readonly why: string | null };

const DAY = 86_400_000;
/** RFC 3339 with its zone, or a day alone: all else would mean another moment on another machine. */
const MOMENT = /^\d{4}-\d{2}-\d{2}(T\d{2}:\d{2}(:\d{2}(\.\d+)?)?(Z|[+-]\d{2}:\d{2}))?$/;

/**
 * Whether a fault is in its period of grace: the days that the policy grants its severity, from the publication of the
 * advisory on. There is none for what a change introduces (whoever adds a package can take a fixed one), without a
 * date, or with a date that has not come yet: a wrong one could put the end off for ever.
 * @param now RFC 3339
 */
export function graceOf(
  { kind, published }: Pick<Fault, 'kind' | 'published'>,
  weight: Severity,
  { graceDays }: Pick<Policy, 'graceDays'>,
  { change, now }: { readonly change: Finding['change']; readonly now: string },
): Grace {
  const days = graceDays[weight];
  if (days === undefined || kind !== 'advisory') return out(null);
  if (change === 'new') return out('no grace for what the change introduces');
  const start = published !== null && MOMENT.test(published) ? Date.parse(published) : Number.NaN;
  if (Number.isNaN(start)) return out('no grace without a date of publication');
  const today = Date.parse(now);
  if (start > today) return out('no grace, as its date of publication lies in the future');
  const end = new Date(start + days * DAY);
  if (Number.isNaN(end.getTime())) return out('no grace without an end');
  const deadline = end.toISOString();
  return today < end.getTime() ? { kind: 'in', deadline } : out(`its grace ended on ${deadline.slice(0, 10)}`);
}

function out(why: string | null): Grace {
  return { kind: 'out', why };
}
