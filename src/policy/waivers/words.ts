import type { Waiver } from '../../model/waiver.ts';

/** `The waiver of CVE-2026-1 (owner: payments)`. */
export function titleOf({ ids, owner }: Waiver): string {
  const shown = ids.slice(0, 3).join(', ') + (ids.length > 3 ? ', …' : '');
  return `The waiver of ${shown}${owner === null ? '' : ` (owner: ${owner})`}`;
}

export function count(number: number, noun: string): string {
  return `${number} ${noun}${number === 1 ? '' : 's'}`;
}
