import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { FileSpec } from '../../__tests__/support/image-builder/index.ts';

interface LockFile {
  readonly packages: Readonly<Record<string, { readonly version?: string; readonly license?: string }>>;
}

/** What `npm ci` leaves under `app/node_modules`, as far as scanners look at it: a package.json for each locked package. */
export async function installedPackages(serverFolder: string): Promise<FileSpec[]> {
  const lock: LockFile = JSON.parse(await readFile(join(serverFolder, 'package-lock.json'), 'utf8'));
  return Object.entries(lock.packages)
    .filter(([path]) => path.startsWith('node_modules/'))
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([path, { version = '', license }]) => {
      const name = path.slice(path.lastIndexOf('node_modules/') + 'node_modules/'.length);
      return packageJson(`app/${path}`, name, version, license);
    });
}

export function packageJson(folder: string, name: string, version: string, license?: string): FileSpec {
  return { path: `${folder}/package.json`, content: `${JSON.stringify({ name, version, license }, null, 2)}\n` };
}

/** The named files of a server's folder, as COPY puts them into `/app`. */
export async function copiedFiles(serverFolder: string, names: readonly string[]): Promise<FileSpec[]> {
  return Promise.all(
    names.map(async (name) => ({ path: `app/${name}`, content: await readFile(join(serverFolder, name)) })),
  );
}
