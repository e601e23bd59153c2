import { damaged } from '../damaged.ts';
import { numberField } from './header.ts';
import { type PaxRecords, paxText } from './pax.ts';
import type { TarBytes } from './tar-bytes.ts';

/** A file with holes: only its pieces are stored, one after the other; all else are zeros. */
export interface SparseMap {
  /** Of the whole file. */
  readonly size: number;
  readonly pieces: readonly { readonly offset: number; readonly length: number }[];
  /** Bytes of the entry's content that the map itself takes. */
  readonly taken: number;
}

const BLOCK = 512;
/** Go's limit for a map. */
const LARGEST = 1024 * 1024;

/** Which of the four forms of GNU tar an entry's records announce; null for a file without holes. As Go's tar reads them. */
export function sparseVersion(records: PaxRecords): '0' | '1' | null {
  const major = paxText(records, 'GNU.sparse.major') ?? '';
  const minor = paxText(records, 'GNU.sparse.minor') ?? '';
  if (major === '0' && (minor === '0' || minor === '1')) return '0';
  if (major === '1' && minor === '0') return '1';
  // Of an unknown version Go takes the content as it is stored.
  return major === '' && minor === '' && (paxText(records, 'GNU.sparse.map') ?? '') !== '' ? '0' : null;
}

/** Forms 0.0 and 0.1: the map stands in the records. */
export function sparseMap0(records: PaxRecords, packed: number): SparseMap {
  const count = decimal(paxText(records, 'GNU.sparse.numblocks') ?? '');
  const text = paxText(records, 'GNU.sparse.map') ?? '';
  const numbers = text === '' ? [] : text.split(',').map(decimal);
  if (numbers.length !== 2 * count) throw malformed();
  return checked(numbers, sizeOf(records, packed), 0);
}

/** Form 1.0: the map stands before the content, one number a line, filled up to whole blocks. */
export async function sparseMap1(records: PaxRecords, packed: number, bytes: TarBytes): Promise<SparseMap> {
  let text = '';
  let lines = 0;
  let taken = 0;
  const feed = async (wanted: number): Promise<void> => {
    while (lines < wanted) {
      taken += BLOCK;
      const block = taken > LARGEST || taken > packed ? null : await bytes.take(BLOCK);
      if (block === null) throw malformed();
      const more = block.toString('latin1');
      text += more;
      lines += more.split('\n').length - 1;
    }
  };
  await feed(1);
  const count = decimal(text.slice(0, text.indexOf('\n')));
  // A number takes two bytes at least.
  if (count > LARGEST / 4) throw malformed();
  await feed(1 + 2 * count);
  const numbers = text
    .split('\n', 1 + 2 * count)
    .slice(1)
    .map(decimal);
  return checked(numbers, sizeOf(records, packed), taken);
}

/** The old form: four pieces in the header, and blocks of 21 more behind it (the `S` type flag). */
export async function sparseMapOld(header: Buffer, bytes: TarBytes): Promise<SparseMap> {
  if (header.toString('latin1', 257, 265) !== 'ustar  \0') throw malformed();
  const size = numberField(header, 483, 12);
  const numbers: number[] = [];
  let block = header;
  let start = 386;
  let count = 4;
  for (let read = BLOCK; ; read += BLOCK) {
    for (let index = 0; index < count; index += 1) {
      const at = start + index * 24;
      // The first empty field ends the list.
      if (block[at] === 0) break;
      numbers.push(numberField(block, at, 12), numberField(block, at + 12, 12));
    }
    if (block[start + count * 24] === 0) return checked(numbers, size, 0);
    const next = read > LARGEST ? null : await bytes.take(BLOCK);
    if (next === null) throw malformed();
    block = next;
    start = 0;
    count = 21;
  }
}

/** The content with its holes filled; `packed` gives the stored pieces. */
export async function* withHoles(map: SparseMap, packed: AsyncIterable<Buffer>): AsyncGenerator<Buffer, void> {
  const stored = packed[Symbol.asyncIterator]();
  let rest: Buffer = Buffer.alloc(0);
  let at = 0;
  for (const { offset, length } of map.pieces) {
    yield* zeros(offset - at);
    for (let left = length; left > 0; ) {
      if (rest.length === 0) {
        const next = await stored.next();
        if (next.done === true) throw damaged('a tar archive holds a sparse file with less content than it says');
        rest = next.value;
      }
      const piece = rest.subarray(0, left);
      rest = rest.subarray(piece.length);
      left -= piece.length;
      yield piece;
    }
    at = offset + length;
  }
  yield* zeros(map.size - at);
}

const ZEROS = Buffer.alloc(64 * 1024);

function* zeros(count: number): Generator<Buffer> {
  for (let left = count; left > 0; left -= ZEROS.length) {
    yield ZEROS.subarray(0, Math.min(left, ZEROS.length));
  }
}

/** In order, none over another, none beyond the end. */
function checked(numbers: readonly number[], size: number, taken: number): SparseMap {
  const pieces: { readonly offset: number; readonly length: number }[] = [];
  let end = 0;
  for (let index = 0; index < numbers.length; index += 2) {
    const [offset = 0, length = 0] = numbers.slice(index, index + 2);
    if (offset < end || offset + length > size) throw malformed();
    end = offset + length;
    pieces.push({ offset, length });
  }
  return { size, pieces, taken };
}

function sizeOf(records: PaxRecords, packed: number): number {
  const size = paxText(records, 'GNU.sparse.size') ?? paxText(records, 'GNU.sparse.realsize');
  return size === undefined ? packed : decimal(size);
}

function decimal(text: string): number {
  const number = /^[0-9]{1,16}$/.test(text) ? Number(text) : Number.NaN;
  if (!Number.isSafeInteger(number)) throw malformed();
  return number;
}

function malformed(): Error {
  return damaged('a tar archive holds a sparse file with a malformed map');
}
