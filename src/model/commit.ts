/** One entry of a commit's tree. */
export interface CommitEntry {
  /** From the root of the repository, with slashes. */
  readonly path: string;
  /** `link`: its blob is the text of a symbolic link. `module`: a commit of another repository. */
  readonly kind: 'file' | 'link' | 'folder' | 'module';
  /** Id of the object in git: the hash of its content. */
  readonly id: string;
}

/** Where the objects of one commit come from. What is not there is null; what fails on the way is a `VerifyError`. */
export interface CommitObjects {
  /** 40 or 64 hex digits. */
  readonly commit: string;
  /** All files below the root, in folders too; null when there are too many to be told at once. */
  entries(): Promise<readonly CommitEntry[] | null>;
  /** The entries right in one folder (`''`: the root); null when it is no folder. Asked when `entries` is null. */
  folder(path: string): Promise<readonly CommitEntry[] | null>;
  /** Null: the source does not have it, whatever the tree says. `too large`: more bytes than `limit`. */
  blob(id: string, limit: number): Promise<Uint8Array | 'too large' | null>;
}

/** The files of one commit. Paths are from the root of the repository, with slashes. */
export interface CommitFiles {
  readonly commit: string;
  /** All tracked paths, sorted; null when there are too many. */
  list(): Promise<readonly string[] | null>;
  /** What stands at each tracked path, as text that is the same only for the same content; null when there are too many. */
  marks(): Promise<ReadonlyMap<string, string> | null>;
  /** What is at a path, links inside of the commit followed; null for nothing, and for a link that leads out of it. */
  kindOf(path: string): Promise<'file' | 'directory' | 'other' | null>;
  /**
   * The content of a regular file, links followed as above; null when there is none.
   * Rejects with a `VerifyError` when its content cannot be had, and with an error whose code is `EFBIG` when it is larger than `limit` bytes (by default 1 MiB).
   */
  read(path: string, limit?: number): Promise<Uint8Array | null>;
}
