import type { Host } from '../host/ports.ts';
import type { CommitEntry, CommitObjects } from '../model/commit.ts';
import { VerifyError } from '../model/failure.ts';
import { once } from '../model/once.ts';
import { askGit } from './git.ts';
import { GitObjectReader } from './git-object-reader.ts';

type Ports = Pick<Host, 'exec' | 'env'>;

const ADVICE = 'Leave out filter at actions/checkout, or set fetch-depth: 1, so that GitHub is asked.';

/**
 * The objects of a commit as the repository around a folder has them, replacements and hooks aside.
 * Null when the commit or its trees are not there: a shallow checkout has neither.
 * @param commit 40 or 64 hex digits
 */
export async function gitCommitObjects(commit: string, folder: string, host: Ports): Promise<CommitObjects | null> {
  if (!isObjectId(commit)) return null;
  const type = await askGit(folder, ['cat-file', '-t', commit], host);
  if (type?.trim() !== 'commit') return null;
  // A checkout without trees (`filter: tree:0`) knows its commits all the same.
  const root = await listTree(folder, [`${commit}:`], '', host);
  if (root === null) return null;
  const reader = new GitObjectReader(folder, host);
  return {
    commit,
    entries: once(() => listTree(folder, ['-r', commit], '', host).then(complete)),
    async folder(path) {
      const listed = await listTree(folder, [`${commit}:${path}`], path, host);
      // What is cut must not pass for what is missing.
      if (listed !== 'cut') return listed;
      throw new VerifyError('commit-incomplete', `${path} of commit ${commit.slice(0, 7)} has too many files.`, ADVICE);
    },
    blob: (id, limit) => reader.read(id, limit),
  };
}

export function isObjectId(text: string): boolean {
  return /^([0-9a-f]{40}|[0-9a-f]{64})$/.test(text);
}

/** The octal modes of tree entries. Very old histories have files with other permissions. */
function kindOf(mode: string): CommitEntry['kind'] | null {
  if (mode.startsWith('100')) return 'file';
  return mode === '120000' ? 'link' : mode === '040000' ? 'folder' : mode === '160000' ? 'module' : null;
}

/**
 * What git's index holds below the root of a work tree, by path, as `CommitFiles.marks` puts it; null when git does not
 * tell, or not all of it.
 */
export async function indexMarks(root: string, host: Ports): Promise<ReadonlyMap<string, string> | null> {
  const listing = await askGit(root, ['ls-files', '--stage', '-z'], host);
  if (listing === null || (listing !== '' && !listing.endsWith('\0'))) return null;
  return new Map(
    listing.split('\0').flatMap((line): [string, string][] => {
      const [, mode = '', id = '', path] = /^(\d+) ([0-9a-f]+) \d\t(.+)$/s.exec(line) ?? [];
      return path === undefined ? [] : [[path, `${kindOf(mode)} ${id}`]];
    }),
  );
}

/** Null when git has no such tree; `cut` when the listing is longer than what is kept of it. */
async function listTree(
  folder: string,
  args: readonly string[],
  prefix: string,
  host: Ports,
): Promise<readonly CommitEntry[] | 'cut' | null> {
  const listing = await askGit(folder, ['ls-tree', '-z', '--full-tree', ...args], host);
  if (listing === null) return null;
  if (listing !== '' && !listing.endsWith('\0')) return 'cut';
  return listing.split('\0').flatMap((line): CommitEntry[] => {
    const [, mode = '', id = '', path] = /^(\d+) \w+ ([0-9a-f]+)\t(.+)$/s.exec(line) ?? [];
    const kind = kindOf(mode);
    return path === undefined || kind === null ? [] : [{ path: prefix === '' ? path : `${prefix}/${path}`, kind, id }];
  });
}

function complete(listed: readonly CommitEntry[] | 'cut' | null): readonly CommitEntry[] | null {
  return listed === 'cut' ? null : listed;
}
