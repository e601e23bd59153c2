import type { Finding } from '../model/finding.ts';
import { NOTICE_KINDS, type Notice, type NoticeKind } from '../model/notice.ts';
import { compareText } from '../model/text-order.ts';
import type { SubjectVerdict, Verdict } from '../model/verdict.ts';
import { compareFindings, gates, type PlacedFinding } from './order.ts';
import { plain } from './text/plain.ts';
import { counted, listed } from './text/words.ts';

/** What a reader tells findings apart by: they fail, will fail, were accepted, or are merely shown. */
export type Standing = 'fails' | 'grace' | 'waived' | 'shown';

export function standingOf(finding: Finding): Standing {
  if (gates(finding)) return 'fails';
  if (finding.waiver !== null || finding.status === 'waived') return 'waived';
  return finding.status === 'grace' ? 'grace' : 'shown';
}

export interface StandingCounts {
  readonly fails: number;
  readonly grace: number;
  readonly waived: number;
  readonly shown: number;
  readonly new: number;
  readonly unchanged: number;
  /** Neither new nor unchanged: there was nothing to compare them with. */
  readonly uncompared: number;
  readonly fixed: number;
}

export function countStandings(subjects: readonly SubjectVerdict[]): StandingCounts {
  const counts = { fails: 0, grace: 0, waived: 0, shown: 0, new: 0, unchanged: 0, uncompared: 0, fixed: 0 };
  for (const { findings, fixed } of subjects) {
    counts.fixed += fixed.length;
    for (const finding of findings) {
      counts[standingOf(finding)] += 1;
      counts[finding.change ?? 'uncompared'] += 1;
    }
  }
  return counts;
}

/** What was compared with and what came of it, in sentences without markup; '' when nobody asked for a comparison. */
export function comparisonText({ baseline, gate, subjects }: Verdict): string {
  if (baseline === null) return gate === 'new' ? 'There was nothing to compare with.' : '';
  const { new: added, fixed, unchanged, uncompared } = countStandings(subjects);
  const parts = [`${added} new`, `${fixed} fixed`, `${unchanged} unchanged`];
  const result = `Compared with ${plain(baseline.description, 200)}: ${listed(parts)}.`;
  const rest = uncompared === 0 ? '' : ` ${counted(uncompared, 'finding', 'findings')} could not be compared.`;
  return `${result}${rest}${gate === 'new' ? ' Unchanged findings do not fail the gate.' : ''}`;
}

/** Why there was nothing to compare with, each reason once. */
export function missingBaselines({ notices }: Verdict): readonly string[] {
  return [...new Set(notices.filter(({ kind }) => kind === 'no-baseline').map(({ message }) => message))];
}

/** What will fail when its period of grace ends, soonest first. */
export function startToFail(subjects: readonly SubjectVerdict[]): readonly PlacedFinding[] {
  return subjects
    .flatMap((subject) =>
      subject.findings.filter((one) => standingOf(one) === 'grace').map((finding) => ({ finding, subject })),
    )
    .sort(
      (a, b) =>
        compareText(a.finding.deadline ?? '', b.finding.deadline ?? '') || compareFindings(a.finding, b.finding),
    );
}

/** The day of a time as RFC 3339 has it, in UTC; '' for none. */
export function dayOf(time: string | null): string {
  return plain(time ?? '', 40).slice(0, 10);
}

/** `until 2026-12-31, by team-a`: who accepted a finding and until when; '' when neither is known. */
export function waiverTerm({ waiver }: Finding): string {
  const until = waiver?.expires == null ? 'without a term' : `until ${plain(waiver.expires, 40)}`;
  const by = waiver?.owner == null ? '' : `, by ${plain(waiver.owner, 80)}`;
  return waiver === null ? '' : `${until}${by}`;
}

export const NOTICE_TITLES: Readonly<Record<NoticeKind, string>> = {
  'ignored-on-pull-request': 'Ignored on this pull request',
  'waiver-expired': 'Expired waiver',
  'waiver-expiring': 'Waiver about to expire',
  'waiver-unused': 'Unused waiver',
  'no-baseline': 'Not compared',
};

const WEIGHT: readonly NoticeKind[] = Object.keys(NOTICE_TITLES).flatMap((key) =>
  NOTICE_KINDS.filter((kind) => kind === key),
);

/** What a reader should know of the judging itself, the weightiest first. Missing baselines stand with the comparison. */
export function sortedNotices({ notices }: Verdict): readonly Notice[] {
  return notices
    .filter(({ kind }) => kind !== 'no-baseline')
    .sort((a, b) => WEIGHT.indexOf(a.kind) - WEIGHT.indexOf(b.kind) || compareText(a.message, b.message));
}
