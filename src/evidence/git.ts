import type { Host } from '../host/ports.ts';

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
  // A hook in the configuration of a repository must not run, and another repository's settings must not count.
  const safe = ['-C', folder, '-c', 'core.fsmonitor=false', ...args];
  const result = await exec
    .run('git', safe, { env: env.pick(['PATH', 'HOME', 'SystemRoot']), timeoutMs })
    .catch(() => null);
  return result === null || result.exitCode !== 0 || result.timedOut ? null : result.stdout;
}
