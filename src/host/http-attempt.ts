import type { IncomingMessage } from 'node:http';

export interface AttemptOptions {
  readonly timeoutMs: number;
  readonly headers: Readonly<Record<string, string>>;
}

/** Without any byte for this long a connection counts as dead. */
export const STALL_MS = 30_000;

/** Redirects are followed here: the client does not know relative ones, and reads their bodies to any length. */
const MAX_REDIRECTS = 5;

/**
 * One attempt at a GET. The answer at the end of the redirects goes to `consume` with its body as sent: nothing is
 * decompressed. Rejects when there is no whole answer in time, or when `consume` does.
 */
export async function attemptGet<T>(
  url: string,
  { timeoutMs, headers }: AttemptOptions,
  consume: (answer: IncomingMessage, deadline: AbortSignal) => Promise<T>,
): Promise<T> {
  const { HttpClient } = await import('@actions/http-client');
  const client = new HttpClient('image-gate', [], {
    allowRetries: false,
    allowRedirects: false,
    socketTimeout: Math.min(STALL_MS, timeoutMs),
  });
  const deadline = AbortSignal.timeout(timeoutMs);
  try {
    let next = url;
    for (let redirects = 0; ; redirects += 1) {
      const own = new URL(next).origin === new URL(url).origin ? headers : {};
      const { message } = await beforeAbort(client.get(next, { ...own, 'accept-encoding': 'identity' }), deadline);
      const target = redirects < MAX_REDIRECTS ? redirectTarget(message, next) : null;
      if (target === null) {
        message.setTimeout(STALL_MS, () => message.destroy(new Error(`nothing came for ${STALL_MS / 1000} s`)));
        return await consume(message, deadline);
      }
      message.destroy();
      next = target;
    }
  } catch (error) {
    throw deadline.aborted ? new Error(`no whole answer within ${Math.ceil(timeoutMs / 1000)} s`) : error;
  } finally {
    client.dispose();
  }
}

/** Null: no redirect that is followed. One from https to http would give up what TLS vouched for. */
function redirectTarget({ statusCode = 0, headers: { location } }: IncomingMessage, from: string): string | null {
  if (![301, 302, 303, 307, 308].includes(statusCode) || location === undefined) {
    return null;
  }
  const target = URL.parse(location, from);
  const allowed = new URL(from).protocol === 'https:' ? ['https:'] : ['http:', 'https:'];
  return target !== null && allowed.includes(target.protocol) ? target.href : null;
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
