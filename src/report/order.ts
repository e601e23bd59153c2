import type { Finding } from '../model/finding.ts';
import { compareSeverity } from '../model/severity.ts';
import { compareText } from '../model/text-order.ts';
import type { SubjectVerdict, Verdict } from '../model/verdict.ts';

/** Whether a finding is a reason for the verdict `fail`. */
export function gates(finding: Finding): boolean {
  return finding.status === 'fail';
}

/** What gates first, then worst first; beyond that an order that does not depend on where a finding came from. */
export function compareFindings(a: Finding, b: Finding): number {
  return (
    Number(gates(b)) - Number(gates(a)) ||
    compareSeverity(a.severity, b.severity) ||
    compareText(a.id, b.id) ||
    compareText(a.fingerprint, b.fingerprint) ||
    compareText(a.image?.installed ?? '', b.image?.installed ?? '')
  );
}

export interface PlacedFinding {
  readonly finding: Finding;
  readonly subject: SubjectVerdict;
}

/** The findings of all subjects that gate, worst first. */
export function gatingFindings(verdict: Verdict): readonly PlacedFinding[] {
  return verdict.subjects
    .flatMap((subject) => subject.findings.filter(gates).map((finding) => ({ finding, subject })))
    .sort(
      (a, b) => compareFindings(a.finding, b.finding) || compareText(a.subject.subject.name, b.subject.subject.name),
    );
}
