import type { Clock, GitHubApi, Http } from '../../host/ports.ts';
import { errorMessage } from '../../model/error-code.ts';
import { oneLine } from '../api-message.ts';
import { requestWithRetries } from '../request-with-retries.ts';
import { MAX_ARCHIVE_BYTES } from './list.ts';
import { EVIDENCE_FILE } from './name.ts';
import { lookUpRefusal } from './refusal.ts';
import { zipEntry } from './zip.ts';

export type Downloaded =
  | { readonly text: string }
  /** `lasting`: the next artifact would meet the same. */
  | { readonly reason: string; readonly lasting: boolean };

/**
 * The evidence in an artifact. The API answers with the address of a storage that takes no token and is given none.
 * https://docs.github.com/rest/actions/artifacts#download-an-artifact
 */
export async function downloadEvidence(
  id: number,
  { repository, apiUrl, maxBytes }: { readonly repository: string; readonly apiUrl: string; readonly maxBytes: number },
  { api, http, clock }: { readonly api: GitHubApi; readonly http: Http; readonly clock: Clock },
): Promise<Downloaded> {
  const answer = await requestWithRetries(api, clock, 'GET', `/repos/${repository}/actions/artifacts/${id}/zip`);
  if ('unreachable' in answer) return { reason: lookUpRefusal(answer), lasting: true };
  if (answer.status !== 302 || answer.location === undefined) {
    // Expired or deleted since it was listed: an older one may be there.
    return { reason: lookUpRefusal(answer), lasting: answer.status !== 410 && answer.status !== 404 };
  }
  const zip = await fetchZip(answer.location, apiUrl, http);
  if ('reason' in zip) return { ...zip, lasting: false };
  const content = zipEntry(zip.bytes, EVIDENCE_FILE, maxBytes);
  return content === null
    ? { reason: 'its artifact is damaged or holds something else', lasting: false }
    : { text: content.toString('utf8') };
}

const TIMEOUT_MS = 2 * 60_000;

async function fetchZip(
  url: string,
  apiUrl: string,
  http: Http,
): Promise<{ readonly bytes: Uint8Array } | { readonly reason: string }> {
  // TLS all the way, wherever GitHub itself is asked over TLS.
  const protocol = URL.parse(url)?.protocol;
  if (protocol !== 'https:' && protocol !== URL.parse(apiUrl)?.protocol)
    return { reason: 'GitHub named no address of its artifact that can be trusted' };
  try {
    const { status, body } = await http.get(url, { maxBytes: MAX_ARCHIVE_BYTES, timeoutMs: TIMEOUT_MS });
    return status === 200
      ? { bytes: body }
      : { reason: `its artifact could not be downloaded: the storage answered ${status}` };
  } catch (error) {
    return { reason: `its artifact could not be downloaded: ${oneLine(errorMessage(error))}` };
  }
}
