import * as z from 'zod';

/** What the event of a run says about where the judged code comes from. */
export interface EventFacts {
  readonly pullRequest: { readonly number: number; readonly headSha: string; readonly baseSha: string } | null;
  /** The run that triggered this one. */
  readonly workflowRun: {
    readonly event: string;
    readonly headSha: string;
    readonly headBranch: string;
    /** Numbers of the open pull requests with this head; GitHub leaves it empty for forks. */
    readonly pullRequests: readonly number[];
  } | null;
  /** A group of a merge queue; its base is the queue's state before it. */
  readonly mergeGroup: { readonly headSha: string; readonly baseSha: string } | null;
  /** A comment that stands at a pull request. */
  readonly onPullRequest: boolean;
  readonly defaultBranch: string | null;
  readonly fromFork: boolean;
}

const repository = z.object({ full_name: z.string() });
const side = z.object({ sha: z.string(), repo: repository.nullish() });
const payload = z.object({
  pull_request: z.object({ number: z.int().positive(), head: side, base: side }).optional(),
  workflow_run: z
    .object({
      event: z.string(),
      head_sha: z.string(),
      head_branch: z.string().nullish(),
      head_repository: repository.nullish(),
      pull_requests: z.array(z.object({ number: z.int().positive() })).nullish(),
    })
    .optional(),
  issue: z.object({ pull_request: z.unknown() }).optional(),
  merge_group: z.object({ head_sha: z.string(), base_sha: z.string() }).optional(),
  repository: z.object({ default_branch: z.string().optional() }).optional(),
});

const NOTHING: EventFacts = {
  pullRequest: null,
  workflowRun: null,
  mergeGroup: null,
  onPullRequest: false,
  defaultBranch: null,
  fromFork: false,
};

/**
 * Decodes an event's JSON, as far as it is used. An event of another shape says nothing: the variables of the run
 * carry what an upload needs, and an event nobody foresaw must not stop the gate.
 */
export function readEvent(eventJson: string | null, ownRepository: string): EventFacts {
  const decoded = payload.safeParse(parse(eventJson));
  if (!decoded.success) {
    return NOTHING;
  }
  const { pull_request: pull, workflow_run: run, merge_group: group, repository: own } = decoded.data;
  const isOther = (repo: z.infer<typeof repository> | null | undefined): boolean =>
    repo?.full_name.toLowerCase() !== ownRepository.toLowerCase();
  return {
    pullRequest: pull === undefined ? null : { number: pull.number, headSha: pull.head.sha, baseSha: pull.base.sha },
    workflowRun:
      run === undefined
        ? null
        : {
            event: run.event,
            headSha: run.head_sha,
            headBranch: run.head_branch ?? '',
            pullRequests: (run.pull_requests ?? []).map(({ number }) => number),
          },
    mergeGroup: group === undefined ? null : { headSha: group.head_sha, baseSha: group.base_sha },
    onPullRequest: (decoded.data.issue?.pull_request ?? null) !== null,
    defaultBranch: own?.default_branch ?? null,
    // A pull request whose fork was deleted has no head repository: still a fork.
    fromFork: pull === undefined ? run !== undefined && isOther(run.head_repository) : isOther(pull.head.repo),
  };
}

function parse(text: string | null): unknown {
  try {
    return text === null ? null : JSON.parse(text);
  } catch {
    return null;
  }
}
