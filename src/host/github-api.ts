import type { GitHubApi, GitHubResponse } from './ports.ts';

const TIMEOUT_MS = 60_000;

/** The part of octokit's thrown errors that tells an answer from none. */
interface AnsweredError {
  readonly response: Answered;
}

interface Answered {
  readonly status: number;
  readonly data: unknown;
  readonly headers: Readonly<Record<string, unknown>>;
}

/**
 * GitHub's REST API through octokit, which knows the runner's proxy.
 * The token goes to the origin of `apiUrl` alone: paths that lead elsewhere are refused, redirects are answers.
 * Octokit is loaded with the first request, because most runs of the gate make none.
 */
export function createGitHubApi(token: string, apiUrl: string): GitHubApi {
  return {
    async request(method, path, body) {
      const url = resolve(apiUrl, path);
      const { getOctokit } = await import('@actions/github');
      const octokit = getOctokit(token, { baseUrl: apiUrl, log: SILENT });
      try {
        const answer = await octokit.request({
          method,
          url,
          ...(body === undefined ? {} : { data: body }),
          request: { redirect: 'manual', signal: AbortSignal.timeout(TIMEOUT_MS) },
        });
        return toResponse(answer);
      } catch (error) {
        if (isAnswered(error)) {
          return toResponse(error.response);
        }
        // Octokit's errors carry the whole request, a report's text included.
        throw new Error(innermostMessage(error));
      }
    },
  };
}

const nothing = (): void => undefined;
const SILENT = { debug: nothing, info: nothing, warn: nothing, error: nothing };

function resolve(apiUrl: string, path: string): string {
  // Octokit would fill in {…} and :name; two slashes or none would name another server.
  const isPath = /^\/(?!\/)[^{}]*$/.test(path) && !/:[a-z]/.test(path);
  const url = isPath ? URL.parse(`${apiUrl}${path}`) : null;
  if (url === null || url.origin !== URL.parse(apiUrl)?.origin) {
    throw new Error(`not a path of the API: ${path}`);
  }
  return url.href;
}

function isAnswered(error: unknown): error is AnsweredError {
  return typeof error === 'object' && error !== null && 'response' in error && error.response !== undefined;
}

/** `fetch failed` says nothing; what failed stands in its causes. */
function innermostMessage(error: unknown): string {
  let message = 'no answer';
  for (let at = error, depth = 0; typeof at === 'object' && at !== null && depth < 5; depth += 1) {
    if ('message' in at && typeof at.message === 'string' && at.message !== '') {
      message = at.message;
    }
    at = 'cause' in at ? at.cause : null;
  }
  return message;
}

function toResponse({ status, data, headers }: Answered): GitHubResponse {
  const retryAfterMs = waitAsked(headers);
  const { location } = headers;
  return {
    status,
    body: data === '' ? null : data,
    ...(retryAfterMs === null ? {} : { retryAfterMs }),
    ...(typeof location === 'string' ? { location } : {}),
  };
}

/** Source: https://docs.github.com/rest/using-the-rest-api/rate-limits-for-the-rest-api#exceeding-the-rate-limit */
function waitAsked(headers: Readonly<Record<string, unknown>>): number | null {
  const after = seconds(headers['retry-after']);
  if (after !== null) {
    return after * 1000;
  }
  const reset = seconds(headers['x-ratelimit-reset']);
  return headers['x-ratelimit-remaining'] === '0' && reset !== null ? Math.max(0, reset * 1000 - Date.now()) : null;
}

function seconds(value: unknown): number | null {
  return typeof value === 'string' && /^\d{1,12}$/.test(value) ? Number(value) : null;
}
