/** Keeps the last bytes of a stream. */
export class Tail {
  #chunks: Buffer[] = [];
  #length = 0;
  readonly #limit: number;

  constructor(limit: number) {
    this.#limit = limit;
  }

  push(chunk: Buffer): void {
    this.#chunks.push(chunk);
    this.#length += chunk.length;
    // Joined only now and then, so that many small chunks stay cheap.
    if (this.#length > 4 * this.#limit) {
      this.#chunks = [this.#last()];
      this.#length = this.#chunks[0]?.length ?? 0;
    }
  }

  text(): string {
    return this.#last().toString('utf8');
  }

  #last(): Buffer {
    const all = Buffer.concat(this.#chunks);
    return Buffer.from(all.subarray(Math.max(0, all.length - this.#limit)));
  }
}
