import { execFile } from 'node:child_process';
import { mkdir, rm, symlink, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';

/** Makes a folder a git repository whose one commit holds all of it, and returns the commit's id. */
export async function commitAll(folder: string, repository: string): Promise<string> {
  await git(folder, 'init', '--quiet', '--initial-branch', 'main');
  await git(folder, 'remote', 'add', 'origin', `https://github.com/${repository}`);
  return commit(folder);
}

const IDENTITY = ['-c', 'user.name=test', '-c', 'user.email=test@example.com', '-c', 'commit.gpgsign=false'];

/** A text, bytes, a link, or nothing: the file goes away. */
export type Content = string | Uint8Array | { readonly link: string } | null;

/** Changes files of a repository, commits all of it and returns the commit's id. */
export async function commit(folder: string, files: Readonly<Record<string, Content>> = {}): Promise<string> {
  for (const [path, content] of Object.entries(files)) {
    const file = join(folder, path);
    await rm(file, { force: true, recursive: true });
    if (content === null) continue;
    await mkdir(dirname(file), { recursive: true });
    if (typeof content === 'object' && 'link' in content) await symlink(content.link, file);
    else await writeFile(file, content);
  }
  await git(folder, 'add', '--all', '--force');
  await git(folder, ...IDENTITY, 'commit', '--quiet', '--allow-empty', '--message', 'test');
  return (await git(folder, 'rev-parse', 'HEAD')).trim();
}

/** A merge commit of two others, as GitHub makes one of a pull request's base and head; checked out. */
export async function mergeOf(folder: string, base: string, head: string): Promise<string> {
  await git(folder, 'checkout', '--quiet', '--detach', base);
  await git(folder, ...IDENTITY, 'merge', '--quiet', '--no-ff', '--message', 'merge', head);
  return (await git(folder, 'rev-parse', 'HEAD')).trim();
}

/** Runs git without the settings of the machine's user; returns what it prints. */
export async function git(folder: string, ...args: readonly string[]): Promise<string> {
  const { stdout } = await promisify(execFile)('git', [...args], {
    cwd: folder,
    maxBuffer: 256 * 1024 * 1024,
    env: { PATH: process.env['PATH'] ?? '', GIT_CONFIG_GLOBAL: '/dev/null', GIT_CONFIG_SYSTEM: '/dev/null' },
  });
  return stdout;
}
