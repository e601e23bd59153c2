import { damaged } from '../damaged.ts';

/** The fields of one 512-byte tar header, read as Go's archive/tar reads them: container engines unpack layers with it. */
export interface TarHeader {
  readonly name: string;
  /** The type flag, one character; `\0` (the oldest form of a regular file) is given as it is. */
  readonly flag: string;
  readonly mode: number;
  readonly uid: number;
  readonly gid: number;
  readonly size: number;
  readonly link: string;
}

const BLANK = 0x20;

/** Decodes a header block that is not all zero. */
export function decodeHeader(block: Buffer): TarHeader {
  checkSum(block);
  return {
    name: `${prefix(block)}${text(block, 0, 100)}`,
    flag: String.fromCharCode(block[156] ?? 0),
    mode: numberField(block, 100, 8),
    uid: numberField(block, 108, 8),
    gid: numberField(block, 116, 8),
    size: numberField(block, 124, 12),
    link: text(block, 157, 100),
  };
}

/** Some old archivers summed signed bytes; both sums are accepted. */
function checkSum(block: Buffer): void {
  const stated = numberField(block, 148, 8);
  // The field itself counts as blanks.
  const field = block.subarray(148, 156);
  const unsigned = sum(block) - sum(field) + field.length * BLANK;
  if (stated === unsigned) {
    return;
  }
  const negative = block.filter((byte) => byte > 127).length - field.filter((byte) => byte > 127).length;
  if (stated !== unsigned - 256 * negative) {
    throw damaged('a tar header has a wrong checksum');
  }
}

function sum(bytes: Buffer): number {
  let total = 0;
  for (let index = 0; index < bytes.length; index += 1) {
    total += bytes[index] ?? 0;
  }
  return total;
}

/** Only the POSIX form has a prefix; GNU keeps times in the same bytes, and the star form ends the field earlier. */
function prefix(block: Buffer): string {
  if (block.toString('latin1', 257, 265) !== 'ustar\u000000') {
    return '';
  }
  const length = block.toString('latin1', 508, 512) === 'tar\0' ? 131 : 155;
  const value = text(block, 345, length);
  return value === '' ? '' : `${value}/`;
}

function text(block: Buffer, start: number, length: number): string {
  const field = block.subarray(start, start + length);
  const end = field.indexOf(0);
  return field.toString('utf8', 0, end === -1 ? length : end);
}

/** Octal digits, or base 256 when the first bit is set. Numbers beyond 2^53 are refused, negative ones too. */
export function numberField(block: Buffer, start: number, length: number): number {
  const field = block.subarray(start, start + length);
  const first = field[0] ?? 0;
  if ((first & 0x80) === 0) {
    const digits = field.toString('latin1').replace(/^[ \0]+|[ \0]+$/g, '');
    // Like Go, whatever follows a NUL is not looked at.
    return octal(digits.split('\0', 1)[0] ?? '');
  }
  let value = BigInt(first & 0x3f);
  for (const byte of field.subarray(1)) {
    value = value * 256n + BigInt(byte);
  }
  if ((first & 0x40) !== 0 || value > BigInt(Number.MAX_SAFE_INTEGER)) {
    throw damaged('a tar header holds a number out of range');
  }
  return Number(value);
}

function octal(digits: string): number {
  if (digits === '') {
    return 0;
  }
  if (!/^[0-7]{1,12}$/.test(digits)) {
    throw damaged('a tar header holds a number that is none');
  }
  return Number.parseInt(digits, 8);
}
