import { createHash } from 'node:crypto';
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { type RawEntry, rawTar } from './raw-tar.ts';

/** A JSON document: a value, or bytes to be taken as they are. */
export type Document = object | Buffer;

/** An image of which every part can be wrong. Each function gets the right value and returns what is written. */
export interface RawImage {
  /** Bytes as stored, bottom first. */
  readonly layers?: readonly Buffer[];
  readonly config?: (right: RawConfig) => Document;
  readonly manifest?: (right: RawManifest) => Document;
  readonly index?: (right: RawIndex) => Document;
  /** The members of a docker-archive; those of an OCI layout stand in the other functions. */
  readonly members?: (right: readonly RawEntry[]) => readonly RawEntry[];
}

export interface RawConfig {
  readonly architecture: string;
  readonly os: string;
  readonly config: object;
  readonly rootfs: { readonly type: string; readonly diff_ids: readonly string[] };
}

export interface RawDescriptor {
  readonly mediaType: string;
  readonly digest: string;
  readonly size: number;
}

export interface RawManifest {
  readonly schemaVersion: number;
  readonly mediaType: string;
  readonly config: RawDescriptor;
  readonly layers: readonly RawDescriptor[];
}

export interface RawIndex {
  readonly schemaVersion: number;
  readonly manifests: readonly RawDescriptor[];
}

export const PASSWD = 'root:x:0:0:root:/root:/bin/sh\napp:x:1001:1002:app:/app:/bin/sh\n';
export const GOOD_LAYER = rawTar({ name: 'etc/passwd', content: PASSWD });
const TYPE = 'application/vnd.oci.image';

export function sha256(bytes: Buffer): string {
  return `sha256:${createHash('sha256').update(bytes).digest('hex')}`;
}

/** Writes the image as an OCI layout; every digest that is not asked to be wrong is right. */
export async function writeRawLayout(folder: string, image: RawImage): Promise<void> {
  const layers = image.layers ?? [GOOD_LAYER];
  const blobs = new Map(layers.map((layer) => [sha256(layer), layer]));
  const add = (mediaType: string, bytes: Buffer): RawDescriptor => {
    blobs.set(sha256(bytes), bytes);
    return { mediaType, digest: sha256(bytes), size: bytes.length };
  };
  const config = add(`${TYPE}.config.v1+json`, bytesOf(edit(image.config, rightConfig(layers))));
  const manifest = add(
    `${TYPE}.manifest.v1+json`,
    bytesOf(
      edit(image.manifest, {
        schemaVersion: 2,
        mediaType: `${TYPE}.manifest.v1+json`,
        config,
        layers: layers.map((layer) => add(`${TYPE}.layer.v1.tar`, layer)),
      }),
    ),
  );
  await mkdir(join(folder, 'blobs', 'sha256'), { recursive: true });
  for (const [digest, bytes] of blobs) {
    await writeFile(join(folder, 'blobs', ...digest.split(':')), bytes);
  }
  await writeFile(join(folder, 'oci-layout'), '{"imageLayoutVersion":"1.0.0"}');
  await writeFile(join(folder, 'index.json'), bytesOf(edit(image.index, { schemaVersion: 2, manifests: [manifest] })));
}

/** Writes the image in the old form of `docker save`. */
export async function writeRawArchive(file: string, image: RawImage): Promise<void> {
  const { config, layers, entry } = archived(image, ['acme/raw:1'], (_layer, index) => `${index}/layer.tar`);
  const members = [...layers, config, { name: 'manifest.json', content: bytesOf([entry]) }];
  await writeFile(file, rawTar(...(image.members === undefined ? members : image.members(members))));
}

/** Writes several images into one such archive; a layer that two of them have stands there once. */
export async function writeRawArchives(
  file: string,
  images: readonly (Pick<RawImage, 'layers' | 'config'> & { readonly tags: readonly string[] })[],
): Promise<void> {
  const all = images.map((image) => archived(image, image.tags, (layer) => `${sha256(layer).slice(7)}/layer.tar`));
  const members = new Map(
    all.flatMap(({ layers, config }) => [...layers, config]).map((member) => [member.name, member]),
  );
  const manifest = { name: 'manifest.json', content: bytesOf(all.map(({ entry }) => entry)) };
  await writeFile(file, rawTar(...members.values(), manifest));
}

interface Archived {
  readonly config: RawEntry;
  readonly layers: readonly RawEntry[];
  readonly entry: { readonly Config: string; readonly RepoTags: readonly string[]; readonly Layers: readonly string[] };
}

function archived(
  image: Pick<RawImage, 'layers' | 'config'>,
  tags: readonly string[],
  place: (layer: Buffer, index: number) => string,
): Archived {
  const blobs = image.layers ?? [GOOD_LAYER];
  const content = bytesOf(edit(image.config, rightConfig(blobs)));
  const name = `${sha256(content).slice(7)}.json`;
  const layers = blobs.map((layer, index) => ({ name: place(layer, index), content: layer }));
  return {
    config: { name, content },
    layers,
    entry: { Config: name, RepoTags: tags, Layers: layers.map((layer) => layer.name) },
  };
}

function rightConfig(layers: readonly Buffer[]): RawConfig {
  const diffIds = layers.map((layer) => sha256(plain(layer)));
  return { architecture: 'amd64', os: 'linux', config: {}, rootfs: { type: 'layers', diff_ids: diffIds } };
}

function plain(layer: Buffer): Buffer {
  try {
    return layer[0] === 0x1f ? gunzipSync(layer) : layer;
  } catch {
    return layer;
  }
}

function edit<T extends object>(change: ((right: T) => Document) | undefined, right: T): Document {
  return change === undefined ? right : change(right);
}

function bytesOf(document: Document): Buffer {
  return Buffer.isBuffer(document) ? document : Buffer.from(JSON.stringify(document));
}
