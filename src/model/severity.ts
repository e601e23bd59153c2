/** One scale for rules and advisories, worst first. `unknown` is Trivy's UNKNOWN: rated by nobody yet. */
export const SEVERITIES = ['critical', 'high', 'medium', 'low', 'unknown'] as const;

export type Severity = (typeof SEVERITIES)[number];

/** Orders worst first, for `Array.prototype.sort`. */
export function compareSeverity(a: Severity, b: Severity): number {
  return SEVERITIES.indexOf(a) - SEVERITIES.indexOf(b);
}

/** Whether `severity` reaches `threshold`. An unrated advisory reaches only the threshold `unknown`. */
export function reaches(severity: Severity, threshold: Severity): boolean {
  return compareSeverity(severity, threshold) <= 0;
}

/** The worst of several severities; `unknown` for none. */
export function worst(severities: Iterable<Severity>): Severity {
  return [...severities].sort(compareSeverity)[0] ?? 'unknown';
}
