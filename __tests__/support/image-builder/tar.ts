import { posix } from 'node:path';
import { buffer } from 'node:stream/consumers';
import { type Header, type Pack, pack } from 'tar-stream';
import type { FileSpec } from './spec.ts';

/** A tar archive with exactly these members, in this order, all with the same time. */
export async function packTar(files: readonly FileSpec[], time: Date): Promise<Buffer> {
  const archive = pack();
  const bytes = buffer(archive);
  for (const file of files) {
    await addEntry(archive, file, time);
  }
  archive.finalize();
  return bytes;
}

/** The members with every missing parent folder put before its first child, as builders write layers. */
export function withParents(files: readonly FileSpec[]): FileSpec[] {
  const listed = new Set(files.filter((file) => file.type === 'directory').map((file) => trimSlash(file.path)));
  const result: FileSpec[] = [];
  for (const file of files) {
    for (const folder of parentsOf(file.path)) {
      if (!listed.has(folder)) {
        listed.add(folder);
        result.push({ path: folder, type: 'directory' });
      }
    }
    result.push(file);
  }
  return result;
}

/** `a/b/c` has the parents `a` and `a/b`; a path that leaves the root or starts with a slash is left alone. */
function parentsOf(path: string): string[] {
  const parts = trimSlash(path).split('/').slice(0, -1);
  if (path.startsWith('/') || parts.includes('..') || posix.normalize(path) !== path) {
    return [];
  }
  return parts.map((_, index) => parts.slice(0, index + 1).join('/'));
}

function trimSlash(path: string): string {
  return path.endsWith('/') ? path.slice(0, -1) : path;
}

function addEntry(archive: Pack, file: FileSpec, time: Date): Promise<void> {
  const content = Buffer.from(file.content ?? '');
  return new Promise((resolve, reject) => {
    const done = (error?: Error | null): void => (error ? reject(error) : resolve());
    const header = headerOf(file, time);
    if (header.type === 'file') {
      archive.entry({ ...header, size: content.length }, content, done);
    } else {
      archive.entry(header, done);
    }
  });
}

function headerOf(file: FileSpec, time: Date): Partial<Header> & Pick<Header, 'name' | 'type'> {
  const type = file.type ?? 'file';
  return {
    name: type === 'directory' ? `${trimSlash(file.path)}/` : file.path,
    type,
    // The archiver takes mode 0 for "not given"; of this bit, which is no permission, it writes nothing.
    mode:
      file.mode === 0 ? 0o10000 : (file.mode ?? (type === 'directory' ? 0o755 : type === 'symlink' ? 0o777 : 0o644)),
    uid: file.uid ?? 0,
    gid: file.gid ?? 0,
    mtime: time,
    ...(file.target === undefined ? {} : { linkname: file.target }),
  };
}
