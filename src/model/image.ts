import type { Healthcheck } from './dockerfile.ts';
import type { ImageFiles } from './image-files.ts';

/** The part of an image's config that decides how it runs (OCI image-spec config.md, with Docker's extensions). */
export interface ImageConfig {
  /** '' when unset, which runs as root. */
  readonly user: string;
  /** Like `3000/tcp`, sorted. */
  readonly exposedPorts: readonly string[];
  readonly healthcheck: Healthcheck | null;
  readonly entrypoint: readonly string[] | null;
  readonly cmd: readonly string[] | null;
  /** `NAME=value` entries. They may hold credentials: never print a value. */
  readonly env: readonly string[];
  readonly workingDir: string;
  readonly labels: Readonly<Record<string, string>>;
  readonly volumes: readonly string[];
  readonly stopSignal: string | null;
  readonly shell: readonly string[] | null;
  /** Instructions that run in every build upon this image; missing when there are none. */
  readonly onBuild?: readonly string[];
}

export interface HistoryEntry {
  readonly createdBy: string;
  readonly comment: string;
  /** True for entries such as ENV that add no layer. */
  readonly emptyLayer: boolean;
}

export interface Layer {
  /** SHA-256 of the uncompressed layer, with its `sha256:` prefix. */
  readonly diffId: string;
  /** Bytes as stored (compressed or not). */
  readonly size: number;
}

/** All that is known of one built image on one platform. */
export interface ImageEvidence {
  /** As the user named it. */
  readonly reference: string;
  /** SHA-256 of the config: `sha256:…`. */
  readonly imageId: string;
  /** Of the manifest, where the source has one. */
  readonly digest: string | null;
  /** Like `linux/amd64` or `linux/arm/v7`. */
  readonly platform: string;
  readonly config: ImageConfig;
  readonly history: readonly HistoryEntry[];
  /** Bottom first. */
  readonly layers: readonly Layer[];
  /**
   * Small text files of the merged root file system by absolute path, such as `/etc/passwd`; null when the image has
   * no such regular file. Which ones are read is up to the caller.
   */
  readonly texts: Readonly<Record<string, string | null>>;
  /** The whole file system; null when it was not read. */
  readonly files: ImageFiles | null;
}
