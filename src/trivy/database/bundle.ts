import { join } from 'node:path';
import * as z from 'zod';
import type { Host } from '../../host/ports.ts';
import { blobPath, REF_NAME } from '../oci/layout.ts';
import type { ArtifactManifest } from '../oci/manifest.ts';
import type { Blob, FetchedManifest } from '../oci/source.ts';
import type { DatabaseKind } from './kinds.ts';

/**
 * The downloads of a cache folder, kept as an OCI layout: what a cache between runs saves, what is carried to where
 * there is no network, and what one job hands to many. A blob counts only by its digest.
 */
export function bundleFolder(cacheDir: string): string {
  return join(cacheDir, 'bundle');
}

/** The file of a blob that is there and whole; a damaged one is removed. */
export async function blobInBundle(cacheDir: string, { digest }: Blob, files: Host['files']): Promise<string | null> {
  const path = blobPath(bundleFolder(cacheDir), digest);
  if ((await files.stat(path))?.kind !== 'file') {
    return null;
  }
  if (`sha256:${await files.sha256(path)}` === digest) {
    return path;
  }
  await files.remove(path);
  return null;
}

export interface BundleEntry {
  readonly manifest: FetchedManifest;
  readonly decoded: ArtifactManifest;
  /** Verified files; they are moved. */
  readonly blobs: readonly { readonly digest: string; readonly file: string }[];
}

const Index = z.object({
  manifests: z.array(
    z.object({
      mediaType: z.string(),
      digest: z.string(),
      size: z.number(),
      annotations: z.record(z.string(), z.string()).optional(),
    }),
  ),
});

/** Puts an artifact into the layout under the name of its kind, in the place of the one before, whose blobs go. */
export async function keepInBundle(
  kind: DatabaseKind,
  cacheDir: string,
  { manifest, decoded, blobs }: BundleEntry,
  files: Host['files'],
): Promise<void> {
  const folder = bundleFolder(cacheDir);
  await files.makeFolder(join(folder, 'blobs', 'sha256'));
  for (const { digest, file } of blobs) {
    await files.rename(file, blobPath(folder, digest));
  }
  await files.writeText(blobPath(folder, manifest.digest), new TextDecoder().decode(manifest.bytes));
  await files.writeText(join(folder, 'oci-layout'), '{"imageLayoutVersion":"1.0.0"}\n');
  const others = (await readIndex(folder, files)).filter(({ annotations }) => annotations?.[REF_NAME] !== kind.folder);
  const ours = {
    mediaType: decoded.mediaType,
    digest: manifest.digest,
    size: manifest.bytes.length,
    annotations: { [REF_NAME]: kind.folder },
  };
  const index = {
    schemaVersion: 2,
    mediaType: 'application/vnd.oci.image.index.v1+json',
    manifests: [...others, ours],
  };
  await files.writeText(join(folder, 'index.json'), `${JSON.stringify(index, null, 2)}\n`);
  await removeUnnamed(folder, index.manifests, files);
}

async function readIndex(folder: string, files: Host['files']): Promise<z.infer<typeof Index>['manifests']> {
  const path = join(folder, 'index.json');
  if ((await files.stat(path))?.kind !== 'file') {
    return [];
  }
  const index = Index.safeParse(parseJson(await files.readText(path, 1024 * 1024)));
  return index.data?.manifests ?? [];
}

/** Without this a cache would grow by one database every six hours. */
async function removeUnnamed(
  folder: string,
  manifests: readonly { readonly digest: string }[],
  files: Host['files'],
): Promise<void> {
  const named = new Set<string>();
  for (const { digest } of manifests) {
    named.add(digest);
    const path = blobPath(folder, digest);
    const text = (await files.stat(path))?.kind === 'file' ? await files.readText(path, 1024 * 1024) : '';
    for (const [found] of text.matchAll(/sha256:[0-9a-f]{64}/g)) {
      named.add(found);
    }
  }
  for (const name of await files.list(join(folder, 'blobs', 'sha256'))) {
    if (!named.has(`sha256:${name}`)) {
      await files.remove(join(folder, 'blobs', 'sha256', name));
    }
  }
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
