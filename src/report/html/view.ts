import type { Finding } from '../../model/finding.ts';
import type { Verdict } from '../../model/verdict.ts';
import { compareFindings } from '../order.ts';
import type { RuleFacts } from '../sarif/options.ts';

/** How much a page shows; what lies beyond is counted. A page that takes seconds to open is not read. */
export const LIMITS = {
  findings: 2_000,
  subjects: 200,
  layers: 150,
  checks: 200,
  problems: 100,
  related: 10,
  fixed: 200,
  notices: 50,
} as const;

/** All that the parts of the page share. */
export interface View {
  readonly ruleFacts: ReadonlyMap<string, RuleFacts>;
  readonly fileBaseUrl: string | null;
  /** Findings that are shown of each subject, in the order of the page. */
  readonly shown: readonly (readonly ShownFinding[])[];
}

export interface ShownFinding {
  readonly finding: Finding;
  /** `id` of its element; unique on the page. */
  readonly id: string;
}

/** Chooses what is shown: of all subjects together the worst findings. */
export function viewOf(
  { subjects }: Verdict,
  ruleFacts: ReadonlyMap<string, RuleFacts>,
  fileBaseUrl: string | null,
): View {
  const pages = subjects.slice(0, LIMITS.subjects);
  const placed = pages.flatMap(({ findings }, subject) => findings.map((finding) => ({ finding, subject })));
  placed.sort((a, b) => compareFindings(a.finding, b.finding) || a.subject - b.subject);
  const shown: ShownFinding[][] = pages.map(() => []);
  const taken = new Map<string, number>();
  for (const { finding, subject } of placed.slice(0, LIMITS.findings)) {
    shown[subject]?.push({ finding, id: anchor(finding, taken) });
  }
  return { ruleFacts, fileBaseUrl, shown };
}

/** One package in two versions has one fingerprint, and so have two platforms of one image. */
function anchor({ fingerprint }: Finding, taken: Map<string, number>): string {
  const name = `f-${/^[0-9a-f]{1,64}$/.test(fingerprint) ? fingerprint : 'unnamed'}`;
  const count = (taken.get(name) ?? 0) + 1;
  taken.set(name, count);
  return count === 1 ? name : `${name}-${count}`;
}
