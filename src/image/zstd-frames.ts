import { damaged } from './damaged.ts';
import { ByteReader } from './tar/byte-reader.ts';

const FRAME = 0xfd2fb528;
/** `0x184D2A50` to `0x184D2A5F`: notes for tools that know them, such as the table of contents of zstd:chunked. */
const SKIPPABLE = 0x184d2a50;

/** Whether these bytes (four at least) begin a zstd stream. */
export function isZstd(start: Uint8Array): boolean {
  const view = Buffer.from(start.buffer, start.byteOffset, start.byteLength);
  return view.length >= 4 && isMagic(view.readUInt32LE(0));
}

function isMagic(magic: number): boolean {
  return magic === FRAME || isSkippable(magic);
}

function isSkippable(magic: number): boolean {
  return (magic & 0xfffffff0) >>> 0 === SKIPPABLE;
}

/**
 * A zstd stream cut so that no piece goes beyond the end of a frame, skippable frames left out. Node's decompressor
 * forgets what follows the end of a frame within one piece, and zstd:chunked layers have a frame for each file.
 * Frames are told by the heads of their blocks (RFC 8878, section 3.1.1); nothing is decompressed.
 */
export async function* zstdFrames(source: AsyncIterable<Uint8Array>): AsyncGenerator<Buffer, void> {
  const bytes = new ByteReader(source, 'its compressed data');
  try {
    for (let magic = await bytes.take(4); magic !== null; magic = await bytes.take(4)) {
      const number = magic.readUInt32LE(0);
      if (isSkippable(number)) {
        await bytes.skip((await exactly(bytes, 4)).readUInt32LE(0));
      } else if (number === FRAME) {
        yield* frame(magic, bytes);
      } else {
        throw damaged('its compressed data is followed by something else');
      }
    }
  } finally {
    await bytes.close();
  }
}

async function* frame(magic: Buffer, bytes: ByteReader): AsyncGenerator<Buffer, void> {
  const descriptor = await exactly(bytes, 1);
  const flags = descriptor.readUInt8(0);
  yield Buffer.concat([magic, descriptor, await exactly(bytes, headerLength(flags))]);
  for (let isLast = false; !isLast; ) {
    const head = await exactly(bytes, 3);
    const fields = head.readUIntLE(0, 3);
    isLast = (fields & 1) === 1;
    const type = (fields >> 1) & 3;
    if (type === 3) {
      throw damaged('its compressed data is damaged');
    }
    // A run-length block holds one byte, however many it stands for.
    const body = await exactly(bytes, type === 1 ? 1 : fields >> 3);
    const checksum = isLast && (flags & 4) !== 0 ? await exactly(bytes, 4) : Buffer.alloc(0);
    yield Buffer.concat([head, body, checksum]);
  }
}

/** Window descriptor, dictionary id and content size, as far as they are there. */
function headerLength(flags: number): number {
  const isSingleSegment = (flags & 0x20) !== 0;
  const contentSize = [isSingleSegment ? 1 : 0, 2, 4, 8][flags >> 6] ?? 0;
  const dictionary = [0, 1, 2, 4][flags & 3] ?? 0;
  return (isSingleSegment ? 0 : 1) + dictionary + contentSize;
}

async function exactly(bytes: ByteReader, count: number): Promise<Buffer> {
  const taken = count === 0 ? Buffer.alloc(0) : await bytes.take(count);
  if (taken === null) {
    throw damaged('its compressed data is damaged or cut short');
  }
  return taken;
}
