import { join } from 'node:path';
import * as z from 'zod';
import type { Files, Host } from '../host/ports.ts';
import type { Budget } from '../image/budget.ts';
import { type Candidate, chooseManifest } from '../image/choose-manifest.ts';
import { decodeConfig } from '../image/config.ts';
import { damaged } from '../image/damaged.ts';
import { decodeJson, exact } from '../image/json.ts';
import { type Capture, type LayerListing, readLayer } from '../image/layer.ts';
import { IMAGE_LIMITS } from '../image/limits.ts';
import { type Descriptor, decodeManifest, type Manifest } from '../image/manifest.ts';
import { formatPlatform, machinePlatform, matchesPlatform, type Platform } from '../image/platform.ts';
import { UsageError } from '../model/failure.ts';
import { readDocument, requireBlob } from './image-files.ts';
import { candidatesOf } from './image-oci-index.ts';
import type { PreparedImage } from './image-prepared.ts';

const LayoutSchema = exact({ imageLayoutVersion: z.literal('1.0.0') });

/** An OCI layout folder (image-spec image-layout.md): chooses one image in it and lays it out alone for Trivy. */
export async function prepareOciLayout(
  folder: string,
  tag: string | null,
  asked: Platform | null,
  host: Host,
): Promise<PreparedImage> {
  await checkLayout(folder, host.files);
  const candidates = await candidatesOf(folder, tag, host.files);
  const chosen = chooseManifest(candidates, asked, machinePlatform(host.machine.arch));
  const { manifest, config } = await readImage(folder, chosen, host.files);
  return {
    trivyInput: await stage(folder, chosen.descriptor, host.files),
    load: async (capture, budget) => ({
      config,
      digest: chosen.descriptor.digest,
      layers: await readLayers(folder, manifest, capture, budget, host.files),
      // A ref name is often a bare tag, which names nothing.
      names: chosen.names.filter((name) => /[:/]/.test(name)),
    }),
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
): Promise<{ readonly manifest: Manifest; readonly config: Uint8Array }> {
  const manifest = decodeManifest(await readDocument(folder, descriptor, files), descriptor.mediaType);
  const config = await readDocument(folder, manifest.config, files);
  const found = decodeConfig(config).platform;
  if (!matchesPlatform(platform, found)) {
    throw damaged(`its index says ${formatPlatform(platform)} where its config says ${formatPlatform(found)}`);
  }
  return { manifest, config };
}

async function readLayers(
  folder: string,
  { layers }: Manifest,
  capture: Capture,
  budget: Budget,
  files: Files,
): Promise<readonly LayerListing[]> {
  const listings: LayerListing[] = [];
  for (const [index, descriptor] of layers.entries()) {
    const path = await requireBlob(folder, descriptor, files);
    const listing = await readLayer(files.open(path), capture, budget);
    if (listing.digest !== descriptor.digest || listing.size !== descriptor.size) {
      throw damaged(`layer ${index + 1} of ${layers.length} is not what its digest ${descriptor.digest} says`);
    }
    listings.push(listing);
  }
  return listings;
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
