import { constants, crc32, inflateRawSync } from 'node:zlib';

/**
 * One file out of a zip (PKWARE APPNOTE 6.3): its name decides, paths are never made of it. The directory at the end says
 * where it lies and how long it is; no more than that is ever unpacked. What streamed zips write behind an entry is not
 * needed for that. Zip64 is for sizes that are refused here anyway.
 * @returns null when there is no such file, or it is not whole, larger than allowed, or encrypted
 */
export function zipEntry(zip: Uint8Array, name: string, maxBytes: number): Buffer | null {
  const bytes = Buffer.from(zip.buffer, zip.byteOffset, zip.byteLength);
  try {
    const entry = findEntry(bytes, name);
    return entry === null || entry.size > maxBytes ? null : unpack(bytes, entry);
  } catch {
    // A number that leads out of the file, or data that cannot be inflated.
    return null;
  }
}

interface Entry {
  readonly method: number;
  readonly crc: number;
  readonly packed: number;
  readonly size: number;
  readonly offset: number;
}

const END = 0x06054b50;
const END_LENGTH = 22;
const LONGEST_COMMENT = 0xffff;
const DIRECTORY = 0x02014b50;
const DIRECTORY_LENGTH = 46;
const LOCAL = 0x04034b50;
const LOCAL_LENGTH = 30;
const MOST_ENTRIES = 1_000;
const ENCRYPTED = 1;
const STORED = 0;
const DEFLATED = 8;

function findEntry(bytes: Buffer, name: string): Entry | null {
  const end = findEnd(bytes);
  if (end === null) return null;
  const count = bytes.readUInt16LE(end + 10);
  let at = bytes.readUInt32LE(end + 16);
  let found: Entry | null = null;
  for (let index = 0; index < Math.min(count, MOST_ENTRIES); index++) {
    if (bytes.readUInt32LE(at) !== DIRECTORY) return null;
    const length = bytes.readUInt16LE(at + 28);
    const rest = bytes.readUInt16LE(at + 30) + bytes.readUInt16LE(at + 32);
    const own = bytes.toString('utf8', at + DIRECTORY_LENGTH, at + DIRECTORY_LENGTH + length);
    if (own === name) {
      // Of two files of one name, readers take different ones.
      if (found !== null || (bytes.readUInt16LE(at + 8) & ENCRYPTED) !== 0) return null;
      found = {
        method: bytes.readUInt16LE(at + 10),
        crc: bytes.readUInt32LE(at + 16),
        packed: bytes.readUInt32LE(at + 20),
        size: bytes.readUInt32LE(at + 24),
        offset: bytes.readUInt32LE(at + 42),
      };
    }
    at += DIRECTORY_LENGTH + length + rest;
  }
  return found;
}

/** The record stands at the end, before a comment that reaches exactly to the end of the file. */
function findEnd(bytes: Buffer): number | null {
  const first = Math.max(0, bytes.length - END_LENGTH - LONGEST_COMMENT);
  for (let at = bytes.length - END_LENGTH; at >= first; at--) {
    if (bytes.readUInt32LE(at) === END && at + END_LENGTH + bytes.readUInt16LE(at + 20) === bytes.length) return at;
  }
  return null;
}

function unpack(bytes: Buffer, { method, crc, packed, size, offset }: Entry): Buffer | null {
  if (bytes.readUInt32LE(offset) !== LOCAL) return null;
  const start = offset + LOCAL_LENGTH + bytes.readUInt16LE(offset + 26) + bytes.readUInt16LE(offset + 28);
  if (start + packed > bytes.length) return null;
  const data = bytes.subarray(start, start + packed);
  const content = method === STORED ? data : method === DEFLATED ? inflate(data, size) : null;
  return content !== null && content.length === size && crc32(content) === crc ? content : null;
}

/** Ends with an error as soon as more comes than was announced. */
function inflate(data: Buffer, size: number): Buffer {
  return inflateRawSync(data, { maxOutputLength: Math.max(size, 1), finishFlush: constants.Z_FINISH });
}
