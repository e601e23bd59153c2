import { Readable, type Transform } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createGunzip, createZstdDecompress } from 'node:zlib';
import { errorCode } from '../model/error-code.ts';
import { damaged } from './damaged.ts';
import { isZstd, zstdFrames } from './zstd-frames.ts';

/** How many bytes at the start of a stream tell its compression. */
export const MAGIC_BYTES = 4;

export type Compression = 'none' | 'gzip' | 'zstd' | 'foreign';

/** Bytes that tell the compression. Like container engines we go by them, not by what a manifest claims. */
const MAGIC: readonly { readonly bytes: readonly number[]; readonly compression: Compression }[] = [
  { bytes: [0x1f, 0x8b, 0x08], compression: 'gzip' },
  { bytes: [0x42, 0x5a, 0x68], compression: 'foreign' },
  { bytes: [0xfd, 0x37, 0x7a, 0x58], compression: 'foreign' },
];

/** Tells the compression from the first bytes of a stream (`MAGIC_BYTES`). `foreign`: bzip2 or xz, which no image format knows. */
export function compressionOf(start: Uint8Array): Compression {
  if (isZstd(start)) {
    return 'zstd';
  }
  return MAGIC.find(({ bytes }) => bytes.every((byte, index) => start[index] === byte))?.compression ?? 'none';
}

/** The plain bytes of a stream that may be compressed. */
export async function* decompressed(source: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array, void> {
  const { start, all, close } = await peek(source, MAGIC_BYTES);
  try {
    const compression = compressionOf(start);
    if (compression === 'foreign') {
      throw damaged('it is compressed in a way that image formats do not know');
    }
    if (compression === 'none') {
      yield* all;
    } else {
      yield* compression === 'gzip' ? through(all, createGunzip()) : through(zstdFrames(all), createZstdDecompress());
    }
  } finally {
    await close();
  }
}

async function* through(source: AsyncIterable<Uint8Array>, transform: Transform): AsyncGenerator<Uint8Array, void> {
  const input = Readable.from(source, { objectMode: false });
  const done = pipeline(input, transform);
  // Whoever iterates gets the same error from the transform; this one must not go unhandled meanwhile.
  done.catch(() => {});
  try {
    for await (const chunk of transform) {
      yield chunk as Uint8Array;
    }
    await done;
  } catch (error) {
    throw asDamage(error);
  } finally {
    transform.destroy();
    input.destroy();
    // A read of the source may still be under way; whoever owns the source must not read it before that is over.
    if (!input.closed) {
      // Not `once` of node:events: it rejects with the error that brought us here.
      await new Promise((resolve) => input.once('close', resolve));
    }
  }
}

function asDamage(error: unknown): unknown {
  return /^(Z_|ZSTD_|ERR_ZSTD|ERR_BUFFER_TOO_LARGE)/.test(errorCode(error))
    ? damaged('its compressed data is damaged or cut short')
    : error;
}

/** A stream of which the beginning is known. */
export interface Peeked {
  /** At least as many bytes as asked for, or the whole of a shorter stream. */
  readonly start: Buffer;
  /** The whole stream, `start` included. */
  readonly all: AsyncIterable<Uint8Array>;
  /** Lets go of the stream; to be called when `all` may not be read to its end. */
  readonly close: () => Promise<void>;
}

/** Reads at least `count` bytes ahead. */
export async function peek(source: AsyncIterable<Uint8Array>, count: number): Promise<Peeked> {
  const iterator = source[Symbol.asyncIterator]();
  const pieces: Uint8Array[] = [];
  let length = 0;
  while (length < count) {
    const next = await iterator.next();
    if (next.done === true) {
      break;
    }
    pieces.push(next.value);
    length += next.value.byteLength;
  }
  async function* all(): AsyncGenerator<Uint8Array, void> {
    yield* pieces;
    for (let next = await iterator.next(); next.done !== true; next = await iterator.next()) {
      yield next.value;
    }
  }
  const close = async (): Promise<void> => {
    await iterator.return?.();
  };
  return { start: Buffer.concat(pieces), all: { [Symbol.asyncIterator]: all }, close };
}
