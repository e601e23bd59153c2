import { resolve } from 'node:path';
import type { Host } from '../host/ports.ts';

/** What git says of a folder. */
export interface GitFiles {
  /** Tracked files below the folder, relative to it, sorted; null when git's listing was cut. */
  readonly files: readonly string[] | null;
  /** The folder's own path inside the work tree; '' for its root. */
  readonly prefix: string;
  /** Absolute. */
  readonly root: string;
}

const TIMEOUT_MS = 60_000;

/** Null when the folder is in no git work tree, or git refuses it. */
export async function gitFiles(folder: string, host: Pick<Host, 'exec' | 'env'>): Promise<GitFiles | null> {
  const [cdup, prefix, listing] = await Promise.all([
    git(folder, ['rev-parse', '--show-cdup'], host),
    git(folder, ['rev-parse', '--show-prefix'], host),
    git(folder, ['ls-files', '-z'], host),
  ]);
  if (cdup === null || prefix === null || listing === null) return null;
  const whole = listing === '' || listing.endsWith('\0');
  const files = listing.split('\0').filter((path) => path !== '');
  return {
    files: whole ? [...new Set(files)].sort() : null,
    prefix: prefix.replace(/\n$/, '').replace(/\/$/, ''),
    root: resolve(folder, cdup.replace(/\n$/, '')),
  };
}

async function git(
  folder: string,
  args: readonly string[],
  { exec, env }: Pick<Host, 'exec' | 'env'>,
): Promise<string | null> {
  // A hook in the configuration of a repository must not run, and another repository's settings must not count.
  const safe = ['-C', folder, '-c', 'core.fsmonitor=false', ...args];
  const result = await exec
    .run('git', safe, { env: env.pick(['PATH', 'HOME', 'SystemRoot']), timeoutMs: TIMEOUT_MS })
    .catch(() => null);
  return result === null || result.exitCode !== 0 || result.timedOut ? null : result.stdout;
}
