import { randomUUID } from 'node:crypto';
import { cp, mkdir, rename, rm, writeFile } from 'node:fs/promises';
import { arch } from 'node:os';
import { dirname, join } from 'node:path';
import { errorCode } from '../model/error-code.ts';
import type { Files, ToolCache } from './ports.ts';

/**
 * Tools in the layout of a runner's tool cache: `TOOL/VERSION/ARCH` and an empty file `ARCH.complete` beside it.
 *
 * Not `@actions/tool-cache`: it removes the old folder and then copies file by file, so that jobs on one runner spoil
 * each other's install, and it writes workflow commands to standard output, which belongs to the report on the
 * command line. Here a folder appears by one rename, and the first of several writers wins.
 */
export function createNodeToolCache(root: string, files: Pick<Files, 'stat' | 'remove'>): ToolCache {
  const placeOf = (tool: string, version: string): string => join(root, segment(tool), segment(version), arch());
  return {
    find: async (tool, version) => {
      const place = placeOf(tool, version);
      const complete = (await files.stat(`${place}.complete`)) !== null;
      return complete && (await files.stat(place))?.kind === 'directory' ? place : null;
    },
    add: async (folder, tool, version) => {
      const place = placeOf(tool, version);
      const draft = `${place}.${randomUUID()}`;
      await mkdir(dirname(place), { recursive: true });
      try {
        await cp(folder, draft, { recursive: true, errorOnExist: true });
        await moveIn(draft, place);
      } finally {
        await rm(draft, { recursive: true, force: true });
      }
      await writeFile(`${place}.complete`, '');
      return place;
    },
  };
}

async function moveIn(draft: string, place: string): Promise<void> {
  try {
    await rename(draft, place);
  } catch (error) {
    // Somebody else was faster. What stands there is verified by whoever uses it, as everything from the cache is.
    if (!['ENOTEMPTY', 'EEXIST', 'EPERM'].includes(errorCode(error))) {
      throw error;
    }
  }
}

/** Names come from our own tables and validated versions; a path in them is a fault of this program. */
function segment(name: string): string {
  if (!/^[A-Za-z0-9][A-Za-z0-9._-]*$/.test(name)) {
    throw new Error(`not a name for the tool cache: ${JSON.stringify(name)}`);
  }
  return name;
}
