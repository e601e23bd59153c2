import type { SubjectBaseline } from '../model/baseline.ts';
import type { Fault, Finding } from '../model/finding.ts';
import { compareSeverity } from '../model/severity.ts';
import type { Subject } from '../model/subject.ts';

/** What was there before the change, made ready for many questions. */
export interface Comparison {
  /** Whether the change introduces a fault; null: that is not known. */
  readonly changeOf: (fault: Fault) => Finding['change'];
  /** Why some faults cannot be told to be old or new, as a part of a sentence; null where all can. */
  readonly gap: string | null;
}

/**
 * Compares faults by fingerprint, and credentials of one file by their number. One that was milder before is another: what
 * made it graver, such as a value for a variable that had none, came with the change. Where less was looked at before than now,
 * a fault that was not seen then may be an old one.
 * @param baseline null: there is none of this subject
 */
export function compareWith(subject: Subject, baseline: SubjectBaseline | null): Comparison {
  if (baseline === null) return { changeOf: () => null, gap: 'the baseline does not know it' };
  if (baseline.kind === 'unavailable') return { changeOf: () => null, gap: baseline.reason };
  if (baseline.kind === 'absent') return { changeOf: () => 'new', gap: null };
  const before = new Map<string, Fault[]>();
  for (const fault of baseline.faults) before.set(fault.fingerprint, [...(before.get(fault.fingerprint) ?? []), fault]);
  const wasThere = (fault: Fault): boolean => {
    const same = before.get(fault.fingerprint) ?? [];
    const isAsMany = same.some(({ times = 1 }) => times >= (fault.times ?? 1));
    return isAsMany && same.some(({ severity }) => compareSeverity(severity, fault.severity) <= 0);
  };
  const missing = gapOf(subject, baseline.covers);
  const gap = missing === null ? null : (baseline.gap ?? missing);
  const unseen = gap === null ? 'new' : null;
  return {
    changeOf: (fault) => (wasThere(fault) ? 'unchanged' : unseen),
    gap,
  };
}

function gapOf(subject: Subject, covers: { readonly dockerfile: boolean; readonly image: boolean }): string | null {
  if (subject.image !== null && !covers.image) return 'the baseline does not know its image';
  return subject.dockerfile !== null && !covers.dockerfile ? 'the baseline does not know its Dockerfile' : null;
}
