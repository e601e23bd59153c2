/** One member of a layer, as the tar holds it. */
export interface FileSpec {
  /** Written as given, so tests can name hostile paths too; usually relative, like `app/server.js`. */
  readonly path: string;
  readonly type?: 'file' | 'directory' | 'symlink' | 'link' | 'fifo' | 'character-device';
  readonly content?: string | Uint8Array;
  /** Permission bits; by default 0o755 for directories, 0o777 for links and 0o644 for the rest. */
  readonly mode?: number;
  readonly uid?: number;
  readonly gid?: number;
  /** What a symbolic or hard link points at. */
  readonly target?: string;
}

export type Compression = 'gzip' | 'none' | 'zstd';

/** One line of the image's history. With `files` (even an empty list) it is a layer, without it is metadata only. */
export interface StepSpec {
  readonly createdBy: string;
  /** BuildKit's `buildkit.dockerfile.v0` unless said otherwise; the legacy builder writes none. */
  readonly comment?: string | null;
  readonly files?: readonly FileSpec[];
  readonly compression?: Compression;
}

/** The `config` object of an image in the spelling of the stored JSON (OCI image-spec config.md and Docker's additions). */
export interface ConfigSpec {
  readonly User?: string;
  readonly ExposedPorts?: Readonly<Record<string, object>>;
  readonly Env?: readonly string[];
  readonly Entrypoint?: readonly string[] | null;
  readonly Cmd?: readonly string[] | null;
  /** Says nothing on Linux; BuildKit sets it with every CMD. */
  readonly ArgsEscaped?: boolean;
  readonly Volumes?: Readonly<Record<string, object>>;
  readonly WorkingDir?: string;
  readonly Labels?: Readonly<Record<string, string>>;
  readonly StopSignal?: string;
  readonly Shell?: readonly string[];
  readonly OnBuild?: readonly string[];
  /** Durations in nanoseconds. */
  readonly Healthcheck?: {
    readonly Test: readonly string[];
    readonly Interval?: number;
    readonly Timeout?: number;
    readonly StartPeriod?: number;
    readonly StartInterval?: number;
    readonly Retries?: number;
  };
}

export interface ImageSpec {
  /** `os/architecture[/variant]`; `linux/amd64` when not given. */
  readonly platform?: string;
  /** The layout's `org.opencontainers.image.ref.name`; null leaves the annotation out. `latest` when not given. */
  readonly tag?: string | null;
  /** The whole reference, like `ghcr.io/acme/app:1.0`, which BuildKit keeps in `io.containerd.image.name`. */
  readonly name?: string;
  /** Every timestamp in the image, RFC 3339. */
  readonly created?: string;
  readonly config?: ConfigSpec;
  /** Bottom first, base image included. */
  readonly steps: readonly StepSpec[];
  /** For layers whose step does not choose: gzip when not given. */
  readonly compression?: Compression;
  /** Media types of the OCI image-spec, or of Docker's older schema 2. */
  readonly mediaTypes?: 'oci' | 'docker';
  /** Some builders leave the history out. */
  readonly omitHistory?: boolean;
}

export interface BuiltLayer {
  readonly diffId: string;
  readonly digest: string;
  readonly mediaType: string;
  /** Bytes as stored. */
  readonly size: number;
}

export interface BuiltImage {
  /** Digest of the config: what engines call the image id. */
  readonly imageId: string;
  /** Digest of the manifest. */
  readonly digest: string;
  readonly platform: string;
  /** Bottom first. */
  readonly layers: readonly BuiltLayer[];
}

/** 2026-01-01: examples and tests carry one fixed time, so the same input gives the same bytes on any day. */
export const DEFAULT_CREATED = '2026-01-01T00:00:00Z';
