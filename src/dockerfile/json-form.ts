import { trimStart } from './blanks.ts';
import { Rejection } from './dockerfile-error.ts';

/**
 * The words of a JSON form, or null for anything that is not a JSON array, which is then the shell form.
 * Throws Rejection for an array that holds something else than strings.
 */
export function parseJsonForm(text: string): string[] | null {
  const start = trimStart(text);
  if (!start.startsWith('[')) return null;
  let list: unknown;
  try {
    list = JSON.parse(start);
  } catch {
    return null;
  }
  if (!Array.isArray(list)) return null;
  // A number that no float holds is a decoding error in Go, not an element of a wrong type.
  if (list.some((item) => typeof item === 'number' && !Number.isFinite(item))) return null;
  return list.map((item: unknown) => {
    if (typeof item !== 'string') throw new Rejection('a JSON array must be comprised of strings only');
    return item.toWellFormed();
  });
}
