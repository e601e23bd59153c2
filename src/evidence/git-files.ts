import { resolve } from 'node:path';
import type { Host } from '../host/ports.ts';
import { askGit, mayBeWorkTree } from './git.ts';

/** What git says of a folder. */
export interface GitFiles {
  /** Tracked files below the folder, relative to it, sorted; null when git's listing was cut. */
  readonly files: readonly string[] | null;
  /** The folder's own path inside the work tree; '' for its root. */
  readonly prefix: string;
  /** Absolute. */
  readonly root: string;
}

/** Null when the folder is in no git work tree, or git refuses it. */
export async function gitFiles(folder: string, host: Pick<Host, 'exec' | 'env' | 'files'>): Promise<GitFiles | null> {
  if (!(await mayBeWorkTree(folder, host.files))) return null;
  const [place, listing] = await Promise.all([
    askGit(folder, ['rev-parse', '--show-cdup', '--show-prefix'], host),
    askGit(folder, ['ls-files', '-z'], host),
  ]);
  if (place === null || listing === null) return null;
  // The way up is the first line; a folder's name may have line ends in it.
  const end = place.indexOf('\n');
  const [cdup, prefix] = [place.slice(0, end), place.slice(end + 1)];
  const whole = listing === '' || listing.endsWith('\0');
  const files = listing.split('\0').filter((path) => path !== '');
  return {
    files: whole ? [...new Set(files)].sort() : null,
    prefix: prefix.replace(/\n$/, '').replace(/\/$/, ''),
    root: resolve(folder, cdup),
  };
}
