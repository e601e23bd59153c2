import type { Env } from '../host/ports.ts';
import { UsageError } from '../model/failure.ts';
import { type EventFacts, readEvent } from './event-payload.ts';

/** What a run on GitHub Actions knows of itself, from the variables and the event that the runner provides. */
export interface GitHubContext {
  /** `owner/name`. */
  readonly repository: string;
  /** The commit that triggered the run; of a pull request its merge commit. */
  readonly sha: string;
  /** `refs/heads/…`, `refs/tags/…` or `refs/pull/N/merge`; empty for the few events without one. */
  readonly ref: string;
  readonly eventName: string;
  /** Without a slash at the end: `https://api.github.com`, or `https://HOST/api/v3` of an Enterprise Server. */
  readonly apiUrl: string;
  readonly serverUrl: string;
  /** Absolute path of the checkout; empty when the runner does not say. */
  readonly workspace: string;
  /** `.github/workflows/x.yml`; null when the workflow comes from another repository or is not named. */
  readonly workflowPath: string | null;
  /** The workflow's file stands in another repository, as that of a ruleset's required workflow does: no change here writes it. */
  readonly workflowElsewhere: boolean;
  /** Id of the job in its workflow file; empty when the runner does not say. */
  readonly job: string;
  readonly runId: string;
  readonly runAttempt: number;
  readonly actor: string;
  /** The change comes from another repository, so that the run's token may only read. */
  readonly isFork: boolean;
  /** The commit in the workspace where it is known and stands for itself; null on a branch. */
  readonly checkedOutSha: string | null;
  readonly event: EventFacts;
}

/**
 * Reads the context of a run.
 * @param eventJson text of the file that GITHUB_EVENT_PATH names; null when there is none
 * @param gitHead text of the workspace's `.git/HEAD`; null when there is none
 * Variables: https://docs.github.com/actions/reference/workflows-and-actions/variables
 * @throws UsageError outside of GitHub Actions, or when the runner's facts make no sense.
 */
export function readGitHubContext(env: Env, eventJson: string | null, gitHead: string | null = null): GitHubContext {
  const repository = required(env, 'GITHUB_REPOSITORY');
  // It becomes a part of API paths.
  if (!/^[\w.-]+\/[\w.-]+$/.test(repository)) {
    throw new UsageError('github-context', `GITHUB_REPOSITORY is not owner/name: ${printable(repository)}`, ADVICE);
  }
  const event = readEvent(eventJson, repository);
  return {
    repository,
    sha: required(env, 'GITHUB_SHA'),
    ref: optional(env, 'GITHUB_REF'),
    eventName: optional(env, 'GITHUB_EVENT_NAME'),
    apiUrl: url(env, 'GITHUB_API_URL', 'https://api.github.com'),
    serverUrl: url(env, 'GITHUB_SERVER_URL', 'https://github.com'),
    workspace: optional(env, 'GITHUB_WORKSPACE'),
    workflowPath: workflowPath(optional(env, 'GITHUB_WORKFLOW_REF'), repository),
    workflowElsewhere: isElsewhere(optional(env, 'GITHUB_WORKFLOW_REF'), repository),
    job: optional(env, 'GITHUB_JOB'),
    runId: optional(env, 'GITHUB_RUN_ID'),
    runAttempt: Number.parseInt(optional(env, 'GITHUB_RUN_ATTEMPT'), 10) || 1,
    actor: optional(env, 'GITHUB_ACTOR'),
    isFork: event.fromFork,
    checkedOutSha: /^[0-9a-f]{40,64}$/.exec(gitHead?.trim() ?? '')?.[0] ?? null,
    event,
  };
}

const ADVICE = 'Run the gate as a step of a GitHub Actions job, or use the command line, which needs none of this.';

function optional(env: Env, name: string): string {
  return env.get(name)?.trim() ?? '';
}

function required(env: Env, name: string): string {
  const value = optional(env, name);
  if (value === '') {
    throw new UsageError('github-context', `${name} is not set, so this is no GitHub Actions step`, ADVICE);
  }
  return value;
}

function url(env: Env, name: string, fallback: string): string {
  const value = optional(env, name) || fallback;
  const parsed = URL.parse(value);
  // A token is sent there.
  if (parsed === null || !(parsed.protocol === 'https:' || parsed.protocol === 'http:')) {
    throw new UsageError('github-context', `${name} is no web address: ${printable(value)}`, ADVICE);
  }
  return value.replace(/\/+$/, '');
}

/** From `owner/name/.github/workflows/x.yml@refs/heads/main`. A reusable workflow is named by its caller's file. */
function workflowPath(workflowRef: string, repository: string): string | null {
  const prefix = `${repository}/`;
  const end = workflowRef.indexOf('@');
  if (!workflowRef.toLowerCase().startsWith(prefix.toLowerCase()) || end < prefix.length) {
    return null;
  }
  const path = workflowRef.slice(prefix.length, end);
  return /^\.github\/workflows\/[^/]+\.ya?ml$/.test(path) ? path : null;
}

/** Only a whole reference to a file of another repository says so; anything else says nothing. */
function isElsewhere(workflowRef: string, repository: string): boolean {
  const [, owner] = /^([\w.-]+\/[\w.-]+)\/\.github\/workflows\/[^/@]+\.ya?ml@[^@]+$/.exec(workflowRef) ?? [];
  return owner !== undefined && owner.toLowerCase() !== repository.toLowerCase();
}

function printable(text: string): string {
  return JSON.stringify(text.slice(0, 100));
}
