import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { gunzipSync, zstdDecompressSync } from 'node:zlib';
import { blobPath } from './blob.ts';
import { DEFAULT_CREATED, type FileSpec } from './spec.ts';
import { packTar, withParents } from './tar.ts';

interface Manifest {
  readonly config: { readonly digest: string };
  readonly layers: readonly { readonly digest: string; readonly mediaType: string }[];
}

/**
 * Packs the one image of a layout the way `docker save` does. `legacy` is the form before Docker 25 (config and
 * uncompressed layers beside `manifest.json`), `oci` the one since then: the layout itself with a `manifest.json`.
 */
export async function writeDockerArchive(
  layout: string,
  file: string,
  options: { readonly repoTags?: readonly string[] | null; readonly form?: 'legacy' | 'oci' } = {},
): Promise<void> {
  const repoTags = options.repoTags === undefined ? ['example:latest'] : options.repoTags;
  const manifest = await soleManifest(layout);
  const config = hexOf(manifest.config.digest);
  const rootfs: { rootfs: { diff_ids: readonly string[] } } = await readJson(blobPath(layout, manifest.config.digest));
  if (options.form === 'oci') {
    const entry = {
      Config: `blobs/sha256/${config}`,
      RepoTags: repoTags,
      Layers: manifest.layers.map((layer) => `blobs/sha256/${hexOf(layer.digest)}`),
    };
    const files = [...(await layoutFiles(layout)), { path: 'manifest.json', content: JSON.stringify([entry]) }];
    await save(file, withParents(files));
    return;
  }
  const layers: FileSpec[] = [];
  for (const [index, layer] of manifest.layers.entries()) {
    const content = decompress(await readFile(blobPath(layout, layer.digest)), layer.mediaType);
    layers.push({ path: `${hexOf(rootfs.rootfs.diff_ids[index] ?? '')}/layer.tar`, content });
  }
  const entry = { Config: `${config}.json`, RepoTags: repoTags, Layers: layers.map((layer) => layer.path) };
  await save(file, [
    ...withParents(layers),
    { path: `${config}.json`, content: await readFile(blobPath(layout, manifest.config.digest)) },
    { path: 'manifest.json', content: JSON.stringify([entry]) },
  ]);
}

/** Packs a whole layout as one tar file, the form of `docker buildx build --output type=oci`. */
export async function writeOciArchive(layout: string, file: string): Promise<void> {
  await save(file, withParents(await layoutFiles(layout)));
}

async function save(file: string, members: readonly FileSpec[]): Promise<void> {
  await mkdir(dirname(file), { recursive: true });
  await writeFile(file, await packTar(members, new Date(DEFAULT_CREATED)));
}

async function layoutFiles(layout: string): Promise<FileSpec[]> {
  const blobs = (await readdir(join(layout, 'blobs', 'sha256'))).sort().map((name) => `blobs/sha256/${name}`);
  return Promise.all(
    [...blobs, 'index.json', 'oci-layout'].map(async (path) => ({ path, content: await readFile(join(layout, path)) })),
  );
}

async function soleManifest(layout: string): Promise<Manifest> {
  const index: { manifests: readonly { digest: string; mediaType: string }[] } = await readJson(
    join(layout, 'index.json'),
  );
  const [only, ...more] = index.manifests;
  if (only === undefined || more.length > 0 || only.mediaType.includes('index')) {
    throw new Error(`${layout} does not hold exactly one image`);
  }
  return readJson(blobPath(layout, only.digest));
}

async function readJson<T>(path: string): Promise<T> {
  return JSON.parse(await readFile(path, 'utf8'));
}

function hexOf(digest: string): string {
  return digest.replace('sha256:', '');
}

function decompress(bytes: Buffer, mediaType: string): Buffer {
  if (mediaType.endsWith('gzip')) {
    return gunzipSync(bytes);
  }
  return mediaType.endsWith('zstd') ? zstdDecompressSync(bytes) : bytes;
}
