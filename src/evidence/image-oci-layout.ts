import { join } from 'node:path';
import * as z from 'zod';
import type { Files } from '../host/ports.ts';
import type { Budget } from '../image/budget.ts';
import type { Candidate } from '../image/choose-manifest.ts';
import { decodeConfig } from '../image/config.ts';
import { damaged } from '../image/damaged.ts';
import { decodeJson, exact } from '../image/json.ts';
import type { Capture, LayerListing } from '../image/layer.ts';
import { IMAGE_LIMITS } from '../image/limits.ts';
import { type Descriptor, decodeManifest, type Manifest } from '../image/manifest.ts';
import { formatPlatform, matchesPlatform } from '../image/platform.ts';
import { UsageError } from '../model/failure.ts';
import type { ImageConfig } from '../model/image.ts';
import { readDocument, requireBlob } from './image-files.ts';
import type { LayerCache } from './image-layer-cache.ts';
import { candidatesOf } from './image-oci-index.ts';
import type { PreparedImage } from './image-prepared.ts';

const LayoutSchema = exact({ imageLayoutVersion: z.literal('1.0.0') });

/**
 * The images of an OCI layout folder (image-spec image-layout.md).
 * @param tag null: all
 */
export async function imagesOfLayout(folder: string, tag: string | null, files: Files): Promise<readonly Candidate[]> {
  await checkLayout(folder, files);
  return candidatesOf(folder, tag, files);
}

/** One image of a layout. */
export interface ChosenImage {
  readonly folder: string;
  readonly chosen: Candidate;
  /** Whether a blob is known to be what its digest says. */
  readonly isVerified: (digest: string) => boolean;
  /** Of the manifest; null when it is of our own making. */
  readonly digest: string | null;
}

/** Lays the image out alone for Trivy. */
export async function prepareChosen(
  { folder, chosen, isVerified, digest: manifestDigest }: ChosenImage,
  layers: LayerCache,
  files: Files,
): Promise<PreparedImage> {
  const { manifest, config, runConfig } = await readImage(folder, chosen, files);
  const read = async (layer: Descriptor, place: string, capture: Capture, budget: Budget) => {
    const { digest, size } = layer;
    const path = await requireBlob(folder, layer, files);
    const opened = { open: () => files.open(path), openPlaced: () => files.openPlaced(path) };
    const verified = isVerified(digest) ? digest : null;
    const listing = await layers.read({ key: path, verified, ...opened }, capture, budget);
    if (listing.digest !== digest || listing.size !== size) {
      throw damaged(`${place} is not what its digest ${digest} says`);
    }
    return listing;
  };
  return {
    trivyInput: await stage(folder, chosen.descriptor, files),
    complete: null,
    config,
    load: async (captureFor, budget) => {
      const capture = captureFor(runConfig);
      const listings: LayerListing[] = [];
      for (const [index, layer] of manifest.layers.entries()) {
        listings.push(await read(layer, `layer ${index + 1} of ${manifest.layers.length}`, capture, budget));
      }
      // A ref name is often a bare tag, which names nothing.
      const names = chosen.names.filter((name) => /[:/]/.test(name));
      return { config, digest: manifestDigest, layers: listings, names };
    },
  };
}

async function checkLayout(folder: string, files: Files): Promise<void> {
  const found = await files.stat(folder);
  const mark = join(folder, 'oci-layout');
  if (found?.kind !== 'directory' || (await files.stat(mark))?.kind !== 'file') {
    throw new UsageError(
      'image-not-found',
      found?.kind === 'directory' ? 'it is no OCI layout: it holds no file oci-layout.' : 'there is no such folder.',
      'Name the folder that the build wrote, or docker-archive:FILE for what `docker save` wrote.',
    );
  }
  decodeJson(await files.readBytes(mark, IMAGE_LIMITS.document), LayoutSchema, 'its oci-layout');
}

async function readImage(
  folder: string,
  { descriptor, platform }: Candidate,
  files: Files,
): Promise<{ readonly manifest: Manifest; readonly config: Uint8Array; readonly runConfig: ImageConfig }> {
  const manifest = decodeManifest(await readDocument(folder, descriptor, files), descriptor.mediaType);
  const config = await readDocument(folder, manifest.config, files);
  const { platform: found, config: runConfig } = decodeConfig(config);
  if (!matchesPlatform(platform, found)) {
    throw damaged(`its index says ${formatPlatform(platform)} where its config says ${formatPlatform(found)}`);
  }
  return { manifest, config, runConfig };
}

/** Trivy takes the first image of a layout: a folder that names the chosen one alone leaves it no choice. */
async function stage(folder: string, descriptor: Descriptor, files: Files): Promise<string> {
  const staged = await files.makeTempFolder();
  const { mediaType, digest, size } = descriptor;
  await files.writeText(join(staged, 'oci-layout'), '{"imageLayoutVersion":"1.0.0"}');
  await files.writeText(
    join(staged, 'index.json'),
    JSON.stringify({ schemaVersion: 2, manifests: [{ mediaType, digest, size }] }),
  );
  await files.symlink(join(folder, 'blobs'), join(staged, 'blobs'));
  return staged;
}
