export interface DatabaseSettings {
  /** Trivy's own cache folder, absolute: `db/` is in it. */
  readonly cacheDir: string;
  readonly skipUpdate: boolean;
  /** Null: any age will do. */
  readonly maxAgeMs: number | null;
  /** Asked one after the other; empty: those that Trivy asks. */
  readonly repositories: readonly string[];
  readonly timeoutMs: number;
}
