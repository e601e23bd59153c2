import { REPOSITORY } from './origin.ts';

/** What makes a workflow run, and what the runner tells of it. */
export interface Occasion {
  readonly event: 'push' | 'schedule' | 'pull_request' | 'pull_request_target' | 'merge_group';
  /** GITHUB_SHA. */
  readonly sha: string;
  readonly ref: string;
  readonly payload: object;
  /** What is checked out, when not `sha`. */
  readonly checkout?: string;
  /** The commit whose workflow file runs, when not `sha`. */
  readonly workflowAt?: string;
  /** What the run's artifacts are told to come from. */
  readonly branch: string;
  readonly headSha: string;
}

const repository = { full_name: REPOSITORY, default_branch: 'main' };
const MAIN = { ref: 'refs/heads/main', branch: 'main' };

export function push(sha: string): Occasion {
  return { event: 'push', sha, headSha: sha, payload: { repository, ref: MAIN.ref, after: sha }, ...MAIN };
}

/** The workflow of the default branch, by the clock. */
export function nightly(sha: string): Occasion {
  return { event: 'schedule', sha, headSha: sha, payload: { repository, schedule: '0 3 * * *' }, ...MAIN };
}

export interface Pull {
  readonly base: string;
  readonly head: string;
  /** GitHub's own merge of both. */
  readonly merge: string;
  readonly from?: string;
}

export function pullRequest({ base, head, merge, from = REPOSITORY }: Pull): Occasion {
  return { event: 'pull_request', sha: merge, ref: 'refs/pull/7/merge', ...ofPull(base, head, from) };
}

/** With the head checked out, which such a workflow must never do. */
export function pullRequestTarget({ base, head, from = REPOSITORY }: Pull): Occasion {
  return { event: 'pull_request_target', sha: base, ref: MAIN.ref, checkout: head, ...ofPull(base, head, from) };
}

function ofPull(base: string, head: string, from: string): Pick<Occasion, 'payload' | 'branch' | 'headSha'> {
  const side = (ref: string, sha: string, name: string) => ({ ref, sha, repo: { full_name: name } });
  const pull = { number: 7, head: side('change', head, from), base: side('main', base, REPOSITORY) };
  const payload = { action: 'synchronize', number: 7, pull_request: pull, repository };
  return { payload, branch: 'change', headSha: head };
}

/** The commit that a merge queue would give the branch. */
export function mergeGroup({ base, merge }: Pick<Pull, 'base' | 'merge'>): Occasion {
  const ref = `refs/heads/gh-readonly-queue/main/pr-7-${base}`;
  const group = { head_sha: merge, head_ref: ref, base_sha: base, base_ref: 'refs/heads/main' };
  const payload = { action: 'checks_requested', merge_group: group, repository };
  return { event: 'merge_group', sha: merge, ref, payload, branch: ref.slice(11), headSha: merge };
}
