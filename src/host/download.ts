import { createWriteStream } from 'node:fs';
import { rm } from 'node:fs/promises';
import type { IncomingMessage } from 'node:http';
import { Transform } from 'node:stream';
import { pipeline } from 'node:stream/promises';

export interface AttemptLimits {
  readonly maxBytes: number;
  readonly timeoutMs: number;
}

export interface Answer {
  readonly status: number;
  readonly retryAfterMs: number | null;
}

/** Without any byte for this long a connection counts as dead. */
const STALL_MS = 30_000;

/** Redirects are followed here: the client does not know relative ones, and reads their bodies to any length. */
const MAX_REDIRECTS = 5;

/**
 * One attempt. A body with status 200 ends up in `file`, as sent: nothing is decompressed. Anything else leaves no
 * file. Rejects when there is no whole answer within the limits.
 */
export async function downloadOnce(url: string, file: string, limits: AttemptLimits): Promise<Answer> {
  const { HttpClient } = await import('@actions/http-client');
  const client = new HttpClient('image-gate', [], {
    allowRetries: false,
    allowRedirects: false,
    socketTimeout: Math.min(STALL_MS, limits.timeoutMs),
  });
  const deadline = AbortSignal.timeout(limits.timeoutMs);
  try {
    let next = url;
    for (let redirects = 0; ; redirects += 1) {
      const { message } = await beforeAbort(client.get(next, { 'accept-encoding': 'identity' }), deadline);
      const status = message.statusCode ?? 0;
      if (status === 200) {
        await saveBody(message, file, limits.maxBytes, deadline);
        return { status, retryAfterMs: null };
      }
      message.destroy();
      const target = redirects < MAX_REDIRECTS ? redirectTarget(status, message.headers.location, next) : null;
      if (target === null) {
        return { status, retryAfterMs: retryAfterMs(message.headers['retry-after']) };
      }
      next = target;
    }
  } catch (error) {
    throw deadline.aborted ? new Error(`no whole answer within ${Math.ceil(limits.timeoutMs / 1000)} s`) : error;
  } finally {
    client.dispose();
  }
}

/** Null: no redirect that is followed. One from https to http would give up what TLS vouched for. */
function redirectTarget(status: number, location: string | undefined, from: string): string | null {
  if (![301, 302, 303, 307, 308].includes(status) || location === undefined) {
    return null;
  }
  const target = URL.parse(location, from);
  const allowed = new URL(from).protocol === 'https:' ? ['https:'] : ['http:', 'https:'];
  return target !== null && allowed.includes(target.protocol) ? target.href : null;
}

async function saveBody(body: IncomingMessage, file: string, maxBytes: number, deadline: AbortSignal): Promise<void> {
  body.setTimeout(STALL_MS, () => body.destroy(new Error(`nothing came for ${STALL_MS / 1000} s`)));
  const announced = Number(body.headers['content-length'] ?? Number.NaN);
  let length = 0;
  const counted = new Transform({
    transform(chunk: Buffer, _encoding, done) {
      length += chunk.length;
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
    // Without a length the end of a body cut by a proxy looks like the end of the file; with one it must agree.
    if (!Number.isNaN(announced) && announced !== length) {
      throw new Error(`${length} of ${announced} bytes came`);
    }
  } catch (error) {
    if (created) {
      await rm(file, { force: true });
    }
    throw error;
  }
}

function tooLarge(maxBytes: number): Error {
  return Object.assign(new Error(`the file is larger than ${maxBytes} bytes`), { code: 'EFBIG' });
}

/** The client knows no abort signal; a late answer is thrown away. */
async function beforeAbort<T extends { readonly message: IncomingMessage }>(
  work: Promise<T>,
  signal: AbortSignal,
): Promise<T> {
  const aborted = Promise.withResolvers<never>();
  const onAbort = (): void => aborted.reject(new Error('aborted'));
  signal.addEventListener('abort', onAbort, { once: true });
  try {
    return await Promise.race([work, aborted.promise]);
  } catch (error) {
    work.then(
      ({ message }) => message.destroy(),
      () => undefined,
    );
    throw error;
  } finally {
    signal.removeEventListener('abort', onAbort);
  }
}

/** RFC 9110, section 10.2.3: seconds or a date. */
function retryAfterMs(header: string | undefined): number | null {
  if (header === undefined) {
    return null;
  }
  if (/^\d{1,9}$/.test(header)) {
    return Number(header) * 1000;
  }
  const date = Date.parse(header);
  return Number.isNaN(date) ? null : Math.max(0, date - Date.now());
}
