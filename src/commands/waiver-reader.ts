import { resolve } from 'node:path';
import type { Files } from '../host/ports.ts';
import { errorCode } from '../model/error-code.ts';

const LARGEST = 4 * 1024 * 1024;

/** Reads files of waivers in the working directory; null for one that is not there. */
export function readHere(workingDirectory: string, files: Files): (path: string) => Promise<string | null> {
  return async (path) => {
    try {
      return await files.readText(resolve(workingDirectory, path), LARGEST);
    } catch (error) {
      if (['ENOENT', 'ENOTDIR'].includes(errorCode(error))) return null;
      throw error;
    }
  };
}
