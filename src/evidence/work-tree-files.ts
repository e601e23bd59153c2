import { dirname, join, resolve, sep } from 'node:path';
import type { Files } from '../host/ports.ts';
import { once } from '../model/once.ts';
import type { ReadableFiles } from './repository-view.ts';

/**
 * Files of the work tree around a folder. A link in it may lead anywhere on the machine; what lies outside of the
 * repository is not read, because its words would stand in logs, alerts and comments.
 * @param folder when it is in no work tree, it is all that may be read
 * @returns reading rejects with code `EXDEV` for what lies outside
 */
export function workTreeFiles(folder: string, files: Files): ReadableFiles {
  const root = once(async () => files.realPath(await rootAround(resolve(folder), files)));
  const requireInside = async (path: string): Promise<void> => {
    const real = await files.realPath(path);
    if (isWithin(await root(), real)) return;
    throw Object.assign(new Error('a link leads out of the repository'), { code: 'EXDEV', path });
  };
  return {
    stat: (path) => files.stat(path),
    readBytes: async (path, limit) => {
      await requireInside(path);
      return files.readBytes(path, limit);
    },
    readText: async (path, limit) => {
      await requireInside(path);
      return files.readText(path, limit);
    },
  };
}

/** The nearest folder with a `.git` in it (gitrepository-layout(5)), else the folder itself. */
async function rootAround(folder: string, files: Files): Promise<string> {
  for (let at = folder; ; at = dirname(at)) {
    if ((await files.stat(join(at, '.git')).catch(() => null)) !== null) return at;
    if (dirname(at) === at) return folder;
  }
}

/** Of two paths without links. */
function isWithin(root: string, path: string): boolean {
  return path === root || path.startsWith(root.endsWith(sep) ? root : root + sep);
}
