import { damaged } from '../damaged.ts';
import type { TarBytes } from './tar-bytes.ts';

/** A file that can be read at any place. */
export interface PlacedBytes {
  readonly size: number;
  /** Reads into a buffer from a place in the file; how many bytes it were. */
  read(into: Buffer, position: number): number | Promise<number>;
  close(): Promise<void>;
}

/** Most headers of a layer are closer to each other than this, so that one call brings several. */
const WINDOW = 64 * 1024;

/** Takes pieces out of a file; what is left out is not read. */
export class FileReader implements TarBytes {
  readonly #file: PlacedBytes;
  readonly #window = Buffer.allocUnsafe(WINDOW);
  /** Where the window begins in the file, and how much of it is filled. */
  #start = 0;
  #filled = 0;
  #at = 0;

  constructor(file: PlacedBytes) {
    this.#file = file;
  }

  at(count: number): Buffer | null {
    const from = this.#at - this.#start;
    if (from < 0 || from + count > this.#filled) {
      return null;
    }
    this.#at += count;
    return this.#window.subarray(from, from + count);
  }

  async take(count: number): Promise<Buffer | null> {
    const ready = this.at(count);
    if (ready !== null) {
      return ready;
    }
    const left = this.#file.size - this.#at;
    if (left <= 0) {
      return null;
    }
    if (left < count) {
      throw damaged('a tar archive ends in the middle');
    }
    if (count > WINDOW) {
      const whole = Buffer.allocUnsafe(count);
      await this.#read(whole, count);
      this.#at += count;
      return whole;
    }
    await this.#fill(count);
    return this.at(count);
  }

  async upTo(count: number): Promise<Buffer | null> {
    if (this.#at >= this.#file.size) {
      return null;
    }
    if (this.#at < this.#start || this.#at >= this.#start + this.#filled) {
      await this.#fill(1);
    }
    return this.at(Math.min(count, this.#start + this.#filled - this.#at));
  }

  async skip(count: number): Promise<void> {
    if (count > this.#file.size - this.#at) {
      throw damaged('a tar archive ends in the middle of a file');
    }
    this.#at += count;
  }

  /** Back to the beginning. */
  rewind(): void {
    this.#at = 0;
  }

  async drain(): Promise<void> {
    this.#at = this.#file.size;
  }

  async close(): Promise<void> {
    await this.#file.close();
  }

  /** Moves the window to where the reader stands. */
  async #fill(atLeast: number): Promise<void> {
    this.#start = this.#at;
    this.#filled = 0;
    this.#filled = await this.#read(this.#window, atLeast);
  }

  /** Reads from where the reader stands; how many bytes it were. */
  async #read(into: Buffer, atLeast: number): Promise<number> {
    let filled = 0;
    while (filled < atLeast) {
      const count = await this.#file.read(into.subarray(filled), this.#at + filled);
      if (count === 0) {
        // Somebody else has made the file shorter since it was opened.
        throw damaged('a tar archive ends in the middle');
      }
      filled += count;
    }
    return filled;
  }
}
