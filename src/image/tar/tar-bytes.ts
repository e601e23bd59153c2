/** Where a tar is read from, front to back. What it gives is good until the next call. */
export interface TarBytes {
  /** The next `count` bytes without waiting, or null when they are not all at hand. */
  at(count: number): Buffer | null;
  /** The next `count` bytes; null at the end. Stops when it ends in between. */
  take(count: number): Promise<Buffer | null>;
  /** At least one and at most `count` bytes; null at the end. */
  upTo(count: number): Promise<Buffer | null>;
  /** Leaves out bytes, which must be there. */
  skip(count: number): Promise<void>;
  /** Goes to the end. */
  drain(): Promise<void>;
  /** Lets go of the source, wherever it stands. */
  close(): Promise<void>;
}
