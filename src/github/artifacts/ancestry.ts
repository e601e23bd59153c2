import * as z from 'zod';
import type { Clock, GitHubApi } from '../../host/ports.ts';
import { requestWithRetries } from '../request-with-retries.ts';

/** Whether one commit is the other or one that it builds on; null when nobody knows. */
export type IsAncestor = (commit: string, of: string) => Promise<boolean | null>;

const shape = z.object({ status: z.string() });

/**
 * Asks git, then GitHub. What git says counts only when it says yes: a checkout rarely has the whole history, and what it
 * lacks looks like no relation.
 * @param git standard output of git with these arguments, or null
 */
export function ancestry(
  repository: string,
  git: (args: readonly string[]) => Promise<string | null>,
  api: GitHubApi,
  clock: Clock,
): IsAncestor {
  return async (commit, of) => {
    if (![commit, of].every((one) => /^[0-9a-f]{40,64}$/.test(one))) return null;
    if (commit === of) return true;
    const base = await git(['merge-base', commit, of]);
    if (base?.trim() === commit) return true;
    // The second page has no list of changed files, which stands on the first only and can be long.
    const path = `/repos/${repository}/compare/${commit}...${of}?per_page=1&page=2`;
    const answer = await requestWithRetries(api, clock, 'GET', path);
    const status = 'status' in answer && answer.status === 200 ? shape.safeParse(answer.body).data?.status : undefined;
    return status === undefined ? null : status === 'ahead' || status === 'identical';
  };
}
