import * as z from 'zod';
import type { ArchiveMember, ArchiveMembers } from './archive-members.ts';
import type { Budget } from './budget.ts';
import { severalImages } from './choose-manifest.ts';
import { damaged, shown } from './damaged.ts';
import { decodeJson, exact } from './json.ts';
import type { LayerListing } from './layer.ts';
import { readLayer } from './layer.ts';
import { IMAGE_LIMITS } from './limits.ts';
import { digestOf } from './meter.ts';
import type { StoredImage } from './stored-image.ts';

const ManifestSchema = z.array(
  exact({
    Config: z.string(),
    RepoTags: z.array(z.string()).nullish(),
    Layers: z.array(z.string()).max(IMAGE_LIMITS.layers).nullish(),
  }),
);

/**
 * The one image of a `docker save` archive: `manifest.json` names its config and its layers. Docker before 25 wrote
 * `<id>.json` and `<id>/layer.tar` (a link, where a layer occurs twice), later ones an OCI layout beside it.
 */
export async function dockerArchiveImage(members: ArchiveMembers, budget: Budget): Promise<StoredImage> {
  const entries = decodeJson(documentOf(members, 'manifest.json'), ManifestSchema, 'its manifest.json');
  const entry = entries[0];
  if (entry === undefined) {
    throw damaged('its manifest.json names no image');
  }
  if (entries.length > 1) {
    throw severalImages(entries.flatMap((item) => item.RepoTags ?? []));
  }
  const config = documentOf(members, entry.Config);
  matchesName(entry.Config, digestOf(config), 'its config');
  const layers: LayerListing[] = [];
  for (const name of entry.Layers ?? []) {
    layers.push(await layerOf(members, name, budget));
  }
  return { config, digest: null, layers, names: entry.RepoTags ?? [] };
}

function documentOf(members: ArchiveMembers, name: string): Buffer {
  const member = members.get(name);
  if (member?.kind !== 'document') {
    throw damaged(`it holds no ${shown(name)}`);
  }
  return member.bytes;
}

async function layerOf(members: ArchiveMembers, name: string, budget: Budget): Promise<LayerListing> {
  const { path, member } = follow(members, name);
  const listing = await listingOf(member, name, budget);
  matchesName(path, listing.digest, 'a layer');
  return listing;
}

async function listingOf(member: ArchiveMember | undefined, name: string, budget: Budget): Promise<LayerListing> {
  switch (member?.kind) {
    case 'layer':
      return member.listing;
    case 'bad-layer':
      throw member.error;
    case 'document':
      // A layer without any file is nothing but zeros, which has no tar's magic.
      return readLayer(chunks(member.bytes), () => false, budget);
    case 'link':
    case undefined:
      throw damaged(`it lacks the layer ${shown(name)}`);
  }
}

async function* chunks(bytes: Buffer): AsyncGenerator<Buffer, void> {
  yield bytes;
}

function follow(
  members: ArchiveMembers,
  name: string,
): { readonly path: string; readonly member: ArchiveMember | undefined } {
  let path = name;
  let member = members.get(path);
  for (let links = 0; member?.kind === 'link' && links < IMAGE_LIMITS.links; links += 1) {
    path = member.target;
    member = members.get(path);
  }
  return { path, member };
}

/** Where a file is named by a digest (`<hex>.json`, `blobs/sha256/<hex>`), it must be its own. */
function matchesName(path: string, digest: string, what: string): void {
  const named = /^([0-9a-f]{64})\.json$|^blobs\/sha256\/([0-9a-f]{64})$/.exec(path);
  const hex = named?.[1] ?? named?.[2];
  if (hex !== undefined && digest !== `sha256:${hex}`) {
    throw damaged(`${what} is not what its digest says: ${shown(path)} holds ${digest}`);
  }
}
