import type { Budget } from './budget.ts';
import { damaged } from './damaged.ts';
import { compressionOf, decompressed, MAGIC_BYTES, peek } from './decompress.ts';
import { layerPath } from './layer-path.ts';
import { Meter } from './meter.ts';
import { FileReader, type PlacedBytes } from './tar/file-reader.ts';
import { readTar, readTarFrom, type TarEntry, type TarKind } from './tar/read-tar.ts';

/** One file, folder or link of a layer, in the order of the layer. */
export interface LayerEntry {
  /** Without slashes at its ends; '' is the root. */
  readonly path: string;
  readonly kind: TarKind;
  /** Permission bits with setuid, setgid and sticky. */
  readonly mode: number;
  readonly uid: number;
  readonly gid: number;
  readonly size: number;
  /** Target of a symbolic link as written, or the path of a hard link's other name; else ''. */
  readonly link: string;
  /** File capabilities (extended attribute security.capability), raw. */
  readonly capability: Buffer | null;
  /** The first bytes of a regular file, if they were asked for. */
  readonly content: Buffer | null;
}

export interface LayerListing {
  /** SHA-256 of the uncompressed bytes. */
  readonly diffId: string;
  /** SHA-256 of the bytes as stored. */
  readonly digest: string;
  /** Bytes as stored. */
  readonly size: number;
  readonly entries: readonly LayerEntry[];
}

/** How many of the first bytes of a regular file are kept, by its path without the leading slash; 0 for none. */
export type Capture = (path: string, size: number) => number;

/**
 * Reads one layer, plain or compressed, in one pass.
 * @param known the digest of the stored bytes, when they are known to have it: then they are not hashed again
 */
export async function readLayer(
  stored: AsyncIterable<Uint8Array>,
  capture: Capture,
  budget: Budget,
  known: string | null = null,
): Promise<LayerListing> {
  const { start, all, close } = await peek(stored, MAGIC_BYTES);
  const isPlain = compressionOf(start) === 'none';
  const outer = new Meter(known === null);
  // Of a plain layer both digests are the same.
  const inner = new Meter(!isPlain);
  let entries: readonly LayerEntry[];
  try {
    const plain = inner.through(decompressed(outer.through(all)), (count) => budget.spendBytes(count));
    entries = await entriesOf(readTar(plain), capture, budget);
  } finally {
    await close();
  }
  const digest = known ?? outer.digest();
  return { diffId: isPlain ? digest : inner.digest(), digest, size: outer.bytes, entries };
}

/**
 * The same of a file whose digest is known, without reading what is in its files unless it is asked for. Null for one that
 * is compressed: it can only be read as a stream.
 */
export async function readPlainLayer(
  file: PlacedBytes,
  capture: Capture,
  budget: Budget,
  digest: string,
): Promise<LayerListing | null> {
  const bytes = new FileReader(file);
  try {
    const start = await bytes.upTo(MAGIC_BYTES);
    if (start !== null && compressionOf(start) !== 'none') return null;
    bytes.rewind();
    budget.spendBytes(file.size);
    const entries = await entriesOf(readTarFrom(bytes), capture, budget);
    return { diffId: digest, digest, size: file.size, entries };
  } finally {
    await bytes.close();
  }
}

async function entriesOf(
  tar: AsyncIterable<TarEntry>,
  capture: Capture,
  budget: Budget,
): Promise<readonly LayerEntry[]> {
  const entries: LayerEntry[] = [];
  for await (const entry of tar) {
    entries.push(await toLayerEntry(entry, capture, budget));
  }
  return entries;
}

async function toLayerEntry(entry: TarEntry, capture: Capture, budget: Budget): Promise<LayerEntry> {
  budget.spendEntry(entry.name.length + entry.link.length);
  const path = layerPath(entry.name, budget.limits.name).join('/');
  return {
    path,
    kind: entry.kind,
    mode: entry.mode & 0o7777,
    uid: entry.uid,
    gid: entry.gid,
    size: entry.kind === 'file' ? entry.size : 0,
    link: linkOf(entry, budget.limits.name),
    capability: entry.records.get('SCHILY.xattr.security.capability') ?? null,
    content: entry.kind === 'file' ? await keep(entry, capture(path, entry.size), budget) : null,
  };
}

async function keep({ content, size }: TarEntry, wanted: number, budget: Budget): Promise<Buffer | null> {
  const count = Math.min(wanted, size);
  return wanted > 0 && budget.keep(count) ? readStart(content, count) : null;
}

function linkOf(entry: TarEntry, limit: number): string {
  if (entry.kind === 'hardlink') {
    return layerPath(entry.link, limit).join('/');
  }
  if (entry.kind !== 'symlink') {
    return '';
  }
  if (Buffer.byteLength(entry.link) > limit) {
    throw damaged(`a layer holds a link target of more than ${limit} bytes`);
  }
  return entry.link;
}

/** A copy: pieces of the stream are parts of larger buffers, which must not be kept alive by them. */
async function readStart(content: AsyncIterable<Buffer>, count: number): Promise<Buffer> {
  const start = Buffer.alloc(count);
  let at = 0;
  for await (const piece of content) {
    at += piece.copy(start, at);
    if (at >= count) {
      break;
    }
  }
  return start;
}
