import { execFile } from 'node:child_process';
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { temporaryFolder } from './temporary-folder.ts';

const run = promisify(execFile);

/** A podman with a storage of the tests' own. */
export interface TestPodman extends AsyncDisposable {
  /** For `CONTAINERS_STORAGE_CONF`. */
  readonly storage: string;
  readonly folder: string;
  podman(...args: readonly string[]): Promise<string>;
}

/** @param program path of podman */
export async function startPodman(program: string): Promise<TestPodman> {
  const folder = await temporaryFolder('pod');
  const storage = join(folder.path, 'storage.conf');
  const at = (name: string): string => JSON.stringify(join(folder.path, name));
  // Its usual driver needs a file system below that may itself be an overlay.
  await writeFile(storage, `[storage]\ndriver = "vfs"\ngraphroot = ${at('root')}\nrunroot = ${at('run')}\n`);
  await mkdir(join(folder.path, 'context'));
  const env = { ...process.env, CONTAINERS_STORAGE_CONF: storage };
  return {
    storage,
    folder: folder.path,
    podman: async (...args) => (await run(program, [...args], { env, maxBuffer: 1 << 26 })).stdout,
    [Symbol.asyncDispose]: () => folder[Symbol.asyncDispose](),
  };
}
