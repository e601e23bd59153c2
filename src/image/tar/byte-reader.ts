import { damaged } from '../damaged.ts';
import type { TarBytes } from './tar-bytes.ts';

const EMPTY = Buffer.alloc(0);

/** Takes exact pieces out of a stream of chunks, holding one chunk at a time. */
export class ByteReader implements TarBytes {
  readonly #chunks: AsyncIterator<Uint8Array>;
  readonly #what: string;
  #chunk: Buffer = EMPTY;

  /** @param what names it in messages */
  constructor(source: AsyncIterable<Uint8Array>, what = 'a tar archive') {
    this.#chunks = source[Symbol.asyncIterator]();
    this.#what = what;
  }

  at(count: number): Buffer | null {
    if (this.#chunk.length < count) {
      return null;
    }
    const piece = this.#chunk.subarray(0, count);
    this.#chunk = this.#chunk.subarray(count);
    return piece;
  }

  async take(count: number): Promise<Buffer | null> {
    const ready = this.at(count);
    if (ready !== null) {
      return ready;
    }
    const pieces: Buffer[] = [];
    let missing = count;
    while (missing > 0) {
      const piece = await this.upTo(missing);
      if (piece === null) {
        if (pieces.length === 0) {
          return null;
        }
        throw damaged(`${this.#what} ends in the middle`);
      }
      pieces.push(piece);
      missing -= piece.length;
    }
    return Buffer.concat(pieces);
  }

  async upTo(count: number): Promise<Buffer | null> {
    while (this.#chunk.length === 0) {
      const next = await this.#chunks.next();
      if (next.done === true) {
        return null;
      }
      this.#chunk = Buffer.from(next.value.buffer, next.value.byteOffset, next.value.byteLength);
    }
    return this.at(Math.min(count, this.#chunk.length));
  }

  async skip(count: number): Promise<void> {
    let missing = count;
    while (missing > 0) {
      const piece = await this.upTo(missing);
      if (piece === null) {
        throw damaged(`${this.#what} ends in the middle of a file`);
      }
      missing -= piece.length;
    }
  }

  /** Reads to the end: whoever hashes the stream must see all of it. */
  async drain(): Promise<void> {
    while ((await this.upTo(Number.MAX_SAFE_INTEGER)) !== null) {}
  }

  async close(): Promise<void> {
    await this.#chunks.return?.();
  }
}
