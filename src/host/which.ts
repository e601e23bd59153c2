import { accessSync, constants, statSync } from 'node:fs';
import { delimiter, isAbsolute, join } from 'node:path';

/**
 * The absolute path of a program on the PATH, or null. Entries that are not absolute are passed over: they would let
 * the folder that is being checked supply the program.
 */
export async function which(program: string): Promise<string | null> {
  const folders = (process.env['PATH'] ?? '').split(delimiter).filter((folder) => isAbsolute(folder));
  const name = process.platform === 'win32' && !/\.exe$/i.test(program) ? `${program}.exe` : program;
  for (const folder of folders) {
    const path = join(folder, name);
    if (isProgram(path)) {
      return path;
    }
  }
  return null;
}

/** Whether the path is a file that this user may run. Some dozen paths are asked for, each in microseconds. */
function isProgram(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return statSync(path).isFile();
  } catch {
    return false;
  }
}
