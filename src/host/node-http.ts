import { errorCode, errorMessage } from '../model/error-code.ts';
import { attemptGet } from './http-attempt.ts';
import { readBody, saveBody } from './http-body.ts';
import { type Clock, type Http, type HttpAnswer, HttpError, type HttpOptions, type Log } from './ports.ts';
import { retryAfterMs } from './retry-after.ts';
import { transferProgress } from './transfer-progress.ts';
import { withoutCredentials } from './url-text.ts';

export interface HttpPorts {
  readonly clock: Clock;
  readonly log: Log;
  /** Waits between attempts in milliseconds; one attempt more than waits. */
  readonly waits?: readonly number[];
}

/** A server that names a longer wait than this is not waited for. */
const LONGEST_WAIT_MS = 60_000;
const DOWNLOAD_LIMITS = { timeoutMs: 10 * 60_000, maxBytes: 1024 ** 3 } as const;
const GET_LIMITS = { timeoutMs: 2 * 60_000, maxBytes: 4 * 1024 ** 2 } as const;
/** Of a refusal, only enough is read to learn how long to wait. */
const REFUSAL_BYTES = 64 * 1024;
const REFUSAL_MS = 5_000;

/**
 * GET with retries on temporary faults: no answer, a cut or stalled body, 408, 429 and 5xx. Proxies are those of
 * `@actions/http-client` (HTTPS_PROXY, HTTP_PROXY, NO_PROXY); further certificate authorities are Node's
 * (NODE_EXTRA_CA_CERTS).
 *
 * Not `downloadTool` of `@actions/tool-cache`: it writes to standard output, which belongs to the report on the command
 * line, waits at least ten seconds whatever Retry-After says, and knows no limit of size or time.
 */
export function createHttp(ports: HttpPorts): Http {
  return {
    download: async (url, file, options = {}) => {
      const progress = transferProgress(url, ports.clock, ports.log);
      const maxBytes = options.maxBytes ?? DOWNLOAD_LIMITS.maxBytes;
      const answer = await retrying(url, { ...DOWNLOAD_LIMITS, ...options }, ports, (limits) =>
        attemptGet(url, limits, async (message, deadline) => {
          const isWanted = message.statusCode === 200;
          if (isWanted) await saveBody(message, file, maxBytes, deadline, progress);
          return toAnswer(message, isWanted ? Buffer.alloc(0) : await refusal(message, deadline));
        }),
      );
      if (answer.status !== 200) throw new HttpError(answer.status, `the server answered ${answer.status}`);
    },
    get: (url, options = {}) =>
      retrying(url, { ...GET_LIMITS, ...options }, ports, (limits) =>
        attemptGet(url, limits, async (message, deadline) =>
          toAnswer(message, await readBody(message, options.maxBytes ?? GET_LIMITS.maxBytes, deadline)),
        ),
      ),
  };
}

type Message = Parameters<Parameters<typeof attemptGet>[2]>[0];

function toAnswer(message: Message, body: Buffer): HttpAnswer {
  const headers = Object.entries(message.headers).flatMap(([name, value]) =>
    value === undefined ? [] : [[name, String(value)]],
  );
  return { status: message.statusCode ?? 0, headers: Object.fromEntries(headers), body };
}

/** What a busy server says about when to come back; how it says it does not matter. */
async function refusal(message: Message, deadline: AbortSignal): Promise<Buffer> {
  try {
    if (message.statusCode === 429) {
      return await readBody(message, REFUSAL_BYTES, AbortSignal.any([deadline, AbortSignal.timeout(REFUSAL_MS)]));
    }
  } catch {
    // Then it is as if it had said nothing.
  }
  message.destroy();
  return Buffer.alloc(0);
}

type Limits = Required<Pick<HttpOptions, 'timeoutMs'>> & HttpOptions;

async function retrying(
  url: string,
  { timeoutMs, headers = {} }: Limits,
  { clock, log, waits = [1_000, 3_000, 9_000] }: HttpPorts,
  attempt: (limits: { timeoutMs: number; headers: Readonly<Record<string, string>> }) => Promise<HttpAnswer>,
): Promise<HttpAnswer> {
  const deadline = clock.now().getTime() + timeoutMs;
  for (let attempts = 0; ; attempts += 1) {
    const planned = waits[attempts] ?? null;
    const timeLeft = deadline - clock.now().getTime();
    const outcome =
      timeLeft <= 0
        ? { error: new Error('no time left') }
        : await attempt({ timeoutMs: timeLeft, headers }).then(
            (answer) => ({ answer }),
            (error: unknown) => ({ error }),
          );
    const wait = planned === null ? null : nextWait(outcome, planned, clock.now());
    if (wait === null || clock.now().getTime() + wait >= deadline) {
      if ('answer' in outcome) return outcome.answer;
      throw outcome.error;
    }
    const why = 'answer' in outcome ? `the server answered ${outcome.answer.status}` : errorMessage(outcome.error);
    log.debug(`${withoutCredentials(url)}: ${why}; trying again in ${Math.round(wait)} ms`);
    await clock.sleep(wait);
  }
}

/** Null: another attempt is needless, or pointless. */
function nextWait(
  outcome: { readonly answer: HttpAnswer } | { readonly error: unknown },
  planned: number,
  now: Date,
): number | null {
  // Jitter, so that the jobs of one matrix do not come back all at once.
  const ours = planned * (0.75 + Math.random() / 2);
  if ('error' in outcome) {
    return LASTING.has(errorCode(outcome.error)) ? null : ours;
  }
  const { status, headers, body } = outcome.answer;
  if (!isTemporary(status)) {
    return null;
  }
  const header = retryAfterMs(headers['retry-after'], '', now);
  // A registry counts the microseconds until one more request is free; a crowd that follows it is refused again.
  const text = header === null && status === 429 ? retryAfterMs(undefined, body.toString(), now) : null;
  const wait = header ?? Math.max(text ?? 0, ours);
  return wait <= LONGEST_WAIT_MS ? wait : null;
}

function isTemporary(status: number): boolean {
  return status === 408 || status === 429 || status >= 500;
}

/** Errors that the next attempt would meet again: they are about this machine, the name or the certificate. */
const LASTING: ReadonlySet<string> = new Set([
  'EFBIG',
  'EEXIST',
  'ENOSPC',
  'EACCES',
  'EROFS',
  'EDQUOT',
  'ENOTFOUND',
  'ERR_INVALID_URL',
  'CERT_HAS_EXPIRED',
  'DEPTH_ZERO_SELF_SIGNED_CERT',
  'SELF_SIGNED_CERT_IN_CHAIN',
  'UNABLE_TO_GET_ISSUER_CERT_LOCALLY',
  'UNABLE_TO_VERIFY_LEAF_SIGNATURE',
  'ERR_TLS_CERT_ALTNAME_INVALID',
]);
