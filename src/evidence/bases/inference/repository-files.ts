import { join, posix } from 'node:path';
import type { Host } from '../../../host/ports.ts';
import { askGit, mayBeWorkTree } from '../../git.ts';

const MOST_WALKED = 5000;
const DEEPEST = 5;

/**
 * The files of a repository, relative to its root: what git tracks or would track. In a folder that is no git work tree,
 * what stands in it, a few thousand files at most and without hidden folders other than `.github`.
 */
export async function repositoryFiles(root: string, host: Host): Promise<readonly string[]> {
  const args = ['ls-files', '-z', '--cached', '--others', '--exclude-standard'];
  const isKnown = await mayBeWorkTree(root, host.files);
  const listing = isKnown ? await askGit(root, args, host, 20_000) : null;
  const found = listing === null ? await walk(root, host) : listing.split('\0');
  return [...new Set(found.filter((path) => path !== ''))].sort();
}

async function walk(root: string, { files }: Host): Promise<readonly string[]> {
  const found: string[] = [];
  const folders: (readonly [path: string, depth: number])[] = [['', 0]];
  let seen = 0;
  for (const [folder, depth] of folders) {
    const names = await files.list(join(root, folder)).catch(() => []);
    for (const name of names) {
      seen++;
      if (seen > MOST_WALKED) return found;
      const path = posix.join(folder, name);
      const kind = (await files.stat(join(root, path)).catch(() => null))?.kind;
      if (kind === 'file') found.push(path);
      const isOpen = name === '.github' || !(name.startsWith('.') || name === 'node_modules');
      if (kind === 'directory' && isOpen && depth < DEEPEST) folders.push([path, depth + 1]);
    }
  }
  return found;
}
