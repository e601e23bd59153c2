import { damaged } from '../damaged.ts';
import { ByteReader } from './byte-reader.ts';
import { decodeHeader, type TarHeader } from './header.ts';
import { decodePax, NO_RECORDS, type PaxRecords, paxNumber, paxText } from './pax.ts';
import { type SparseMap, sparseMap0, sparseMap1, sparseMapOld, sparseVersion, withHoles } from './sparse.ts';
import type { TarBytes } from './tar-bytes.ts';

export type TarKind = 'file' | 'directory' | 'symlink' | 'hardlink' | 'device' | 'fifo';

export interface TarEntry {
  /** As written; not cleaned. */
  readonly name: string;
  readonly kind: TarKind;
  readonly mode: number;
  readonly uid: number;
  readonly gid: number;
  readonly size: number;
  /** Target of a link, as written. */
  readonly link: string;
  readonly records: PaxRecords;
  /** To be read before the next entry is asked for; what is left unread is skipped. */
  readonly content: AsyncIterable<Buffer>;
}

const BLOCK = 512;
/** Go's limit for long names and extended headers. */
const SPECIAL = 1024 * 1024;

const OLD_SPARSE = 'S';

const KINDS: Readonly<Record<string, TarKind>> = {
  [OLD_SPARSE]: 'file',
  '\0': 'file',
  '0': 'file',
  '7': 'file',
  '1': 'hardlink',
  '2': 'symlink',
  '3': 'device',
  '4': 'device',
  '5': 'directory',
  '6': 'fifo',
};

/**
 * Reads a tar stream to its end, entry by entry, in bounded memory.
 *
 * Container engines and Trivy read tars with Go's archive/tar, and this reader sees what that one sees: it stops at the
 * end marker, gives links and folders no content whatever size they state, and lets global extended headers change
 * nothing. General tar libraries differ in these points, so a crafted layer could show them another /etc/passwd than
 * the one the container gets.
 */
export function readTar(source: AsyncIterable<Uint8Array>): AsyncGenerator<TarEntry, void> {
  return readTarFrom(new ByteReader(source));
}

/** The same from any source, which is closed at the end. */
export async function* readTarFrom(bytes: TarBytes): AsyncGenerator<TarEntry, void> {
  let pending: Pending = NOTHING;
  try {
    for (let block = await nextHeader(bytes); block !== null; block = await nextHeader(bytes)) {
      const header = decodeHeader(block);
      const special = SPECIALS[header.flag];
      if (special !== undefined) {
        pending = special(pending, await readSpecial(bytes, header));
        continue;
      }
      yield* readEntry(bytes, header, block, pending);
      pending = NOTHING;
    }
    if (pending !== NOTHING) {
      throw damaged('a tar archive ends after an extended header');
    }
    await bytes.drain();
  } finally {
    await bytes.close();
  }
}

/** What headers before the entry said about it. */
interface Pending {
  readonly records: PaxRecords;
  readonly name: string | null;
  readonly link: string | null;
}

const NOTHING: Pending = { records: NO_RECORDS, name: null, link: null };

const SPECIALS: Readonly<Record<string, (pending: Pending, content: Buffer) => Pending>> = {
  x: (pending, content) => ({ ...pending, records: decodePax(content) }),
  // As in Go, a global header is an entry of its own: what stood before it is forgotten.
  g: (_pending, content) => {
    decodePax(content);
    return NOTHING;
  },
  L: (pending, content) => ({ ...pending, name: cString(content) }),
  K: (pending, content) => ({ ...pending, link: cString(content) }),
};

/** The next header block, or null at the end: two zero blocks, or the end of the stream. */
async function nextHeader(bytes: TarBytes): Promise<Buffer | null> {
  const block = bytes.at(BLOCK) ?? (await bytes.take(BLOCK));
  if (block === null || !isZero(block)) {
    return block;
  }
  const second = await bytes.take(BLOCK);
  if (second !== null && !isZero(second)) {
    throw damaged('a tar archive goes on after a single zero block');
  }
  return null;
}

async function readSpecial(bytes: TarBytes, header: TarHeader): Promise<Buffer> {
  if (header.size > SPECIAL) {
    throw damaged('a tar archive holds an extended header of more than 1 MiB');
  }
  const content = header.size === 0 ? Buffer.alloc(0) : await bytes.take(header.size);
  if (content === null) {
    throw damaged('a tar archive ends in an extended header');
  }
  const kept = Buffer.from(content);
  await bytes.skip(padding(header.size));
  return kept;
}

async function* readEntry(
  bytes: TarBytes,
  header: TarHeader,
  block: Buffer,
  pending: Pending,
): AsyncGenerator<TarEntry, void> {
  const entry = describe(header, pending);
  const stored = entry.kind === 'file' ? entry.size : 0;
  const sparse = await sparseMapOf(entry, header, block, bytes);
  let left = stored - (sparse?.taken ?? 0);
  async function* content(): AsyncGenerator<Buffer, void> {
    while (left > 0) {
      const piece = await bytes.upTo(left);
      if (piece === null) {
        throw damaged('a tar archive ends in the middle of a file');
      }
      left -= piece.length;
      yield piece;
    }
  }
  // The oldest tars mark folders by a trailing slash; their size still counts.
  const kind = header.flag === '\0' && entry.name.endsWith('/') ? 'directory' : entry.kind;
  if (sparse === null) {
    yield { ...entry, kind, content: { [Symbol.asyncIterator]: content } };
  } else {
    const renamed = header.flag === OLD_SPARSE ? undefined : paxText(entry.records, 'GNU.sparse.name');
    const name = renamed ?? entry.name;
    yield { ...entry, name, size: sparse.size, kind, content: withHoles(sparse, { [Symbol.asyncIterator]: content }) };
  }
  await bytes.skip(left);
  await bytes.skip(padding(stored));
}

async function sparseMapOf(
  { kind, size, records }: Omit<TarEntry, 'content'>,
  { flag }: TarHeader,
  block: Buffer,
  bytes: TarBytes,
): Promise<SparseMap | null> {
  if (flag === OLD_SPARSE) {
    return sparseMapOld(block, bytes);
  }
  const version = sparseVersion(records);
  if (version === null) {
    return null;
  }
  if (kind !== 'file') {
    throw damaged('a tar archive holds a sparse entry that is no file');
  }
  return version === '0' ? sparseMap0(records, size) : sparseMap1(records, size, bytes);
}

function describe(header: TarHeader, { records, name, link }: Pending): Omit<TarEntry, 'content'> {
  const kind = KINDS[header.flag];
  if (kind === undefined) {
    throw damaged(`a tar archive holds an entry of the unknown type ${JSON.stringify(header.flag)}`);
  }
  return {
    name: name ?? paxText(records, 'path') ?? header.name,
    kind,
    mode: header.mode,
    uid: paxNumber(records, 'uid') ?? header.uid,
    gid: paxNumber(records, 'gid') ?? header.gid,
    size: paxNumber(records, 'size') ?? header.size,
    link: link ?? paxText(records, 'linkpath') ?? header.link,
    records,
  };
}

function cString(content: Buffer): string {
  const end = content.indexOf(0);
  return content.toString('utf8', 0, end === -1 ? content.length : end);
}

function isZero(block: Buffer): boolean {
  return block[0] === 0 && block.equals(ZERO);
}

const ZERO = Buffer.alloc(BLOCK);

function padding(size: number): number {
  return (BLOCK - (size % BLOCK)) % BLOCK;
}
