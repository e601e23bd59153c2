import * as z from 'zod';
import { damaged, shown } from './damaged.ts';
import { decodeJson, exact } from './json.ts';
import { IMAGE_LIMITS } from './limits.ts';
import { normalizePlatform, type Platform } from './platform.ts';

/** A reference to a blob by its digest (OCI image-spec descriptor.md). */
export interface Descriptor {
  readonly mediaType: string;
  /** Like `sha256:…`; no other algorithm is read. */
  readonly digest: string;
  readonly size: number;
  readonly annotations: Readonly<Record<string, string>>;
  /** Null when the descriptor does not say. */
  readonly platform: Platform | null;
}

export interface Manifest {
  readonly mediaType: string;
  readonly config: Descriptor;
  /** Bottom first. */
  readonly layers: readonly Descriptor[];
}

const INDEX_TYPES: readonly string[] = [
  'application/vnd.oci.image.index.v1+json',
  'application/vnd.docker.distribution.manifest.list.v2+json',
];
const MANIFEST_TYPES: readonly string[] = [
  'application/vnd.oci.image.manifest.v1+json',
  'application/vnd.docker.distribution.manifest.v2+json',
];
/** Of all documents that an image can begin with. */
export const TYPES: readonly string[] = [...INDEX_TYPES, ...MANIFEST_TYPES];
const CONFIG_TYPES: readonly string[] = [
  'application/vnd.oci.image.config.v1+json',
  'application/vnd.docker.container.image.v1+json',
];
const LAYER_TYPE =
  /^application\/vnd\.(oci\.image\.layer(\.nondistributable)?\.v1\.tar(\+gzip|\+zstd)?|docker\.image\.rootfs(\.foreign)?\.diff\.tar(\.gzip|\.zstd)?)$/;

const text = z.string().nullish();

const PlatformSchema = exact({ os: z.string(), architecture: z.string(), variant: text });

const DescriptorSchema = exact({
  mediaType: z.string(),
  digest: z.string().regex(/^sha256:[0-9a-f]{64}$/, 'it is not a SHA-256 digest'),
  size: z.int().min(0),
  annotations: z.record(z.string(), z.string()).nullish(),
  platform: PlatformSchema.nullish(),
}).transform(({ annotations, platform, ...rest }): Descriptor => {
  const known = platform === null || platform === undefined ? null : { ...platform, variant: platform.variant ?? '' };
  return { ...rest, annotations: annotations ?? {}, platform: known === null ? null : normalizePlatform(known) };
});

const StatedSchema = z.object({ mediaType: z.string() });

const IndexSchema = exact({
  schemaVersion: z.literal(2),
  mediaType: text,
  manifests: z.array(DescriptorSchema).max(IMAGE_LIMITS.manifests),
  config: z.undefined({ error: 'it is an index and a manifest at once' }).optional(),
  layers: z.undefined({ error: 'it is an index and a manifest at once' }).optional(),
});

const ManifestSchema = exact({
  schemaVersion: z.literal(2),
  mediaType: text,
  config: DescriptorSchema,
  layers: z.array(DescriptorSchema).max(IMAGE_LIMITS.layers),
  manifests: z.undefined({ error: 'it is an index and a manifest at once' }).optional(),
});

/** What a document calls itself; '' when it does not, or is none. */
export function statedType(bytes: Uint8Array): string {
  try {
    const value: unknown = JSON.parse(new TextDecoder().decode(bytes));
    return StatedSchema.safeParse(value).data?.mediaType ?? '';
  } catch {
    return '';
  }
}

export function isIndex({ mediaType }: Descriptor): boolean {
  return INDEX_TYPES.includes(mediaType);
}

export function isManifest({ mediaType }: Descriptor): boolean {
  return MANIFEST_TYPES.includes(mediaType);
}

/** Decodes an index (a list of images for several platforms, or an OCI layout's `index.json`). */
export function decodeIndex(bytes: Uint8Array, what: string): readonly Descriptor[] {
  const index = decodeJson(bytes, IndexSchema, what);
  sameType(index.mediaType, INDEX_TYPES, what);
  return index.manifests;
}

/** Decodes the manifest of one image and refuses artifacts that are none. `mediaType` is what refers to it says it is. */
export function decodeManifest(bytes: Uint8Array, mediaType: string): Manifest {
  const what = 'its manifest';
  const manifest = decodeJson(bytes, ManifestSchema, what);
  sameType(manifest.mediaType, [mediaType], what);
  if (!CONFIG_TYPES.includes(manifest.config.mediaType)) {
    throw damaged(`it is no container image: its config is of the type ${shown(manifest.config.mediaType)}`);
  }
  const strange = manifest.layers.find((layer) => !LAYER_TYPE.test(layer.mediaType));
  if (strange !== undefined) {
    throw damaged(`a layer is of the type ${shown(strange.mediaType)}, which cannot be read`);
  }
  return { mediaType, config: manifest.config, layers: manifest.layers };
}

/** A document that calls itself something else than its reader takes it for could be read differently by others. */
function sameType(stated: string | null | undefined, allowed: readonly string[], what: string): void {
  if (stated !== null && stated !== undefined && stated !== '' && !allowed.includes(stated)) {
    throw damaged(`${what} calls itself ${shown(stated)}`);
  }
}
