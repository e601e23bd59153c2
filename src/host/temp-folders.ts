import { rmSync } from 'node:fs';
import { mkdir, mkdtemp, realpath, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** Folders for one run, all removed at its end, whichever way it ends. */
export interface TempFolders {
  make(): Promise<string>;
  removeAll(): Promise<void>;
  /** For signal and exit handlers, where nothing can be waited for. */
  removeAllNow(): void;
}

/** @param root null: the system's folder for temporary files. */
export function createTempFolders(root: string | null): TempFolders {
  const folders = new Set<string>();
  return {
    make: async () => {
      const parent = root ?? tmpdir();
      await mkdir(parent, { recursive: true });
      // Real paths only: programs that resolve links would otherwise report other paths than they were given.
      const folder = await mkdtemp(join(await realpath(parent), 'image-gate-'));
      folders.add(folder);
      return folder;
    },
    removeAll: async () => {
      for (const folder of folders) {
        await rm(folder, { recursive: true, force: true, maxRetries: 3 });
        folders.delete(folder);
      }
    },
    removeAllNow: () => {
      for (const folder of folders) {
        try {
          rmSync(folder, { recursive: true, force: true });
        } catch {
          // The process is ending: one folder that cannot be removed must not keep the others.
        }
      }
      folders.clear();
    },
  };
}
