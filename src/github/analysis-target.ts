import type { GitHubContext } from './event.ts';

/** The commit and the ref that alerts belong to, or in one sentence why there is none. */
export type AnalysisTarget = { readonly ref: string; readonly commitSha: string } | { readonly none: string };

/**
 * Says under which ref code scanning keeps the results of this run.
 * The danger is a wrong ref, not a missing one: results of a change that are filed under a branch close that branch's alerts.
 */
export function analysisTarget(context: GitHubContext): AnalysisTarget {
  switch (context.eventName) {
    case 'pull_request':
      return ofPullRequest(context);
    case 'pull_request_target':
      return ofPullRequestTarget(context);
    case 'workflow_run':
      return ofWorkflowRun(context);
    default:
      // Push, tags, merge_group, schedule, dispatch: as the runner says.
      return checked(context.ref, context.sha);
  }
}

/** The merge commit, unless the workflow checked out the head: lines are counted in what was checked out. */
function ofPullRequest({ ref, sha, checkedOutSha, event: { pullRequest } }: GitHubContext): AnalysisTarget {
  return pullRequest !== null && checkedOutSha === pullRequest.headSha
    ? checked(`refs/pull/${pullRequest.number}/head`, pullRequest.headSha)
    : checked(ref, sha);
}

/** GITHUB_REF is the base branch here, but what such a workflow judges is the change. */
function ofPullRequestTarget({ event: { pullRequest } }: GitHubContext): AnalysisTarget {
  return pullRequest === null
    ? { none: 'the event does not say which pull request it is about' }
    : checked(`refs/pull/${pullRequest.number}/head`, pullRequest.headSha);
}

/** GITHUB_REF is the default branch here, whatever the triggering run was about. */
function ofWorkflowRun({ event, isFork }: GitHubContext): AnalysisTarget {
  const run = event.workflowRun;
  if (run === null) {
    return { none: 'the event does not say which run triggered it' };
  }
  const [pullRequest] = run.pullRequests;
  if (run.event.startsWith('pull_request')) {
    return pullRequest === undefined
      ? { none: 'the event does not say which pull request the triggering run was about' }
      : checked(`refs/pull/${pullRequest}/head`, run.headSha);
  }
  if (isFork || run.headBranch === '') {
    return { none: 'the triggering run was not about a branch of this repository' };
  }
  return checked(`refs/heads/${run.headBranch}`, run.headSha);
}

/** The forms are those that the API accepts: OpenAPI of `code-scanning/upload-sarif`. */
function checked(ref: string, commitSha: string): AnalysisTarget {
  if (!/^refs\/(heads|tags|pull)\/\S+$/.test(ref)) {
    return { none: 'the run is about no branch, tag or pull request' };
  }
  return /^([0-9a-f]{40}|[0-9a-f]{64})$/i.test(commitSha) ? { ref, commitSha } : { none: 'the run names no commit' };
}
