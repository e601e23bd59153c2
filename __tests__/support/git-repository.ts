import { execFile } from 'node:child_process';
import { promisify } from 'node:util';

/** Makes a folder a git repository whose one commit holds all of it, and returns the commit's id. */
export async function commitAll(folder: string, repository: string): Promise<string> {
  await git(folder, 'init', '--quiet', '--initial-branch', 'main');
  await git(folder, 'remote', 'add', 'origin', `https://github.com/${repository}`);
  await git(folder, 'add', '--all', '--force');
  const identity = ['-c', 'user.name=test', '-c', 'user.email=test@example.com', '-c', 'commit.gpgsign=false'];
  await git(folder, ...identity, 'commit', '--quiet', '--message', 'test');
  return (await git(folder, 'rev-parse', 'HEAD')).trim();
}

async function git(folder: string, ...args: readonly string[]): Promise<string> {
  const { stdout } = await promisify(execFile)('git', [...args], {
    cwd: folder,
    // The settings of the machine's user stay out of it.
    env: { PATH: process.env['PATH'] ?? '', GIT_CONFIG_GLOBAL: '/dev/null', GIT_CONFIG_SYSTEM: '/dev/null' },
  });
  return stdout;
}
