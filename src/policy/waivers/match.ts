import type { Fault } from '../../model/finding.ts';
import type { Subject } from '../../model/subject.ts';
import type { Waiver } from '../../model/waiver.ts';

/**
 * The waiver that accepts a fault, or null: of several the one that lasts longest. Expired ones never do.
 * @param today `YYYY-MM-DD`
 */
export function waiverFor(fault: Fault, _subject: Subject, waivers: readonly Waiver[], today: string): Waiver | null {
  return waivers.find(({ ids, expires }) => ids.includes(fault.id) && (expires === null || expires >= today)) ?? null;
}
