import type { Finding } from '../model/finding.ts';
import type { Severity } from '../model/severity.ts';
import type { Verdict } from '../model/verdict.ts';

/** How many findings there are, whatever their status; `findings` is the sum of the five. */
export type FindingCounts = Readonly<Record<Severity | 'findings', number>>;

/** The counts of a whole run, for the outputs of the step. */
export function countFindings(verdict: Verdict): FindingCounts {
  return countBySeverity(verdict.subjects.flatMap((subject) => subject.findings));
}

/** The same for any findings. */
export function countBySeverity(findings: readonly Pick<Finding, 'severity'>[]): FindingCounts {
  const counts = { findings: findings.length, critical: 0, high: 0, medium: 0, low: 0, unknown: 0 };
  for (const { severity } of findings) counts[severity] += 1;
  return counts;
}
