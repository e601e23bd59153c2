const KIB = 1024;
const MIB = 1024 * KIB;
const GIB = 1024 * MIB;

/**
 * What an image may cost us, in bytes unless a name says otherwise. Far above every real image (the largest in use have
 * some 30 GB and half a million files), so that only a bomb meets them.
 */
export const IMAGE_LIMITS = {
  /** One JSON document: index, manifest or config. containerd and registries stop at 4 MiB too. */
  document: 4 * MIB,
  /** All small files of one archive that are kept in memory until its manifest is known. */
  documents: 64 * MIB,
  /** All layers together, uncompressed. */
  uncompressed: 64 * GIB,
  /** Number of files, folders and links in all layers together. */
  entries: 1_000_000,
  /** Their names and link targets together. */
  names: 256 * MIB,
  /** One name; the kernel's PATH_MAX. */
  name: 4 * KIB,
  /** One text file that a rule asks for. */
  text: MIB,
  /** The beginning of a file that a rule wants to look at. */
  head: 64 * KIB,
  /** All such beginnings together. */
  heads: 16 * MIB,
  /** All that is kept of the files of one image while it is read: texts and beginnings. */
  contents: 48 * MIB,
  /** Number of layers; engines stop at 127. */
  layers: 512,
  /** Number of manifests in an index and all indexes below it. */
  manifests: 1_000,
  /** Indexes inside indexes. */
  indexDepth: 4,
  /** Segments of paths followed for all files together. */
  steps: 200_000_000,
  /** Symbolic links followed for one path; the kernel's own limit. */
  links: 40,
} as const;

export type ImageLimits = { readonly [K in keyof typeof IMAGE_LIMITS]: number };
