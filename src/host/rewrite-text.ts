import { randomUUID } from 'node:crypto';
import { chmod, chown, lstat, realpath, rename, rm, writeFile } from 'node:fs/promises';
import { dirname, join, relative, resolve } from 'node:path';
import type { Files } from './ports.ts';

export const rewriteText: Files['rewriteText'] = async (root, path, text) => {
  const base = await realpath(root);
  const file = join(base, relative(resolve(root), resolve(root, path)));
  const found = await lstat(file);
  if (found.isSymbolicLink() || (await realpath(file)) !== file) {
    throw refused('ELOOP', 'the path leads through a symbolic link', path);
  }
  if (!found.isFile()) throw refused('EINVAL', 'it is not a regular file', path);
  const draft = resolve(dirname(file), `.${randomUUID()}.tmp`);
  try {
    await writeFile(draft, text, { flag: 'wx' });
    // Only the superuser may give files away; for others it is their own already.
    await chown(draft, found.uid, found.gid).catch(() => undefined);
    await chmod(draft, found.mode & 0o7777);
    await rename(draft, file);
  } catch (error) {
    await rm(draft, { force: true });
    throw error;
  }
};

function refused(code: string, message: string, path: string): Error {
  return Object.assign(new Error(`${code}: ${message}, rewrite '${path}'`), { code, path, syscall: 'rewrite' });
}
