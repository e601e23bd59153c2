export interface DatabaseSettings {
  /** Trivy's own cache folder, absolute: `db/` is in it. */
  readonly cacheDir: string;
  readonly skipUpdate: boolean;
  /** Null: any age will do. */
  readonly maxAgeMs: number | null;
  /** Asked one after the other; empty: those that Trivy asks. */
  readonly repositories: readonly string[];
  /** What the folder of `oci:FOLDER` is relative to; absolute. */
  readonly workingDirectory: string;
  readonly timeoutMs: number;
}

export interface DatabaseFacts {
  /** RFC 3339; null when the database does not say. */
  readonly updatedAt: string | null;
  /** Where it came from, with the digest of its manifest where that is known. */
  readonly source: string;
}
