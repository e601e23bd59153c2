import type { Files } from '../host/ports.ts';
import { Budget } from '../image/budget.ts';
import type { Candidate } from '../image/choose-manifest.ts';
import { decodeConfig } from '../image/config.ts';
import { damaged, shown, tooLarge } from '../image/damaged.ts';
import { compressionOf, decompressed, MAGIC_BYTES, peek } from '../image/decompress.ts';
import {
  type ArchivedFile,
  type ArchivedImage,
  type ArchiveMember,
  archivedImages,
  linkTarget,
} from '../image/docker-archive.ts';
import { layerPath } from '../image/layer-path.ts';
import { IMAGE_LIMITS } from '../image/limits.ts';
import { readTar } from '../image/tar/read-tar.ts';
import type { BlobStore } from './image-blob-store.ts';
import { blobPath } from './image-files.ts';

/** Three files for each layer at most, for many images. */
const MOST_MEMBERS = 20_000;

/** An image of an archive, now part of the layout in the blob store. */
export interface StagedImage extends Candidate {
  /** Digest of the config. */
  readonly imageId: string;
  /** Of its manifest; null when the manifest is of our own making. */
  readonly digest: string | null;
}

export interface Staged {
  /** Those that `manifest.json` names; none when the archive is an OCI layout alone. */
  readonly images: readonly StagedImage[];
  /** The `index.json` of an OCI layout in the archive, as it is; null without one. */
  readonly index: ArchivedFile | null;
}

/**
 * Unpacks what `docker save` writes (plain or compressed) into an OCI layout, in one pass: Trivy reads no archive of
 * several images, and images of one archive share their layers there. Only digests become file names.
 */
export async function stageArchive(
  archive: AsyncIterable<Uint8Array>,
  store: BlobStore,
  files: Files,
): Promise<Staged> {
  const members = new Map<string, ArchiveMember>();
  const budget = new Budget();
  for await (const entry of readTar(decompressed(archive))) {
    budget.spendEntry(entry.name.length + entry.link.length);
    if (entry.kind === 'directory') {
      continue;
    }
    const path = layerPath(entry.name, budget.limits.name).join('/');
    if (members.size >= MOST_MEMBERS) {
      throw tooLarge(`it holds more than ${MOST_MEMBERS} files`);
    }
    if (members.has(path)) {
      // One reader would take the first, another the last.
      throw damaged(`it holds ${shown(path)} twice`);
    }
    if (entry.kind === 'symlink' || entry.kind === 'hardlink') {
      members.set(path, { kind: 'link', target: linkTarget(path, entry.kind, entry.link) });
    } else if (entry.kind === 'file') {
      budget.spendBytes(entry.size);
      members.set(path, { kind: 'file', ...(await store.add(entry.content)) });
    } else {
      throw damaged(`it holds ${shown(path)}, which is no file`);
    }
  }
  const manifest = members.get('manifest.json');
  const layout = members.get('index.json');
  const index = layout?.kind === 'file' ? layout : null;
  if (manifest?.kind !== 'file') {
    if (index === null) throw damaged('it holds no manifest.json');
    return { images: [], index };
  }
  const images = archivedImages(await document(manifest, store, files), members);
  const staged: StagedImage[] = [];
  for (const image of images) {
    staged.push(await describe(image, store, files));
  }
  return { images: staged, index };
}

/** A small file of the archive, which has been written to the store. */
export async function document({ digest, size }: ArchivedFile, store: BlobStore, files: Files): Promise<Uint8Array> {
  if (size > IMAGE_LIMITS.document) {
    throw tooLarge(`one of its documents has more than ${IMAGE_LIMITS.document} bytes`);
  }
  return files.readBytes(blobPath(store.folder, digest), IMAGE_LIMITS.document);
}

const TYPE = 'application/vnd.oci.image';

/** Writes the manifest that the archive does not have. */
async function describe(image: ArchivedImage, store: BlobStore, files: Files): Promise<StagedImage> {
  const { platform } = decodeConfig(await document(image.config, store, files));
  const layers: object[] = [];
  for (const layer of image.layers) {
    layers.push({ mediaType: `${TYPE}.layer.v1.tar${await suffix(layer, store, files)}`, ...layer });
  }
  const mediaType = `${TYPE}.manifest.v1+json`;
  const config = { mediaType: `${TYPE}.config.v1+json`, ...image.config };
  const manifest = await store.addText(JSON.stringify({ schemaVersion: 2, mediaType, config, layers }));
  return {
    descriptor: { mediaType, ...manifest, annotations: {}, platform: null },
    platform,
    names: image.names,
    imageId: image.config.digest,
    digest: null,
  };
}

async function suffix({ digest }: ArchivedFile, store: BlobStore, files: Files): Promise<string> {
  const { start, close } = await peek(files.open(blobPath(store.folder, digest)), MAGIC_BYTES);
  await close();
  const compression = compressionOf(start);
  return compression === 'gzip' || compression === 'zstd' ? `+${compression}` : '';
}
