import { createWriteStream } from 'node:fs';
import { rm } from 'node:fs/promises';
import type { IncomingMessage } from 'node:http';
import { Transform } from 'node:stream';
import { pipeline } from 'node:stream/promises';

/** Called as bytes come: how many so far, and of how many (null when the server does not say). */
export type OnBytes = (length: number, announced: number | null) => void;

/** Streams a body into a new file. Rejects, and leaves no file, when it is cut or larger than allowed. */
export async function saveBody(
  body: IncomingMessage,
  file: string,
  maxBytes: number,
  deadline: AbortSignal,
  onBytes: OnBytes,
): Promise<void> {
  const announced = announcedLength(body);
  if (announced !== null && announced > maxBytes) {
    body.destroy();
    throw tooLarge(maxBytes);
  }
  let length = 0;
  const counted = new Transform({
    transform(chunk: Buffer, _encoding, done) {
      length += chunk.length;
      onBytes(length, announced);
      done(length > maxBytes ? tooLarge(maxBytes) : null, chunk);
    },
  });
  const target = createWriteStream(file, { flags: 'wx' });
  let created = false;
  target.once('open', () => {
    created = true;
  });
  try {
    await pipeline(body, counted, target, { signal: deadline });
    checkLength(length, announced);
  } catch (error) {
    if (created) {
      await rm(file, { force: true });
    }
    throw error;
  }
}

/** A whole small body in memory. */
export async function readBody(body: IncomingMessage, maxBytes: number, deadline: AbortSignal): Promise<Buffer> {
  const announced = announcedLength(body);
  const chunks: Buffer[] = [];
  let length = 0;
  const keep = async (source: AsyncIterable<Buffer>): Promise<void> => {
    for await (const chunk of source) {
      length += chunk.length;
      if (length > maxBytes) throw tooLarge(maxBytes);
      chunks.push(chunk);
    }
  };
  await pipeline(body, keep, { signal: deadline });
  checkLength(length, announced);
  return Buffer.concat(chunks);
}

function announcedLength(body: IncomingMessage): number | null {
  const announced = Number(body.headers['content-length'] ?? Number.NaN);
  return Number.isNaN(announced) ? null : announced;
}

/** Without a length the end of a body cut by a proxy looks like the end of the file; with one it must agree. */
function checkLength(length: number, announced: number | null): void {
  if (announced !== null && announced !== length) {
    throw new Error(`${length} of ${announced} bytes came`);
  }
}

function tooLarge(maxBytes: number): Error {
  return Object.assign(new Error(`the answer is larger than ${maxBytes} bytes`), { code: 'EFBIG' });
}
