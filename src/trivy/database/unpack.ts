import { join } from 'node:path';
import { Transform } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createGunzip } from 'node:zlib';
import { extract } from 'tar-stream';
import type { Host } from '../../host/ports.ts';
import { errorMessage } from '../../model/error-code.ts';
import { VerifyError } from '../../model/failure.ts';
import { METADATA } from './inspect.ts';
import type { DatabaseKind } from './kinds.ts';

/**
 * Unpacks a layer into an empty folder: exactly the two files of a database; names in the archive become no paths. It
 * stops at the size that no database has.
 * @throws VerifyError `database-archive`
 */
export async function unpackDatabase(
  kind: DatabaseKind,
  layer: string,
  folder: string,
  source: string,
  { files }: Pick<Host, 'files'>,
): Promise<void> {
  const wanted = new Set([kind.file, METADATA]);
  const entries = extract();
  const limited = limit(kind.maxUnpackedBytes);
  const unpacking = pipeline(files.open(layer), createGunzip(), limited, entries);
  unpacking.catch(() => undefined);
  try {
    for await (const entry of entries) {
      const name = entry.header.name.replace(/^\.\//, '');
      if (entry.header.type !== 'file' || !wanted.delete(name)) {
        entry.resume();
        continue;
      }
      await files.save(join(folder, name), bytesOf(entry));
    }
    await unpacking;
  } catch (error) {
    throw isArchiveFault(error) ? damaged(kind, source, errorMessage(error)) : error;
  }
  if (wanted.size > 0) {
    throw damaged(kind, source, `it holds no ${[...wanted].join(' and no ')}`);
  }
}

function limit(maxBytes: number): Transform {
  let length = 0;
  return new Transform({
    transform(chunk: Buffer, _encoding, done) {
      length += chunk.length;
      done(length > maxBytes ? new Error(`it unpacks to more than ${maxBytes} bytes`) : null, chunk);
    },
  });
}

/** An entry is a stream of bytes; its type does not say so. */
async function* bytesOf(entry: AsyncIterable<unknown>): AsyncGenerator<Uint8Array> {
  for await (const chunk of entry) {
    if (chunk instanceof Uint8Array) {
      yield chunk;
    }
  }
}

/** Errors of the decoder, in contrast to those of the file system, which carry a system call. */
function isArchiveFault(error: unknown): boolean {
  return typeof error === 'object' && error !== null && !('syscall' in error);
}

function damaged({ title }: DatabaseKind, source: string, reason: string): VerifyError {
  return new VerifyError(
    'database-archive',
    `The ${title} from ${source} cannot be unpacked: ${reason}`,
    'Name another repository with --db-repository.',
  );
}
