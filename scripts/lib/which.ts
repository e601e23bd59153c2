import { accessSync, constants, statSync } from 'node:fs';
import { delimiter, join } from 'node:path';

/**
 * The absolute path of an executable file on the PATH, or null.
 * `more` are folders to look into last, such as `/usr/sbin`, which is not on every user's PATH.
 */
export function which(program: string, more: readonly string[] = []): string | null {
  const folders = [...(process.env['PATH'] ?? '').split(delimiter), ...more].filter((folder) => folder !== '');
  const names = process.platform === 'win32' ? [`${program}.exe`, `${program}.cmd`] : [program];
  for (const folder of folders) {
    for (const name of names) {
      const path = join(folder, name);
      if (isExecutable(path)) {
        return path;
      }
    }
  }
  return null;
}

export function isExecutable(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return statSync(path).isFile();
  } catch {
    return false;
  }
}
