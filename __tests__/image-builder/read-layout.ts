import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { gunzipSync, zstdDecompressSync } from 'node:zlib';
import { extract, type Header } from 'tar-stream';
import { z } from 'zod';

const DESCRIPTOR = z.object({
  mediaType: z.string(),
  digest: z.string(),
  size: z.number(),
  annotations: z.record(z.string(), z.string()).optional(),
  platform: z.object({ architecture: z.string(), os: z.string(), variant: z.string().optional() }).optional(),
});
export const INDEX = z.object({ schemaVersion: z.literal(2), manifests: z.array(DESCRIPTOR) });
export const MANIFEST = z.object({ schemaVersion: z.literal(2), config: DESCRIPTOR, layers: z.array(DESCRIPTOR) });
export const CONFIG = z.object({
  architecture: z.string(),
  os: z.string(),
  created: z.string(),
  config: z.record(z.string(), z.unknown()),
  rootfs: z.object({ type: z.literal('layers'), diff_ids: z.array(z.string()) }),
  history: z
    .array(z.object({ created_by: z.string(), comment: z.string().optional(), empty_layer: z.boolean().optional() }))
    .optional(),
});

export type Descriptor = z.infer<typeof DESCRIPTOR>;

export function sha256(bytes: Uint8Array): string {
  return `sha256:${createHash('sha256').update(bytes).digest('hex')}`;
}

export async function readIndex(folder: string): Promise<z.infer<typeof INDEX>> {
  return INDEX.parse(JSON.parse(await readFile(join(folder, 'index.json'), 'utf8')));
}

/** A blob, after its digest and size were compared with what its descriptor says. */
export async function readBlob(folder: string, descriptor: Descriptor): Promise<Buffer> {
  const bytes = await readFile(join(folder, 'blobs', ...descriptor.digest.split(':')));
  if (sha256(bytes) !== descriptor.digest || bytes.length !== descriptor.size) {
    throw new Error(`${descriptor.digest} does not hold what its descriptor says`);
  }
  return bytes;
}

export async function readImage(folder: string, descriptor: Descriptor) {
  const manifest = MANIFEST.parse(JSON.parse((await readBlob(folder, descriptor)).toString('utf8')));
  const config = CONFIG.parse(JSON.parse((await readBlob(folder, manifest.config)).toString('utf8')));
  const tars = await Promise.all(
    manifest.layers.map(async (layer) => decompress(await readBlob(folder, layer), layer.mediaType)),
  );
  return { manifest, config, tars };
}

export function decompress(bytes: Buffer, mediaType: string): Buffer {
  if (mediaType.endsWith('gzip')) {
    return gunzipSync(bytes);
  }
  return mediaType.endsWith('zstd') ? zstdDecompressSync(bytes) : bytes;
}

export async function readTar(tar: Buffer): Promise<{ readonly header: Header; readonly content: Buffer }[]> {
  const members: { header: Header; content: Buffer }[] = [];
  for await (const entry of Readable.from([tar]).pipe(extract())) {
    members.push({ header: entry.header, content: await buffer(entry) });
  }
  return members;
}
