import { dirname, join, resolve } from 'node:path';
import type { Files, Host } from '../host/ports.ts';

/**
 * What holds for every call of git: nothing is fetched on the way (a repository without all of its objects would), and
 * objects are what their ids say (`refs/replace` could put others in their place). See git(1).
 */
export const GIT_ENVIRONMENT: Readonly<Record<string, string>> = {
  GIT_NO_REPLACE_OBJECTS: '1',
  GIT_NO_LAZY_FETCH: '1',
  GIT_TERMINAL_PROMPT: '0',
  GIT_OPTIONAL_LOCKS: '0',
};

/** A hook in the configuration of a repository must not run. Git before 2.45 knows no GIT_NO_LAZY_FETCH: no protocol will do. */
export function safeGit(folder: string, args: readonly string[]): readonly string[] {
  return ['-C', folder, '-c', 'core.fsmonitor=false', '-c', 'protocol.allow=never', ...args];
}

/** Whether a folder can be in a work tree at all: looking is much quicker than asking git (gitrepository-layout(5)). */
export async function mayBeWorkTree(folder: string, files: Pick<Files, 'stat'>): Promise<boolean> {
  for (let at = resolve(folder); ; at = dirname(at)) {
    if ((await files.stat(join(at, '.git')).catch(() => null)) !== null) return true;
    if (dirname(at) === at) return false;
  }
}

/**
 * What git says about a folder: its standard output, or null when the folder is in no git work tree, git refuses it, is not
 * there or takes too long.
 */
export async function askGit(
  folder: string,
  args: readonly string[],
  { exec, env }: Pick<Host, 'exec' | 'env'>,
  timeoutMs = 60_000,
): Promise<string | null> {
  const result = await exec
    .run('git', safeGit(folder, args), {
      env: { ...env.pick(['PATH', 'HOME', 'SystemRoot']), ...GIT_ENVIRONMENT },
      timeoutMs,
    })
    .catch(() => null);
  return result === null || result.exitCode !== 0 || result.timedOut ? null : result.stdout;
}
