import * as z from 'zod';
import type { Clock, GitHubApi } from '../../host/ports.ts';
import { requestWithRetries } from '../request-with-retries.ts';
import type { Candidate } from './list.ts';
import { lookUpRefusal } from './refusal.ts';

const name = z.object({ full_name: z.string() });
const shape = z.object({
  id: z.int(),
  event: z.string(),
  head_branch: z.string().nullable(),
  head_sha: z.string(),
  head_repository: name.nullish(),
  repository: name,
});

export type RunAnswer = { readonly trusted: boolean } | { readonly reason: string };

/**
 * Whether the run that made an artifact was a push to the branch. All else may have run what nobody has merged: a pull
 * request's run, one that a `workflow_run` or `pull_request_target` started, one that somebody started by hand with inputs
 * of their own.
 * https://docs.github.com/rest/actions/workflow-runs#get-a-workflow-run
 */
export async function isPushTo(
  branch: string,
  { runId, headSha }: Candidate,
  repository: string,
  api: GitHubApi,
  clock: Clock,
): Promise<RunAnswer> {
  const path = `/repos/${repository}/actions/runs/${runId}?exclude_pull_requests=true`;
  const answer = await requestWithRetries(api, clock, 'GET', path);
  // A run can be deleted with its artifacts between the list and now.
  if ('status' in answer && answer.status === 404) return { trusted: false };
  if ('unreachable' in answer || answer.status !== 200) return { reason: lookUpRefusal(answer) };
  const decoded = shape.safeParse(answer.body);
  if (!decoded.success) return { reason: 'the description of a workflow run has an unknown form' };
  const run = decoded.data;
  const isHere = (other: { readonly full_name: string } | null | undefined): boolean =>
    other?.full_name.toLowerCase() === repository.toLowerCase();
  return {
    trusted:
      run.id === runId &&
      run.event === 'push' &&
      run.head_branch === branch &&
      run.head_sha === headSha &&
      isHere(run.repository) &&
      isHere(run.head_repository),
  };
}
