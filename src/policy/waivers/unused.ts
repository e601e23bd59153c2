import type { Location } from '../../model/location.ts';
import type { Notice } from '../../model/notice.ts';
import type { SubjectVerdict } from '../../model/verdict.ts';
import type { Waiver } from '../../model/waiver.ts';
import { idKey } from './ids.ts';
import { indexWaivers } from './index-waivers.ts';
import { isExpired } from './match.ts';
import { count, titleOf } from './words.ts';

/** What is looked at of a subject's verdict. */
export type JudgedSubject = Pick<SubjectVerdict, 'subject' | 'findings' | 'image' | 'packages' | 'checks' | 'errors'>;

/** A notice of a waiver stands where the waiver does. */
export type WaiverNotice = Notice & { readonly location: Location };

/** More than these of one file are told in one notice. */
const MOST = 20;

/**
 * Waivers that match nothing, where that can be told: every subject that a waiver is about was looked at whole. One whose
 * images are no part of the run is not unused. The statements of an OpenVEX document are told in one notice: such
 * documents tell the history of a product.
 */
export function unusedNotices(
  idle: readonly Waiver[],
  all: readonly Waiver[],
  subjects: readonly JudgedSubject[],
  today: string,
): readonly WaiverNotice[] {
  const index = indexWaivers(all);
  const lookedAt = subjects.map((judged) => ({
    subject: { ...judged.subject, built: judged.image },
    isWhole: judged.errors.length === 0 && judged.packages !== null,
    rules: judged.errors.length > 0 ? new Set() : new Set(decidedRules(judged)),
  }));
  const unused = idle.filter((waiver) => {
    const concerned = lookedAt.filter(({ subject }) => index.concerns(waiver, subject));
    const keys = waiver.ids.map(idKey);
    return (
      concerned.length > 0 && concerned.every(({ isWhole, rules }) => isWhole || keys.every((key) => rules.has(key)))
    );
  });
  return [...Map.groupBy(unused, ({ location }) => location.file)].flatMap(([file, waivers]) => {
    const [first] = waivers;
    const together = first !== undefined && (first.source === 'openvex' || waivers.length > MOST);
    return together ? [ofFile(file, waivers, first)] : waivers.map((waiver) => ofOne(waiver, today));
  });
}

function decidedRules({ checks }: JudgedSubject): readonly string[] {
  return checks.filter(({ answer }) => answer !== 'unknown').map(({ rule }) => idKey(rule));
}

function ofOne(waiver: Waiver, today: string): WaiverNotice {
  const ended = isExpired(waiver, today) ? `ended on ${waiver.expires} and ` : '';
  const message = `${titleOf(waiver)} ${ended}matches nothing in this run.`;
  return { kind: 'waiver-unused', message, location: waiver.location };
}

function ofFile(file: string, waivers: readonly Waiver[], first: Waiver): WaiverNotice {
  const ids = [...new Set(waivers.flatMap((waiver) => waiver.ids))];
  const shown = ids.slice(0, 5).join(', ') + (ids.length > 5 ? ', …' : '');
  const what = first.source === 'openvex' ? 'statement' : 'waiver';
  const message = `${count(waivers.length, what)} of ${file} ${waivers.length === 1 ? 'matches' : 'match'} nothing in this run: ${shown}.`;
  return { kind: 'waiver-unused', message, location: first.location };
}
