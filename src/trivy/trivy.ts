/** A Trivy executable that was found and checked. */
export interface Trivy {
  readonly path: string;
  /** As it reports it itself, such as `0.74.0`. */
  readonly version: string;
  /** Of the executable, hex digits. */
  readonly sha256: string;
  /** Where it came from and what vouches for it, in words. */
  readonly source: string;
}

/** An executable whose bytes are vouched for; it has not been run yet. */
export type VerifiedExecutable = Omit<Trivy, 'version'>;
