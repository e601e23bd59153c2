import type { SubjectBaseline } from '../model/baseline.ts';
import type { Check } from '../model/check.ts';
import type { Fault } from '../model/finding.ts';
import type { Evidence } from '../model/subject.ts';
import { VARIABLE_RULE } from './secrets-once.ts';

/** What a subject is now, as far as it tells what is gone. */
export interface Seen {
  readonly evidence: Pick<Evidence, 'scan'>;
  readonly checks: readonly Check[];
  readonly faults: readonly Fault[];
}

/**
 * What was wrong before and is no more. What was not looked at now is not fixed: a rule has to have an answer, and all
 * that a scanner finds needs a scan.
 */
export function fixedFaults(baseline: SubjectBaseline | null, { evidence, checks, faults }: Seen): readonly Fault[] {
  if (baseline?.kind !== 'known') return [];
  const now = new Set(faults.map(({ fingerprint }) => fingerprint));
  // A credential of the config that the rule reports as well is shown once, under the rule's id.
  const isHeld = faults.some(({ id }) => id === VARIABLE_RULE);
  const answered = new Set(
    checks.flatMap(({ rule, answer }) => (answer === 'pass' || answer === 'fail' ? [rule] : [])),
  );
  return baseline.faults.filter(({ kind, id, fingerprint, image }) => {
    if (now.has(fingerprint)) return false;
    if (kind === 'rule') return answered.has(id);
    return evidence.scan !== null && !(kind === 'secret' && image?.path === null && isHeld);
  });
}
