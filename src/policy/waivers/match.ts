import type { Fault } from '../../model/finding.ts';
import { compareText } from '../../model/text-order.ts';
import { WAIVER_SOURCES, type Waiver } from '../../model/waiver.ts';
import type { KnownSubject } from './image.ts';
import { indexWaivers } from './index-waivers.ts';

/** What waivers say of a fault. */
export interface Acceptance {
  /** The one that accepts it, or null: of several the one that lasts longest. Expired ones never do. */
  readonly waiver: Waiver | null;
  /** One that would accept it had it not expired, or null: of several the one that counted longest. */
  readonly expired: Waiver | null;
}

/**
 * @param subject with `built` (the image evidence) where there is one: package URLs of images may ask for digest and architecture
 * @param today `YYYY-MM-DD`
 */
export function acceptanceOf(
  fault: Fault,
  subject: KnownSubject,
  waivers: readonly Waiver[],
  today: string,
): Acceptance {
  const matching = indexWaivers(waivers).matching(fault, subject);
  return {
    waiver: longest(matching.filter((waiver) => !isExpired(waiver, today))),
    expired: longest(matching.filter((waiver) => isExpired(waiver, today))),
  };
}

/** @param today `YYYY-MM-DD` */
export function isExpired({ expires }: Waiver, today: string): boolean {
  return expires !== null && expires < today;
}

function longest(waivers: readonly Waiver[]): Waiver | null {
  return waivers.reduce<Waiver | null>(
    (best, waiver) => (best === null || compareWaivers(waiver, best) < 0 ? waiver : best),
    null,
  );
}

/** What lasts longer first, then by place: the order in which files are read must not decide. */
function compareWaivers(a: Waiver, b: Waiver): number {
  return (
    compareText(b.expires ?? '9999-99-99', a.expires ?? '9999-99-99') ||
    WAIVER_SOURCES.indexOf(a.source) - WAIVER_SOURCES.indexOf(b.source) ||
    compareText(a.location.file, b.location.file) ||
    a.location.startLine - b.location.startLine ||
    compareText(a.reason, b.reason)
  );
}
