import { execFile } from 'node:child_process';
import { copyFile, mkdir, realpath } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { which } from '../../scripts/lib/which.ts';

const run = promisify(execFile);

/**
 * Copies programs of this machine with the libraries they load into a folder, all where they stand here and as `/bin/NAME`:
 * enough to run commands in an image that is built without any base.
 */
export async function copyPrograms(folder: string, names: readonly string[]): Promise<void> {
  for (const name of names) {
    const program = which(name);
    if (program === null) {
      throw new Error(`there is no ${name}`);
    }
    await copyTo(program, join(folder, 'bin', basename(program)));
    const { stdout } = await run('ldd', [program]);
    for (const [, library] of stdout.matchAll(/(\/\S+) \(0x[0-9a-f]+\)/g)) {
      if (library !== undefined) await copyTo(library, join(folder, library));
    }
  }
}

async function copyTo(from: string, to: string): Promise<void> {
  await mkdir(dirname(to), { recursive: true });
  await copyFile(await realpath(from), to);
}
