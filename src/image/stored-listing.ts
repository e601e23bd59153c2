import { createHash } from 'node:crypto';
import { zstdCompressSync, zstdDecompressSync } from 'node:zlib';
import type { LayerEntry, LayerListing } from './layer.ts';
import { IMAGE_LIMITS } from './limits.ts';
import type { TarKind } from './tar/read-tar.ts';

const KINDS: readonly TarKind[] = ['file', 'directory', 'symlink', 'hardlink', 'device', 'fifo'];
/** Goes up whenever listings would come out differently, so that older ones are not taken. */
const VERSION = 1;
const SUM = 64;
const LARGEST = 1024 ** 3;

/** Says whether the beginning of a file may be kept outside of the image, by its path without the leading slash. */
export type MayStore = (path: string, content: Buffer) => boolean;

/** A listing as bytes: a checksum and compressed JSON. What may not be stored is left out, as if it had not been asked for. */
export function encodeListing({ diffId, digest, size, entries }: LayerListing, mayStore: MayStore): Buffer {
  const rows = entries.map(({ path, kind, mode, uid, gid, size: bytes, link, capability, content }) => [
    ...[path, KINDS.indexOf(kind), mode, uid, gid, bytes, link],
    capability?.toString('base64') ?? null,
    content !== null && mayStore(path, content) ? content.toString('base64') : null,
  ]);
  const body = zstdCompressSync(JSON.stringify({ version: VERSION, diffId, digest, size, rows }));
  return Buffer.concat([Buffer.from(sumOf(body)), body]);
}

/** The same back; null for bytes that are damaged, of another version or of another layer. */
export function decodeListing(bytes: Uint8Array, wanted: string): LayerListing | null {
  const stored = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const body = stored.subarray(SUM);
  if (stored.toString('latin1', 0, SUM) !== sumOf(body)) return null;
  try {
    const text = zstdDecompressSync(body, { maxOutputLength: LARGEST }).toString('utf8');
    return toListing(JSON.parse(text), wanted);
  } catch {
    return null;
  }
}

function toListing(value: unknown, wanted: string): LayerListing | null {
  if (!isRecord(value) || value['version'] !== VERSION || value['diffId'] !== wanted) return null;
  const { digest, size, rows } = value;
  if (typeof digest !== 'string' || !isCount(size) || !Array.isArray(rows)) return null;
  if (rows.length > IMAGE_LIMITS.entries) return null;
  const entries: LayerEntry[] = [];
  for (const row of rows) {
    const entry = Array.isArray(row) ? toEntry(row) : null;
    if (entry === null) return null;
    entries.push(entry);
  }
  return { diffId: wanted, digest, size, entries };
}

function toEntry([path, kind, mode, uid, gid, size, link, capability, content]: readonly unknown[]): LayerEntry | null {
  const known = isCount(kind) ? KINDS[kind] : undefined;
  if (typeof path !== 'string' || typeof link !== 'string' || known === undefined) return null;
  if (!isCount(mode) || !isCount(uid) || !isCount(gid) || !isCount(size)) return null;
  return { path, kind: known, mode, uid, gid, size, link, capability: toBytes(capability), content: toBytes(content) };
}

function toBytes(value: unknown): Buffer | null {
  return typeof value === 'string' ? Buffer.from(value, 'base64') : null;
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null;
}

function isCount(value: unknown): value is number {
  return Number.isSafeInteger(value) && Number(value) >= 0;
}

function sumOf(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}
