import { createHash, randomUUID } from 'node:crypto';
import { closeSync, createReadStream, openSync, readdirSync, readSync, realpathSync, statSync } from 'node:fs';
import {
  appendFile,
  type FileHandle,
  mkdir,
  open,
  rename,
  rm,
  stat,
  statfs,
  symlink,
  writeFile,
} from 'node:fs/promises';
import { dirname, resolve } from 'node:path';
import { errorCode } from '../model/error-code.ts';
import { withFileLock } from './file-lock.ts';
import type { Files } from './ports.ts';
import { rewriteText } from './rewrite-text.ts';

/** @param makeTempFolder makes a folder that somebody else removes when the run ends. */
export function createNodeFiles(makeTempFolder: () => Promise<string>): Files {
  return {
    stat: statOrNull,
    realPath: async (path) => realpathSync.native(path),
    readBytes,
    readText: async (path, limit) => new TextDecoder().decode(await readBytes(path, limit)),
    writeText,
    rewriteText,
    appendText: async (path, text) => {
      await mkdir(dirname(path), { recursive: true });
      await appendFile(path, text);
    },
    // As for `stat`: folders are walked by the hundred.
    list: async (path) => readdirSync(path).sort(),
    // Larger pieces than Node's own 64 KiB: layers are read whole.
    open: (path) => createReadStream(path, { highWaterMark: 256 * 1024 }),
    openPlaced,
    save,
    sha256,
    mark,
    locked: withFileLock,
    makeFolder: async (path) => {
      await mkdir(path, { recursive: true });
    },
    symlink: (target, path) => symlink(target, path),
    rename,
    remove: (path) => rm(path, { recursive: true, force: true }),
    freeSpace,
    makeTempFolder,
  };
}

/**
 * Asked for thousands of paths in a run. The call itself takes microseconds; a way through the thread pool and back would
 * take twenty times as long.
 */
const statOrNull: Files['stat'] = async (path) => {
  try {
    const found = statSync(path, { throwIfNoEntry: false });
    if (found === undefined) return null;
    const kind = found.isFile() ? 'file' : found.isDirectory() ? 'directory' : 'other';
    return { kind, size: found.size };
  } catch (error) {
    // ENOTDIR: a file stands where the path has a folder, so there is nothing at the path either.
    if (['ENOENT', 'ENOTDIR'].includes(errorCode(error))) {
      return null;
    }
    throw error;
  }
};

/** As many reads in a row as take a millisecond; then others have their turn: timers, signals, programs that end. */
const READS_IN_A_ROW = 16;

/** Small reads of what was written a moment ago: a way through the thread pool and back takes longer than most of them. */
const openPlaced: Files['openPlaced'] = async (path) => {
  const handle = await open(path);
  const { size } = await handle.stat();
  let reads = 0;
  return {
    size,
    read: (into, position) => {
      reads += 1;
      if (reads % READS_IN_A_ROW !== 0) return readSync(handle.fd, into, 0, into.length, position);
      return handle.read(into, 0, into.length, position).then(({ bytesRead }) => bytesRead);
    },
    close: () => handle.close(),
  };
};

/** Into one piece of memory again and again: a stream leaves as much behind as the file is large. */
const sha256: Files['sha256'] = async (path) => {
  const hash = createHash('sha256');
  const handle = await open(path);
  try {
    const piece = Buffer.allocUnsafe(1024 * 1024);
    for (;;) {
      const { bytesRead } = await handle.read(piece, 0, piece.length, null);
      if (bytesRead === 0) return hash.digest('hex');
      hash.update(piece.subarray(0, bytesRead));
    }
  } finally {
    await handle.close();
  }
};

/** The change time is set by the kernel alone (stat(2)); on Windows it is the file's own, and birth time helps. */
const mark: Files['mark'] = async (path) => {
  try {
    const found = await stat(path, { bigint: true });
    return [found.dev, found.ino, found.size, found.mtimeNs, found.ctimeNs, found.birthtimeNs].join('-');
  } catch (error) {
    if (['ENOENT', 'ENOTDIR'].includes(errorCode(error))) {
      return null;
    }
    throw error;
  }
};

const freeSpace: Files['freeSpace'] = async (path) => {
  try {
    const { bavail, bsize } = await statfs(path);
    return bavail * bsize;
  } catch {
    return null;
  }
};

const readBytes: Files['readBytes'] = async (path, limit) => readSmall(path, limit) ?? readStream(path, limit);

/** Reading at once is for what takes less time than a way through the thread pool. */
const SMALL = 256 * 1024;

/** A small file that has all its bytes at hand; null for any other one, and for what cannot be opened. */
function readSmall(path: string, limit: number): Uint8Array | null {
  // Opening a pipe would wait for whoever writes into it.
  const found = statSync(path, { throwIfNoEntry: false });
  if (found === undefined || !found.isFile() || found.size > Math.min(SMALL, limit)) return null;
  const file = openSync(path, 'r');
  try {
    const bytes = Buffer.allocUnsafe(found.size + 1);
    const length = readSync(file, bytes, 0, bytes.length, 0);
    // Shorter or longer than it was a moment ago, as files of the kernel are: read it with care.
    return length === found.size ? bytes.subarray(0, length) : null;
  } finally {
    closeSync(file);
  }
}

const readStream: Files['readBytes'] = async (path, limit) => {
  const handle = await open(path);
  try {
    const { size } = await handle.stat();
    const chunks: Buffer[] = [];
    let length = 0;
    // The size is not trusted alone: a device has none, and a file may grow while it is read.
    for await (const chunk of size > limit ? [] : handle.createReadStream({ autoClose: false, end: limit })) {
      chunks.push(chunk);
      length += chunk.length;
    }
    if (size > limit || length > limit) {
      throw Object.assign(new Error(`EFBIG: file larger than ${limit} bytes, read '${path}'`), { code: 'EFBIG', path });
    }
    return Buffer.concat(chunks);
  } finally {
    await handle.close();
  }
};

const writeText: Files['writeText'] = async (path, text) => {
  await mkdir(dirname(path), { recursive: true });
  const draft = resolve(dirname(path), `.${randomUUID()}.tmp`);
  try {
    await writeFile(draft, text, { flag: 'wx' });
    await rename(draft, path);
  } catch (error) {
    await rm(draft, { force: true });
    throw error;
  }
};

const save: Files['save'] = async (path, bytes, mode = 0o644) => {
  const handle = await open(path, 'wx', mode);
  try {
    await writeAll(handle, bytes);
    await handle.close();
  } catch (error) {
    await handle.close().catch(() => undefined);
    // With 'wx' it is this call that has made the file.
    await rm(path, { force: true });
    throw error;
  }
};

/** Written with one call. */
const BATCH = 512 * 1024;

/** Memory for batches, used again by the next file. */
const spareBatches: Buffer[] = [];
const MOST_SPARE = 4;

/**
 * Many pieces with one call, while the next ones come: a stream of Node takes a way through the thread pool for each. They
 * are copied, into two batches in turn, because the memory of a piece may be used for the next one.
 */
async function writeAll(handle: FileHandle, bytes: AsyncIterable<Uint8Array>): Promise<void> {
  let filling = takeBatch();
  let other = takeBatch();
  let filled = 0;
  let writing: Promise<void> = Promise.resolve();
  const flush = async (): Promise<void> => {
    await writing;
    writing = handle.writeFile(filling.subarray(0, filled));
    // It is awaited before the next one, or at the end.
    writing.catch(() => undefined);
    [filling, other] = [other, filling];
    filled = 0;
  };
  try {
    for await (const piece of bytes) {
      for (let from = 0; from < piece.byteLength; ) {
        const part = piece.subarray(from, from + BATCH - filled);
        filling.set(part, filled);
        filled += part.byteLength;
        from += part.byteLength;
        if (filled === BATCH) await flush();
      }
    }
    if (filled > 0) await flush();
    await writing;
  } finally {
    // Nobody else may fill what is still being written.
    await writing.catch(() => undefined);
    spareBatches.push(...[filling, other].slice(0, MOST_SPARE - spareBatches.length));
  }
}

function takeBatch(): Buffer {
  return spareBatches.pop() ?? Buffer.allocUnsafeSlow(BATCH);
}
