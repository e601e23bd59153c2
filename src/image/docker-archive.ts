import { posix } from 'node:path';
import * as z from 'zod';
import { damaged, shown } from './damaged.ts';
import { decodeJson, exact } from './json.ts';
import { IMAGE_LIMITS } from './limits.ts';

/** A file of an archive of images: its bytes under their digest, or a link to another one. */
export type ArchiveMember =
  | { readonly kind: 'file'; readonly digest: string; readonly size: number }
  | { readonly kind: 'link'; readonly target: string };

/** By path in the archive. */
export type ArchiveMembers = ReadonlyMap<string, ArchiveMember>;

export interface ArchivedFile {
  readonly digest: string;
  readonly size: number;
}

/** One image of a `docker save` archive. */
export interface ArchivedImage {
  readonly config: ArchivedFile;
  /** Bottom first. */
  readonly layers: readonly ArchivedFile[];
  /** Full names with tags. */
  readonly names: readonly string[];
}

const ManifestSchema = z.array(
  exact({
    Config: z.string(),
    RepoTags: z.array(z.string()).nullish(),
    Layers: z.array(z.string()).max(IMAGE_LIMITS.layers).nullish(),
  }),
);

/**
 * The images that `manifest.json` names, in its order. Docker before 25 wrote `<id>.json` and `<id>/layer.tar` (a link,
 * where a layer occurs twice), later ones an OCI layout beside it.
 */
export function archivedImages(manifest: Uint8Array, members: ArchiveMembers): readonly ArchivedImage[] {
  const entries = decodeJson(manifest, ManifestSchema, 'its manifest.json');
  if (entries.length === 0) {
    throw damaged('its manifest.json names no image');
  }
  if (entries.length > IMAGE_LIMITS.manifests) {
    throw damaged(`its manifest.json names more than ${IMAGE_LIMITS.manifests} images`);
  }
  return entries.map((entry) => ({
    config: memberAt(members, entry.Config, 'its config'),
    layers: (entry.Layers ?? []).map((name) => memberAt(members, name, 'a layer')),
    names: entry.RepoTags ?? [],
  }));
}

function memberAt(members: ArchiveMembers, name: string, what: string): ArchivedFile {
  let path = name;
  let member = members.get(path);
  for (let links = 0; member?.kind === 'link' && links < IMAGE_LIMITS.links; links += 1) {
    path = member.target;
    member = members.get(path);
  }
  if (member?.kind !== 'file') {
    throw damaged(`it lacks ${what}: ${shown(name)}`);
  }
  // Where a file is named by a digest (`<hex>.json`, `blobs/sha256/<hex>`), it must be its own.
  const named = /^([0-9a-f]{64})\.json$|^blobs\/sha256\/([0-9a-f]{64})$/.exec(path);
  const hex = named?.[1] ?? named?.[2];
  if (hex !== undefined && member.digest !== `sha256:${hex}`) {
    throw damaged(`${what} is not what its digest says: ${shown(path)} holds ${member.digest}`);
  }
  return { digest: member.digest, size: member.size };
}

/** Where a link of an archive leads, as a path in it. */
export function linkTarget(path: string, kind: 'symlink' | 'hardlink', link: string): string {
  return posix.normalize(kind === 'symlink' ? posix.join(posix.dirname(path), link) : link);
}
