import type { SubjectBaseline } from '../model/baseline.ts';
import type { Fault, Finding } from '../model/finding.ts';
import type { Subject } from '../model/subject.ts';

/**
 * Whether the change introduces a fault. Faults are compared by fingerprint alone. Where less was looked at before than
 * now, a fault that was not seen then may be an old one.
 */
export function changeOf(fault: Fault, subject: Subject, baseline: SubjectBaseline | null): Finding['change'] {
  if (baseline === null || baseline.kind === 'unavailable') return null;
  if (baseline.kind === 'absent') return 'new';
  if (baseline.faults.some(({ fingerprint }) => fingerprint === fault.fingerprint)) return 'unchanged';
  return isCovered(subject, baseline.covers) ? 'new' : null;
}

function isCovered(subject: Subject, covers: { readonly dockerfile: boolean; readonly image: boolean }): boolean {
  return (subject.dockerfile === null || covers.dockerfile) && (subject.image === null || covers.image);
}

/** What was wrong before and is no more. */
export function fixedFaults(faults: readonly Fault[], baseline: SubjectBaseline | null): readonly Fault[] {
  if (baseline?.kind !== 'known') return [];
  const now = new Set(faults.map(({ fingerprint }) => fingerprint));
  return baseline.faults.filter(({ fingerprint }) => !now.has(fingerprint));
}
