import { connect, type Socket } from 'node:net';
import { type LocalAnswer, type LocalHttp, LocalHttpError } from './ports.ts';

/** One piece of an answer at most. */
const PIECE = 256 * 1024;
/** An engine's own answers have some hundred bytes before the body. */
const LARGEST_HEAD = 16 * 1024;

const HEAD_END = Buffer.from('\r\n\r\n');

/**
 * HTTP over a socket of this machine. Node's own client makes new memory for every 64 KiB of an answer, which takes
 * longer than what is done with them; this one reads all of it into one buffer. It asks in HTTP/1.0, so that the body
 * comes as it is and ends with the connection (RFC 1945, section 7.2.2).
 */
export const localHttp: LocalHttp = {
  get: async (path, target, { timeoutMs, onAsked }, read) => {
    const pieces = new Pieces(path, timeoutMs);
    try {
      pieces.write(`GET ${target} HTTP/1.0\r\nHost: localhost\r\n\r\n`, onAsked);
      return await read(await answerOf(pieces));
    } finally {
      pieces.close();
    }
  },
};

async function answerOf(pieces: Pieces): Promise<LocalAnswer> {
  let head = Buffer.alloc(0);
  for (;;) {
    const piece = await pieces.next();
    if (piece === null) throw new LocalHttpError('the answer ended before it began');
    head = Buffer.concat([head, piece]);
    const end = head.indexOf(HEAD_END);
    if (end === -1 && head.length <= LARGEST_HEAD) continue;
    const [, digits] = /^HTTP\/1\.[01] ([0-9]{3})[ \r]/.exec(head.toString('latin1', 0, 32)) ?? [];
    if (end === -1 || digits === undefined) throw new LocalHttpError('the answer is not HTTP');
    return { status: Number(digits), body: bodyOf(head.subarray(end + HEAD_END.length), pieces) };
  }
}

async function* bodyOf(first: Uint8Array, pieces: Pieces): AsyncGenerator<Uint8Array, void> {
  if (first.length > 0) yield first;
  for (let piece = await pieces.next(); piece !== null; piece = await pieces.next()) yield piece;
}

/** What a connection brings, one piece at a time in the same memory; nothing is read before it is asked for. */
class Pieces {
  readonly #buffer = Buffer.allocUnsafe(PIECE);
  readonly #socket: Socket;
  #waiting: PromiseWithResolvers<Uint8Array | null> | null = null;
  /** Came before it was asked for, as the first one may. */
  #early: Uint8Array | null = null;
  #outcome: { readonly error: LocalHttpError | null } | null = null;

  constructor(path: string, timeoutMs: number) {
    const callback = (length: number): boolean => {
      this.#arrived(this.#buffer.subarray(0, length));
      // Asks the socket to stop: the piece is still to be used.
      return false;
    };
    this.#socket = connect({ path, onread: { buffer: this.#buffer, callback } });
    this.#socket.once('error', ({ message }) => this.#ended(new LocalHttpError(message)));
    this.#socket.once('end', () => this.#ended(null));
    this.#socket.once('close', () => this.#ended(new LocalHttpError('the connection was closed')));
    this.#socket.setTimeout(timeoutMs, () => this.#socket.destroy(new Error(`no answer within ${timeoutMs / 1000} s`)));
  }

  write(text: string, onWritten?: () => void): void {
    this.#socket.write(text, (error) => {
      if (error === undefined || error === null) onWritten?.();
    });
  }

  /** Null at the end. The piece before this one is gone. */
  next(): Promise<Uint8Array | null> {
    const early = this.#early;
    this.#early = null;
    if (early !== null) return Promise.resolve(early);
    if (this.#outcome !== null) return settled(this.#outcome);
    this.#waiting = Promise.withResolvers();
    this.#socket.resume();
    return this.#waiting.promise;
  }

  close(): void {
    this.#socket.destroy();
  }

  #arrived(piece: Uint8Array): void {
    if (this.#waiting === null) this.#early = piece;
    else this.#waiting.resolve(piece);
    this.#waiting = null;
  }

  #ended(error: LocalHttpError | null): void {
    this.#outcome ??= { error };
    this.#waiting?.resolve(settled(this.#outcome));
    this.#waiting = null;
  }
}

function settled({ error }: { readonly error: LocalHttpError | null }): Promise<null> {
  return error === null ? Promise.resolve(null) : Promise.reject(error);
}
