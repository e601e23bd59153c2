import { createHash } from 'node:crypto';

/** Hashes and counts a stream on its way through. */
export class Meter {
  readonly #hash = createHash('sha256');
  #bytes = 0;

  async *through(
    source: AsyncIterable<Uint8Array>,
    onBytes?: (count: number) => void,
  ): AsyncGenerator<Uint8Array, void> {
    for await (const chunk of source) {
      this.#hash.update(chunk);
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
    return `sha256:${this.#hash.digest('hex')}`;
  }
}

/** The digest of bytes at hand, like `sha256:…`. */
export function digestOf(bytes: Uint8Array): string {
  return `sha256:${createHash('sha256').update(bytes).digest('hex')}`;
}
