import { posix } from 'node:path';
import { errorCode } from '../../model/error-code.ts';
import { UsageError } from '../../model/failure.ts';
import type { BaseCommit } from '../base-commit.ts';

const LARGEST = 1024 * 1024;

/** Reads a text of the base commit, by its path from the working directory; null when there is none. */
export function readAtBase({
  files,
  prefix,
}: Pick<BaseCommit, 'files' | 'prefix'>): (path: string) => Promise<string | null> {
  return async (path) => {
    const inside = posix.normalize(posix.join(prefix, path.replaceAll('\\', '/')));
    if (posix.isAbsolute(path) || inside === '..' || inside.startsWith('../')) return null;
    try {
      const bytes = await files.read(inside, LARGEST);
      return bytes === null ? null : new TextDecoder().decode(bytes);
    } catch (error) {
      if (errorCode(error) !== 'EFBIG') throw error;
      throw new UsageError('no-policy', `${path} cannot be read: it is larger than 1 MiB.`, 'Make the file smaller.');
    }
  };
}
