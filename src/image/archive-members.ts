import { posix } from 'node:path';
import { VerifyError } from '../model/failure.ts';
import type { Budget } from './budget.ts';
import { damaged, shown, tooLarge } from './damaged.ts';
import { compressionOf, decompressed, peek } from './decompress.ts';
import { type Capture, type LayerListing, readLayer } from './layer.ts';
import { layerPath } from './layer-path.ts';
import { readTar, type TarEntry } from './tar/read-tar.ts';

/** What a file of an image archive turned out to be. */
export type ArchiveMember =
  /** Small and no tar: JSON, mostly. */
  | { readonly kind: 'document'; readonly bytes: Buffer }
  | { readonly kind: 'layer'; readonly listing: LayerListing }
  /** Matters only if the image refers to it. */
  | { readonly kind: 'bad-layer'; readonly error: VerifyError }
  | { readonly kind: 'link'; readonly target: string };

/** By path in the archive. */
export type ArchiveMembers = ReadonlyMap<string, ArchiveMember>;

/**
 * Reads an image archive (plain or compressed) in one pass, before it is known which of its files are layers: the
 * manifest often stands last. Every file that looks like a layer is listed, every small other one is kept.
 */
export async function readMembers(
  archive: AsyncIterable<Uint8Array>,
  capture: Capture,
  budget: Budget,
): Promise<ArchiveMembers> {
  const members = new Map<string, ArchiveMember>();
  let kept = 0;
  for await (const entry of readTar(decompressed(archive))) {
    budget.spendEntry(entry.name.length + entry.link.length);
    if (entry.kind === 'directory') {
      continue;
    }
    const path = layerPath(entry.name, budget.limits.name).join('/');
    if (members.has(path)) {
      // One reader would take the first, another the last.
      throw damaged(`it holds ${shown(path)} twice`);
    }
    const member = await readMember(entry, path, capture, budget);
    members.set(path, member);
    kept += member.kind === 'document' ? member.bytes.length : 0;
    if (kept > budget.limits.documents) {
      throw tooLarge(`it holds more than ${budget.limits.documents} bytes of small files`);
    }
  }
  return members;
}

async function readMember(entry: TarEntry, path: string, capture: Capture, budget: Budget): Promise<ArchiveMember> {
  if (entry.kind === 'symlink' || entry.kind === 'hardlink') {
    const target = entry.kind === 'symlink' ? posix.join(posix.dirname(path), entry.link) : entry.link;
    return { kind: 'link', target: posix.normalize(target) };
  }
  if (entry.kind !== 'file') {
    throw damaged(`it holds ${shown(path)}, which is no file`);
  }
  const { start, all } = await peek(entry.content, 512);
  if (entry.size <= budget.limits.document && !looksLikeLayer(start)) {
    return { kind: 'document', bytes: await collect(all) };
  }
  try {
    return { kind: 'layer', listing: await readLayer(all, capture, budget) };
  } catch (error) {
    // A bomb stops everything, and so does the end of the archive itself, when its next header is read.
    if (error instanceof VerifyError && error.code === 'image-damaged') {
      return { kind: 'bad-layer', error };
    }
    throw error;
  }
}

function looksLikeLayer(start: Buffer): boolean {
  return start.toString('latin1', 257, 262) === 'ustar' || compressionOf(start) !== 'none';
}

async function collect(source: AsyncIterable<Uint8Array>): Promise<Buffer> {
  const pieces: Uint8Array[] = [];
  for await (const piece of source) {
    pieces.push(piece);
  }
  return Buffer.concat(pieces);
}
