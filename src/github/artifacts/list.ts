import * as z from 'zod';
import type { Clock, GitHubApi } from '../../host/ports.ts';
import { requestWithRetries } from '../request-with-retries.ts';
import { lookUpRefusal } from './refusal.ts';

/** An artifact that may hold a baseline, as the list tells of it. Whether its run can be trusted is another question. */
export interface Candidate {
  readonly id: number;
  readonly runId: number;
  readonly headSha: string;
  readonly createdAt: string;
}

/**
 * Runs of changes store under the same name if they please. So many that the wanted one is not among these leave no
 * baseline, and then everything counts.
 */
const PAGES = 5;
const PAGE = 100;

/** A zip of evidence: the packages of some hundred images. */
export const MAX_ARCHIVE_BYTES = 64 * 1024 * 1024;

const id = z.int().positive();
const page = z.object({
  artifacts: z.array(
    z.object({
      id,
      name: z.string(),
      size_in_bytes: z.int().min(0),
      expired: z.boolean(),
      created_at: z.string().nullish(),
      workflow_run: z
        .object({
          id,
          repository_id: id,
          head_repository_id: id,
          head_branch: z.string(),
          head_sha: z.string(),
        })
        // Of artifacts whose run is gone, parts are missing.
        .nullish()
        .catch(null),
    }),
  ),
});

/**
 * The artifacts of a name that were made for a branch of this very repository, newest first.
 * https://docs.github.com/rest/actions/artifacts#list-artifacts-for-a-repository
 */
export async function listCandidates(
  api: GitHubApi,
  clock: Clock,
  wanted: { readonly repository: string; readonly name: string; readonly branch: string },
): Promise<{ readonly candidates: readonly Candidate[] } | { readonly reason: string }> {
  const found: Candidate[] = [];
  const path = `/repos/${wanted.repository}/actions/artifacts?name=${encodeURIComponent(wanted.name)}&per_page=${PAGE}`;
  for (let number = 1; number <= PAGES; number++) {
    const answer = await requestWithRetries(api, clock, 'GET', `${path}&page=${number}`);
    if ('unreachable' in answer || answer.status !== 200) return { reason: lookUpRefusal(answer) };
    const decoded = page.safeParse(answer.body);
    if (!decoded.success) return { reason: 'the list of artifacts has an unknown form' };
    for (const artifact of decoded.data.artifacts) {
      const { workflow_run: run, expired, name, size_in_bytes: bytes } = artifact;
      if (expired || name !== wanted.name || bytes > MAX_ARCHIVE_BYTES || !run) continue;
      // A fork can have a branch of any name.
      if (run.head_branch !== wanted.branch || run.head_repository_id !== run.repository_id) continue;
      found.push({ id: artifact.id, runId: run.id, headSha: run.head_sha, createdAt: artifact.created_at ?? '' });
    }
    if (decoded.data.artifacts.length < PAGE) break;
  }
  found.sort((a, b) => (a.createdAt === b.createdAt ? b.id - a.id : a.createdAt < b.createdAt ? 1 : -1));
  return { candidates: found };
}
