import type { GitHubContext } from './event.ts';

export type ChangeKind = 'pull_request' | 'merge_group' | 'pull_request_target' | 'workflow_run' | 'issue_comment';

/** What a run judges when it judges a change, and where the state before it is to be found. */
export interface Change {
  readonly kind: ChangeKind;
  /**
   * The commit that GitHub made of base and head to see what merging gives. Its first parent is the base's newest state,
   * which is in the judged files too: compared with an older one, the change would be blamed for what others did.
   */
  readonly merge: { readonly commit: string; readonly head: string | null } | null;
  /** The base where there is no such commit; null when the event does not say. */
  readonly base: string | null;
  /** For people: `the base of pull request #7`. */
  readonly words: string;
  /** The workflow file that runs is the trusted branch's own, so that its inputs are as good as its policy. */
  readonly trustedWorkflow: boolean;
}

/**
 * Which change a run is about; null when it is about a state of a branch, where all findings count and the policy is that
 * of the checkout. Events: https://docs.github.com/actions/reference/workflows-and-actions/events-that-trigger-workflows
 */
export function changeOf(context: GitHubContext): Change | null {
  const { eventName, ref, sha, event } = context;
  const own = { merge: null, base: sha, trustedWorkflow: true } as const;
  switch (eventName) {
    case 'merge_group':
      return {
        kind: 'merge_group',
        merge: null,
        base: event.mergeGroup?.baseSha ?? null,
        words: 'what the merge group builds upon',
        // The queue's commit holds the change, its workflow file included.
        trustedWorkflow: context.workflowElsewhere,
      };
    case 'pull_request_target':
      return { kind: 'pull_request_target', ...own, words: `the base of ${pullRequest(context)}` };
    case 'workflow_run':
      return isOwnBranch(context)
        ? null
        : { kind: 'workflow_run', ...own, words: 'the commit that this workflow is of' };
    case 'issue_comment':
      return event.onPullRequest ? { kind: 'issue_comment', ...own, words: 'the default branch' } : null;
    default:
      // Reviews and their comments run like pull_request does.
      return eventName.startsWith('pull_request') || /^refs\/pull\/\d+\/merge$/.test(ref)
        ? ofPullRequest(context)
        : null;
  }
}

function ofPullRequest(context: GitHubContext): Change {
  const { sha, event, workflowElsewhere } = context;
  return {
    kind: 'pull_request',
    merge: { commit: sha, head: event.pullRequest?.headSha ?? null },
    base: event.pullRequest?.baseSha ?? null,
    words: `the base of ${pullRequest(context)}`,
    trustedWorkflow: workflowElsewhere,
  };
}

/** The triggering run was about a branch of this repository; whatever is not plainly so is a change. */
function isOwnBranch({ event: { workflowRun }, isFork }: GitHubContext): boolean {
  return workflowRun !== null && !isFork && ['push', 'schedule', 'workflow_dispatch'].includes(workflowRun.event);
}

function pullRequest({ event }: GitHubContext): string {
  return event.pullRequest === null ? 'the pull request' : `pull request #${event.pullRequest.number}`;
}
