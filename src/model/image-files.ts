/** One entry of an image's file system. */
export interface ImageFile {
  /** Absolute, with slashes, without a slash at the end: `/usr/bin/node`. */
  readonly path: string;
  readonly type: 'file' | 'directory' | 'symlink' | 'other';
  /** Permission bits with set-uid, set-gid and sticky: 0o4755. */
  readonly mode: number;
  readonly uid: number;
  readonly gid: number;
  /** Bytes; 0 for all but files. */
  readonly size: number;
  /** Target of a symbolic link, as written; null for all else. */
  readonly link: string | null;
  /** Whether the file carries capabilities (`security.capability`). */
  readonly hasCapabilities: boolean;
  /** Diff id of the layer that this entry comes from. */
  readonly layer: string;
}

export interface ImageFiles {
  /** What a container sees: whiteouts applied, sorted by path. */
  readonly merged: readonly ImageFile[];
  /** What a later layer deleted or replaced: still in the image for everyone who pulls it. */
  readonly hidden: readonly ImageFile[];
  /**
   * The first bytes of files that rules asked for, by path, one character a byte (latin1), at most 64 KiB each; of a
   * hidden file under `path@layer`.
   */
  readonly heads: Readonly<Record<string, string>>;
}
