import * as z from 'zod';
import type { Host, HttpAnswer } from '../host/ports.ts';
import { errorMessage } from '../model/error-code.ts';
import { VerifyError } from '../model/failure.ts';
import { DEFAULT_DOWNLOAD_URL, GITHUB_API, RELEASE_LIST_URL } from './releases.ts';

/** A release that was published, neither draft nor preview. */
export interface ListedRelease {
  /** Three numbers, such as `0.74.0`. */
  readonly version: string;
  readonly publishedAt: Date;
}

export interface ListRequest {
  readonly downloadUrl: string;
  readonly timeoutMs: number;
  /** Only raises GitHub's limit of requests; it works without. */
  readonly githubToken: string | null;
}

/** GitHub's answer for 30 releases of Trivy, with all their assets, has some 3 MB. */
const MAX_BYTES = 32 * 1024 * 1024;

/**
 * The releases to choose from: GitHub's list, or with `--trivy-download-url` the mirror's `releases.json` in the same
 * form. The list decides which version is tried, never which bytes are trusted.
 *
 * @throws VerifyError `trivy-release-list`
 */
export async function listReleases(request: ListRequest, host: Host): Promise<readonly ListedRelease[]> {
  const url =
    request.downloadUrl === DEFAULT_DOWNLOAD_URL
      ? RELEASE_LIST_URL
      : `${request.downloadUrl.replace(/\/+$/, '')}/releases.json`;
  const answer = await getList(url, request, host);
  if (answer.status !== 200) {
    throw failed(url, `the server answered ${answer.status}`);
  }
  return decodeReleases(new TextDecoder().decode(answer.body), shown(url));
}

async function getList(url: string, { timeoutMs, githubToken }: ListRequest, host: Host): Promise<HttpAnswer> {
  const limits = { timeoutMs: Math.min(timeoutMs, 60_000), maxBytes: MAX_BYTES };
  const headers = tokenFor(url, githubToken, host);
  try {
    const answer = await host.http.get(url, { ...limits, headers });
    // A token that GitHub does not know is worse than none.
    return answer.status === 401 && 'authorization' in headers ? await host.http.get(url, limits) : answer;
  } catch (error) {
    throw failed(url, errorMessage(error));
  }
}

/** On GitHub Enterprise Server the job's token belongs to that server, and to nobody else. */
function tokenFor(url: string, token: string | null, { env }: Host): Readonly<Record<string, string>> {
  const isOurs = URL.parse(url)?.origin === GITHUB_API && (env.get('GITHUB_API_URL') ?? GITHUB_API) === GITHUB_API;
  return token !== null && isOurs ? { authorization: `Bearer ${token}` } : {};
}

const Release = z.object({
  tag_name: z.string().regex(/^v(?:\d{1,6}\.){2}\d{1,6}$/),
  published_at: z.iso.datetime({ offset: true }),
  draft: z.literal(false).default(false),
  prerelease: z.literal(false).default(false),
});

/**
 * Entries that are no published release of three numbers are passed over.
 * @throws VerifyError `trivy-release-list`
 */
export function decodeReleases(text: string, source: string): readonly ListedRelease[] {
  const list = z.array(z.unknown()).max(1000).safeParse(parseJson(text));
  if (!list.success) {
    throw failed(source, 'it is not a list of releases as GitHub gives it');
  }
  return list.data.flatMap((entry) => {
    const release = Release.safeParse(entry).data;
    return release === undefined
      ? []
      : [{ version: release.tag_name.slice(1), publishedAt: new Date(release.published_at) }];
  });
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

function failed(url: string, reason: string): VerifyError {
  return new VerifyError(
    'trivy-release-list',
    `The list of Trivy's releases could not be read from ${shown(url)}: ${reason}`,
    'Name an exact version with --trivy-version; with --trivy-download-url, keep releases.json beside the releases.',
  );
}

/** Without user name, password and query. */
function shown(url: string): string {
  const parsed = URL.parse(url);
  return parsed === null ? url : `${parsed.origin}${parsed.pathname}`;
}
