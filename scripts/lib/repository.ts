import { join } from 'node:path';

/** Absolute path of the repository's root. */
export const ROOT = join(import.meta.dirname, '..', '..');

/** What scripts fetch, build and remember; never committed. */
export const CACHE = join(ROOT, '.cache');
