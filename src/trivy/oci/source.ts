/** A manifest as it came, and its digest computed here. */
export interface FetchedManifest {
  readonly bytes: Uint8Array;
  /** `sha256:…` */
  readonly digest: string;
}

/** A blob that a manifest names. */
export interface Blob {
  /** `sha256:…` */
  readonly digest: string;
  readonly size: number;
}

/** Where one artifact comes from. Nothing that it gives is trusted: digests are for the caller to compare. */
export interface ArtifactSource {
  /** For messages and reports. */
  readonly name: string;
  /** @throws VerifyError */
  manifest(): Promise<FetchedManifest>;
  /**
   * Puts a blob into a new file.
   * @throws VerifyError
   */
  blob(blob: Blob, file: string): Promise<void>;
}
