import { isAbsolute, relative, resolve, sep } from 'node:path';
import type { Files, Host } from '../host/ports.ts';
import type { CommitFiles } from '../model/commit.ts';
import { repositoryFiles } from './bases/inference/repository-files.ts';
import { type GitFiles, gitFiles } from './git-files.ts';
import { workTreeFiles } from './work-tree-files.ts';

export type ReadableFiles = Pick<Files, 'stat' | 'readBytes' | 'readText'>;

/** The repository as evidence is gathered from it: the work tree as it is, or one commit. Paths are absolute. */
export interface RepositoryView {
  readonly files: ReadableFiles;
  /** What git says of a folder; null when it is in no git work tree. */
  tracked(folder: string): Promise<GitFiles | null>;
  /** Files below a folder that are a part of the repository, or would be if they were added. */
  present(folder: string): Promise<readonly string[]>;
}

/** @param around a folder of it */
export function workTreeView(around: string, host: Host): RepositoryView {
  return {
    files: workTreeFiles(around, host.files),
    tracked: (folder) => gitFiles(folder, host),
    present: (folder) => repositoryFiles(folder, host),
  };
}

/**
 * One commit, as if it were checked out. What lies outside of the repository is not there.
 * @param root absolute path of the checkout whose commit it is
 */
export function commitView(commit: CommitFiles, root: string): RepositoryView {
  const pathOf = (path: string): string | null => {
    const inside = relative(root, resolve(path)).split(sep).join('/');
    return inside === '..' || inside.startsWith('../') || isAbsolute(inside) ? null : inside;
  };
  const read = async (path: string, limit: number): Promise<Uint8Array> => {
    const inside = pathOf(path);
    const bytes = inside === null ? null : await commit.read(inside, limit);
    if (bytes !== null) return bytes;
    throw Object.assign(new Error(`${path} is not in commit ${commit.commit.slice(0, 7)}`), { code: 'ENOENT' });
  };
  const below = async (folder: string): Promise<readonly string[] | null> => {
    const prefix = pathOf(folder) ?? '';
    const all = await commit.list();
    if (prefix === '' || all === null) return all;
    return all.flatMap((path) => (path.startsWith(`${prefix}/`) ? [path.slice(prefix.length + 1)] : []));
  };
  return {
    files: {
      async stat(path) {
        const inside = pathOf(path);
        const kind = inside === null ? null : await commit.kindOf(inside);
        // The size is asked for by nobody here: what is read is limited.
        return kind === null ? null : { kind, size: 0 };
      },
      readBytes: read,
      readText: async (path, limit) => new TextDecoder().decode(await read(path, limit)),
    },
    tracked: async (folder) => ({ files: await below(folder), prefix: pathOf(folder) ?? '', root }),
    present: async (folder) => (await below(folder)) ?? [],
  };
}
