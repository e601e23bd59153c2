import { tooLarge } from './damaged.ts';
import { IMAGE_LIMITS, type ImageLimits } from './limits.ts';

/** What reading something has cost. */
export interface Cost {
  /** Uncompressed. */
  readonly bytes: number;
  readonly entries: number;
  /** Bytes of names. */
  readonly names: number;
}

/** Counts what reading one image costs, over all its layers, and stops a bomb. */
export class Budget {
  readonly limits: ImageLimits;
  #bytes = 0;
  #entries = 0;
  #names = 0;
  #contents = 0;

  constructor(limits: ImageLimits = IMAGE_LIMITS) {
    this.limits = limits;
  }

  spendBytes(count: number): void {
    this.#bytes += count;
    if (this.#bytes > this.limits.uncompressed) {
      throw tooLarge(`its layers unpack to more than ${this.limits.uncompressed} bytes`);
    }
  }

  spendEntry(nameBytes: number): void {
    this.#entries += 1;
    this.#names += nameBytes;
    if (this.#entries > this.limits.entries) {
      throw tooLarge(`its layers hold more than ${this.limits.entries} files`);
    }
    if (this.#names > this.limits.names) {
      throw tooLarge(`the file names of its layers take more than ${this.limits.names} bytes`);
    }
  }

  /** What reading has cost so far. */
  get spent(): Cost {
    return { bytes: this.#bytes, entries: this.#entries, names: this.#names };
  }

  /** Counts what was read before as if it were read now. */
  spendAgain({ bytes, entries, names }: Cost): void {
    this.spendBytes(bytes);
    this.#entries += Math.max(entries - 1, 0);
    this.#names += names;
    if (entries > 0) {
      this.spendEntry(0);
    }
  }

  /** Whether this many bytes of a file may still be kept; if so, they are counted. */
  keep(count: number): boolean {
    if (this.#contents + count > this.limits.contents) {
      return false;
    }
    this.#contents += count;
    return true;
  }
}
