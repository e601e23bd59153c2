import type { Fault } from '../../model/finding.ts';
import type { Notice } from '../../model/notice.ts';
import { compareText } from '../../model/text-order.ts';
import type { Waiver } from '../../model/waiver.ts';
import type { KnownSubject } from './image.ts';
import { indexWaivers } from './index-waivers.ts';
import { isExpired } from './match.ts';
import { type JudgedSubject, unusedNotices, type WaiverNotice } from './unused.ts';
import { count, titleOf } from './words.ts';

/** One that ends within these days is announced. */
const SOON = 14;

const DAY = 86_400_000;

/**
 * What to say of the waivers themselves: expired, about to expire, matching nothing.
 * @param today `YYYY-MM-DD`
 * @param used those that accepted something that is no finding, such as a rule that could not decide
 */
export function waiverNotices(
  waivers: readonly Waiver[],
  subjects: readonly JudgedSubject[],
  today: string,
  used: ReadonlySet<Waiver> = new Set(),
): readonly Notice[] {
  if (waivers.length === 0) return [];
  const matched = matchedFindings(waivers, subjects);
  const idle = waivers.filter((waiver) => !matched.has(waiver) && !used.has(waiver));
  const notices: WaiverNotice[] = [...unusedNotices(idle, waivers, subjects, today)];
  for (const waiver of new Set([...matched.keys(), ...used])) {
    const findings = matched.get(waiver) ?? [];
    const notice = isExpired(waiver, today)
      ? expired(waiver, findings)
      : expiring(waiver, findings, used.has(waiver), today);
    if (notice !== null) notices.push(notice);
  }
  return notices.sort(compareNotices);
}

type Findings = JudgedSubject['findings'];

/** Each waiver that matches something with what it matches, whether or not it counts. */
function matchedFindings(
  waivers: readonly Waiver[],
  subjects: readonly JudgedSubject[],
): ReadonlyMap<Waiver, Findings> {
  const index = indexWaivers(waivers);
  const matched = new Map<Waiver, Findings[number][]>();
  for (const { subject, image, findings } of subjects) {
    const known: KnownSubject = { ...subject, built: image };
    for (const finding of findings) {
      for (const waiver of index.matching(finding satisfies Fault, known)) {
        const before = matched.get(waiver);
        if (before === undefined) matched.set(waiver, [finding]);
        else before.push(finding);
      }
    }
  }
  return matched;
}

function expired(waiver: Waiver, findings: Findings): WaiverNotice {
  const failing = findings.filter(({ status }) => status === 'fail').length;
  const what =
    failing === 0
      ? `what it matched (${count(findings.length, 'finding')}) does not fail without it; remove it`
      : `${count(failing, 'finding')} ${failing === 1 ? 'fails' : 'fail'} again`;
  const { location } = waiver;
  return { kind: 'waiver-expired', message: `${titleOf(waiver)} ended on ${waiver.expires}: ${what}.`, location };
}

/** Null when it does not end soon, or nothing depends on it. */
function expiring(waiver: Waiver, findings: Findings, isUsed: boolean, today: string): WaiverNotice | null {
  const { expires, location } = waiver;
  const days = expires === null ? Number.POSITIVE_INFINITY : (Date.parse(expires) - Date.parse(today)) / DAY;
  const depending = findings.filter((finding) => finding.waiver === waiver).length;
  if (days > SOON || (depending === 0 && !isUsed)) return null;
  const left = days === 0 ? 'today' : `in ${count(days, 'day')}, on ${expires}`;
  const message = `${titleOf(waiver)} ends ${left}; it accepts ${depending === 0 ? 'what a rule cannot decide' : count(depending, 'finding')}.`;
  return { kind: 'waiver-expiring', message, location };
}

/** By place, so that the order of files and findings does not show. */
function compareNotices(a: WaiverNotice, b: WaiverNotice): number {
  return (
    compareText(a.location.file, b.location.file) ||
    a.location.startLine - b.location.startLine ||
    compareText(a.message, b.message)
  );
}
