import type { Budget } from './budget.ts';
import { damaged } from './damaged.ts';
import { decompressed } from './decompress.ts';
import { layerPath } from './layer-path.ts';
import { Meter } from './meter.ts';
import { readTar, type TarEntry, type TarKind } from './tar/read-tar.ts';

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
  /** What a regular file holds, if it was asked for and is small enough. */
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

/** Says of which regular files the content is kept, by path without the leading slash. */
export type Capture = (path: string) => boolean;

/** Reads one layer, plain or compressed, in one pass. */
export async function readLayer(
  stored: AsyncIterable<Uint8Array>,
  capture: Capture,
  budget: Budget,
): Promise<LayerListing> {
  const outer = new Meter();
  const inner = new Meter();
  const plain = inner.through(decompressed(outer.through(stored)), (count) => budget.spendBytes(count));
  const entries: LayerEntry[] = [];
  for await (const entry of readTar(plain)) {
    entries.push(await toLayerEntry(entry, capture, budget));
  }
  return { diffId: inner.digest(), digest: outer.digest(), size: outer.bytes, entries };
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
    content:
      entry.kind === 'file' && capture(path) && budget.keepText(entry.size) ? await readAll(entry.content) : null,
  };
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

async function readAll(content: AsyncIterable<Buffer>): Promise<Buffer> {
  const pieces: Buffer[] = [];
  for await (const piece of content) {
    pieces.push(piece);
  }
  return Buffer.concat(pieces);
}
