import { tooLarge } from './damaged.ts';
import { IMAGE_LIMITS, type ImageLimits } from './limits.ts';

/** Counts what reading one image costs, over all its layers, and stops a bomb. */
export class Budget {
  readonly limits: ImageLimits;
  #bytes = 0;
  #entries = 0;
  #names = 0;
  #texts = 0;

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

  /** Whether a text of this size may still be kept; if so, it is counted. */
  keepText(size: number): boolean {
    if (size > this.limits.text || this.#texts + size > this.limits.texts) {
      return false;
    }
    this.#texts += size;
    return true;
  }
}
