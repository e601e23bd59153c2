import { resolve } from 'node:path';
import { askGit } from '../evidence/git.ts';
import { type Change, type ChangeKind, changeOf } from '../github/change.ts';
import type { ApiAccess } from '../github/commit-objects.ts';
import type { GitHubContext } from '../github/event.ts';
import type { GitHubApi, Host } from '../host/ports.ts';
import { UsageError, VerifyError } from '../model/failure.ts';
import { type BaseCommit, openCommit, parentsOf } from './base-commit.ts';

/** A run that judges a change: what was there before it decides what is demanded. */
export interface ChangeContext extends BaseCommit {
  readonly kind: ChangeKind;
  /** No change can have written the workflow's inputs. */
  readonly trustedWorkflow: boolean;
}

type Ports = Pick<Host, 'exec' | 'env' | 'clock'>;

/**
 * The change that a run of the action is about; null when it is about a state of a branch: then all findings count, and
 * the policy is that of the checkout.
 * @param api null: there is no token
 * @param workingDirectory as the settings name it
 * @throws UsageError `untrusted-checkout`: `pull_request_target` with the change checked out
 * @throws VerifyError `no-base-commit`, `base-commit-unreadable`: the state before the change cannot be had
 */
export async function changeContext(
  context: GitHubContext,
  api: GitHubApi | null,
  host: Ports,
  workingDirectory: string,
): Promise<ChangeContext | null> {
  const change = changeOf(context);
  if (change === null) return null;
  const folder = resolve(workingDirectory);
  if (change.kind === 'pull_request_target') await refuseHead(context, folder, host);
  const access = api === null ? null : { api, clock: host.clock, repository: context.repository };
  const commit = await baseOf(change, folder, access, host);
  const workspace = context.workspace === '' ? folder : context.workspace;
  const opened = await openCommit(commit, change.words, folder, access, host, workspace);
  return { ...opened, kind: change.kind, trustedWorkflow: change.trustedWorkflow };
}

async function baseOf(change: Change, folder: string, access: ApiAccess | null, host: Ports): Promise<string> {
  const parents = change.merge === null ? null : await mergeParents(change.merge.commit, folder, access, host);
  const [base, head, ...more] = parents ?? [];
  const isMerge = base !== undefined && head !== undefined && more.length === 0;
  if (isMerge && (change.merge?.head ?? head) === head) return base;
  if (change.base !== null && /^([0-9a-f]{40}|[0-9a-f]{64})$/.test(change.base)) return change.base;
  throw new VerifyError(
    'no-base-commit',
    `The event does not say what commit is ${change.words}.`,
    'Run the gate on pull_request, merge_group, push or schedule; on the command line, name the commit with --baseline-commit.',
  );
}

/** That GitHub does not answer here is no failure yet: the event names a base too. */
async function mergeParents(
  commit: string,
  folder: string,
  access: ApiAccess | null,
  host: Ports,
): Promise<readonly string[] | null> {
  try {
    return await parentsOf(commit, folder, access, host);
  } catch (error) {
    if (error instanceof VerifyError) return null;
    throw error;
  }
}

/**
 * Such a workflow runs with the repository's secrets, so it must not touch files of the change. Which commits belong to
 * the change cannot be listed (it may have moved on since), so everything but the base is refused.
 */
async function refuseHead({ sha, checkedOutSha, event }: GitHubContext, folder: string, host: Ports): Promise<void> {
  const head = (await askGit(folder, ['rev-parse', '--verify', '--quiet', 'HEAD'], host))?.trim() ?? checkedOutSha;
  if (head === null || head === sha || head === event.pullRequest?.baseSha) return;
  const what = head === event.pullRequest?.headSha ? 'the head of the pull request' : 'another commit than the base';
  throw new UsageError(
    'untrusted-checkout',
    `This pull_request_target workflow has ${what} checked out (${head.slice(0, 7)}), while it runs with the secrets of the repository.`,
    'Gate changes on pull_request, which runs without secrets; or build there and gate the image on workflow_run.',
  );
}
