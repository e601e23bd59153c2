import { posix } from 'node:path';
import type { CommitEntry, CommitFiles, CommitObjects } from '../model/commit.ts';
import { VerifyError } from '../model/failure.ts';

/** As many links as Linux follows (path_resolution(7)). */
const MOST_LINKS = 40;
const LONGEST_LINK = 4096;
const USUAL_LIMIT = 1024 * 1024;

/**
 * The files of a commit, from wherever its objects come. Links are followed as the file system of a checkout would follow
 * them, but never out of the commit.
 */
export function commitFiles(objects: CommitObjects): CommitFiles {
  const entryAt = entryFinder(objects);
  const followed = (path: string): Promise<CommitEntry | null> => follow(path, entryAt, objects);
  return {
    commit: objects.commit,
    async list() {
      const entries = await objects.entries();
      return entries === null ? null : entries.map(({ path }) => path).sort();
    },
    async marks() {
      const entries = await objects.entries();
      return entries === null ? null : new Map(entries.map(({ path, kind, id }) => [path, `${kind} ${id}`]));
    },
    async kindOf(path) {
      const entry = await followed(path);
      if (entry === null) return null;
      return entry.kind === 'file' ? 'file' : entry.kind === 'folder' ? 'directory' : 'other';
    },
    async read(path, limit = USUAL_LIMIT) {
      const entry = await followed(path);
      if (entry?.kind !== 'file') return null;
      const bytes = await blobOf(entry, limit, objects);
      if (bytes === 'too large') {
        throw Object.assign(new Error(`${path} is larger than ${limit} bytes`), { code: 'EFBIG' });
      }
      return bytes;
    },
  };
}

type EntryAt = (path: string) => Promise<CommitEntry | null>;

const ROOT: CommitEntry = { path: '', kind: 'folder', id: '' };

/** By the list of all entries, which knows its folders too; else folder by folder. Each is asked for once. */
function entryFinder(objects: CommitObjects): EntryAt {
  let all: Promise<ReadonlyMap<string, CommitEntry> | null> | null = null;
  const folders = new Map<string, Promise<readonly CommitEntry[] | null>>();
  return async (path) => {
    if (path === '') return ROOT;
    all ??= objects.entries().then((entries) => (entries === null ? null : withFolders(entries)));
    const known = await all;
    if (known !== null) return known.get(path) ?? null;
    const parent = posix.dirname(path) === '.' ? '' : posix.dirname(path);
    const listing = folders.get(parent) ?? objects.folder(parent);
    folders.set(parent, listing);
    return (await listing)?.find((entry) => entry.path === path) ?? null;
  };
}

function withFolders(entries: readonly CommitEntry[]): ReadonlyMap<string, CommitEntry> {
  const all = new Map<string, CommitEntry>();
  for (const entry of entries) {
    all.set(entry.path, entry);
    for (let at = entry.path.lastIndexOf('/'); at > 0; at = entry.path.lastIndexOf('/', at - 1)) {
      const path = entry.path.slice(0, at);
      if (all.has(path)) break;
      all.set(path, { path, kind: 'folder', id: '' });
    }
  }
  return all;
}

/** Resolves one segment after the other, because each may be a link. Null: nothing there, or outside. */
async function follow(path: string, entryAt: EntryAt, objects: CommitObjects): Promise<CommitEntry | null> {
  let left = segments(path);
  let here: CommitEntry = ROOT;
  for (let links = 0; left.length > 0; ) {
    const [next = '', ...rest] = left;
    if (here.kind !== 'folder') return null;
    if (next === '..') {
      if (here.path === '') return null;
      const parent: string = posix.dirname(here.path);
      here = parent === '.' ? ROOT : { path: parent, kind: 'folder', id: '' };
      left = rest;
      continue;
    }
    const entry: CommitEntry | null = await entryAt(here.path === '' ? next : `${here.path}/${next}`);
    if (entry === null) return null;
    if (entry.kind !== 'link') {
      here = entry;
      left = rest;
      continue;
    }
    const target = ++links > MOST_LINKS ? 'too large' : await blobOf(entry, LONGEST_LINK, objects);
    const text = target === 'too large' ? '' : new TextDecoder().decode(target);
    if (text === '' || text.startsWith('/')) return null;
    left = [...segments(text), ...rest];
  }
  return here;
}

/** What the commit has and nobody gives must not pass for what is missing. */
async function blobOf(
  { id, path }: CommitEntry,
  limit: number,
  { blob, commit }: CommitObjects,
): Promise<Uint8Array | 'too large'> {
  const bytes = await blob(id, limit);
  if (bytes !== null) return bytes;
  throw new VerifyError(
    'commit-incomplete',
    `Commit ${commit.slice(0, 7)} has ${path}, but its content is not to be had.`,
    'Leave out filter at actions/checkout, or give the job the permission contents: read.',
  );
}

function segments(path: string): string[] {
  return path.split('/').filter((part) => part !== '' && part !== '.');
}
