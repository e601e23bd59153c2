import type { ApiMethod, Clock, GitHubApi, GitHubResponse } from '../host/ports.ts';
import { errorMessage } from '../model/error-code.ts';
import { apiMessage } from './api-message.ts';

/** Before the second, third and fourth try. */
const WAITS_MS = [2_000, 8_000, 20_000] as const;
/** A server that asks for more has to wait for the next run: the job pays by the minute. */
const LONGEST_WAIT_MS = 60_000;
const TEMPORARY = [408, 429, 500, 502, 503, 504];

export type Answer = GitHubResponse | { readonly unreachable: string };

/**
 * Asks at most four times, with growing waits or those the server names.
 * Only for requests that may arrive twice: a SARIF upload replaces an earlier one of the same commit and category.
 * Resolves with the last answer, whatever it is.
 */
export async function requestWithRetries(
  api: GitHubApi,
  clock: Clock,
  method: ApiMethod,
  path: string,
  body?: unknown,
): Promise<Answer> {
  for (const wait of WAITS_MS) {
    const answer = await attempt(api, method, path, body);
    const pause = waitBeforeRetry(answer, wait);
    if (pause === null) {
      return answer;
    }
    await clock.sleep(pause);
  }
  return attempt(api, method, path, body);
}

/** Asks once: for requests that must not arrive twice. */
export async function attempt(api: GitHubApi, method: ApiMethod, path: string, body: unknown): Promise<Answer> {
  try {
    return await api.request(method, path, body);
  } catch (error) {
    return { unreachable: errorMessage(error) };
  }
}

/** Milliseconds, or null when another try would be of no use. */
export function waitBeforeRetry(answer: Answer, usual: number): number | null {
  if ('unreachable' in answer) {
    return usual;
  }
  if (!TEMPORARY.includes(answer.status) && !isRateLimit(answer)) {
    return null;
  }
  const wait = Math.max(answer.retryAfterMs ?? 0, usual);
  return wait <= LONGEST_WAIT_MS ? wait : null;
}

/** Rate limits come as 429 and as 403 (https://docs.github.com/rest/using-the-rest-api/rate-limits-for-the-rest-api). */
export function isRateLimit(answer: GitHubResponse): boolean {
  return answer.status === 429 || (answer.status === 403 && /rate limit/i.test(apiMessage(answer.body)));
}
