import { posix } from 'node:path';
import { isKnown } from './build-step.ts';

/** A path below the root of the repository, or null: outside of it, an address, or not written in the file. */
export function insideRepository(...parts: readonly string[]): string | null {
  if (parts.some((part) => !isKnown(part) || isAddress(part))) return null;
  // An absolute part starts again, as it does for the tools that read these files.
  const path = posix.normalize(posix.join(...parts.map((part) => part.replaceAll('\\', '/'))));
  const absolute = parts.some((part) => /^([\\/]|[A-Za-z]:)/.test(part));
  if (absolute || path === '..' || path.startsWith('../')) return null;
  return path.replace(/\/+$/, '');
}

/** A context that the builder fetches. */
function isAddress(text: string): boolean {
  return /^[a-z][a-z0-9+.-]*:\/\//i.test(text) || text.startsWith('git@') || text.startsWith('github.com/');
}
