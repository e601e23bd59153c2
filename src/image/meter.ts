import { createHash, type Hash } from 'node:crypto';

/** Hashes and counts a stream on its way through. */
export class Meter {
  readonly #hash: Hash | null;
  #bytes = 0;

  /** @param hashing false only counts: `digest` must not be asked then */
  constructor(hashing = true) {
    this.#hash = hashing ? createHash('sha256') : null;
  }

  async *through(
    source: AsyncIterable<Uint8Array>,
    onBytes?: (count: number) => void,
  ): AsyncGenerator<Uint8Array, void> {
    for await (const chunk of source) {
      this.#hash?.update(chunk);
      this.#bytes += chunk.byteLength;
      onBytes?.(chunk.byteLength);
      yield chunk;
    }
  }

  get bytes(): number {
    return this.#bytes;
  }

  /** Like `sha256:…`; to be asked once, after the end of the stream. */
  digest(): string {
    return this.#hash === null ? '' : `sha256:${this.#hash.digest('hex')}`;
  }
}

/** The digest of bytes at hand, like `sha256:…`. */
export function digestOf(bytes: Uint8Array): string {
  return `sha256:${createHash('sha256').update(bytes).digest('hex')}`;
}
