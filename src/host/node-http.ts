import { errorCode, errorMessage } from '../model/error-code.ts';
import { downloadOnce } from './download.ts';
import { type Clock, type DownloadLimits, type Http, HttpError, type Log } from './ports.ts';
import { withoutCredentials } from './url-text.ts';

export interface HttpOptions {
  readonly clock: Clock;
  readonly log: Log;
  /** Waits between attempts in milliseconds; one attempt more than waits. */
  readonly waits?: readonly number[];
}

/** A server that names a longer wait than this is not waited for. */
const LONGEST_WAIT_MS = 60_000;
const DEFAULT_LIMITS = { timeoutMs: 10 * 60_000, maxBytes: 1024 ** 3 } as const;

/**
 * Downloads with retries on temporary faults: no answer, a cut or stalled body, 408, 429 and 5xx. Proxies are those
 * of `@actions/http-client` (HTTPS_PROXY, HTTP_PROXY, NO_PROXY).
 *
 * Not `downloadTool` of `@actions/tool-cache`: it writes to standard output, which belongs to the report on the command
 * line, waits at least ten seconds whatever Retry-After says, and knows no limit of size or time.
 */
export function createHttp({ clock, log, waits = [1_000, 3_000, 9_000] }: HttpOptions): Http {
  return {
    download: async (url, file, limits: DownloadLimits = {}) => {
      const deadline = clock.now().getTime() + (limits.timeoutMs ?? DEFAULT_LIMITS.timeoutMs);
      const maxBytes = limits.maxBytes ?? DEFAULT_LIMITS.maxBytes;
      for (const planned of [...waits, null]) {
        const fault = await attempt(url, file, maxBytes, deadline - clock.now().getTime());
        if (fault === null) {
          return;
        }
        const wait = planned === null ? null : nextWait(fault, planned);
        if (wait === null || clock.now().getTime() + wait >= deadline) {
          throw fault.error;
        }
        log.debug(`${withoutCredentials(url)}: ${errorMessage(fault.error)}; trying again in ${Math.round(wait)} ms`);
        await clock.sleep(wait);
      }
    },
  };
}

interface Fault {
  readonly error: unknown;
  /** What the server asks for with Retry-After, in milliseconds. */
  readonly retryAfterMs: number | null;
}

async function attempt(url: string, file: string, maxBytes: number, timeoutMs: number): Promise<Fault | null> {
  if (timeoutMs <= 0) {
    return { error: new Error('no time left'), retryAfterMs: null };
  }
  try {
    const answer = await downloadOnce(url, file, { maxBytes, timeoutMs });
    return answer.status === 200
      ? null
      : {
          error: new HttpError(answer.status, `the server answered ${answer.status}`),
          retryAfterMs: answer.retryAfterMs,
        };
  } catch (error) {
    return { error, retryAfterMs: null };
  }
}

/** Null: another attempt is pointless. */
function nextWait({ error, retryAfterMs }: Fault, planned: number): number | null {
  if (error instanceof HttpError ? !isTemporary(error.status) : LASTING.has(errorCode(error))) {
    return null;
  }
  if (retryAfterMs !== null) {
    return retryAfterMs <= LONGEST_WAIT_MS ? retryAfterMs : null;
  }
  // Jitter, so that the jobs of one matrix do not come back all at once.
  return planned * (0.75 + Math.random() / 2);
}

function isTemporary(status: number): boolean {
  return status === 408 || status === 429 || status >= 500;
}

/** Errors that the next attempt would meet again: they are about this machine, the name or the certificate. */
const LASTING: ReadonlySet<string> = new Set([
  'EFBIG',
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
