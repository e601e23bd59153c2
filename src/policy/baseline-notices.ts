import type { Notice } from '../model/notice.ts';
import type { Policy } from './policy.ts';

/** A subject, and why it cannot be told what the change introduces there. */
export interface Gap {
  /** The subject, as `subjectKey` names it. */
  readonly subject: string;
  readonly reason: string;
}

const HOW = 'Name one with baseline-commit, baseline or baseline-image.';

/** More names than this make a notice unreadable. */
const SHOWN = 10;

/**
 * Says what could not be compared although only new findings are to gate: once for each reason.
 * @param known notices that there are already: one on the missing baseline of the whole run is enough
 */
export function baselineNotices(
  { gate, withoutBaseline }: Pick<Policy, 'gate' | 'withoutBaseline'>,
  hasBaseline: boolean,
  gaps: readonly Gap[],
  known: readonly Notice[],
): readonly Notice[] {
  if (gate === 'all') return [];
  const follows =
    withoutBaseline === 'gate'
      ? 'what may be old counts as well'
      : 'what may be old is reported and does not fail (without-baseline: report)';
  if (!hasBaseline) {
    if (known.some(({ kind }) => kind === 'no-baseline')) return [];
    return [notice(`There is no baseline to compare with, so ${follows}. ${HOW}`)];
  }
  const subjects = new Map<string, string[]>();
  for (const { subject, reason } of gaps) {
    const names = subjects.get(reason) ?? [];
    if (names.push(subject) === 1) subjects.set(reason, names);
  }
  return [...subjects].map(([reason, names]) =>
    notice(`New and old cannot be told apart in ${listed(names)}: ${reason}; ${follows}.`),
  );
}

function notice(message: string): Notice {
  return { kind: 'no-baseline', message, location: null };
}

function listed(names: readonly string[]): string {
  const more = names.length > SHOWN ? ` and ${names.length - SHOWN} more` : '';
  return `${[...names].sort().slice(0, SHOWN).join(', ')}${more}`;
}
