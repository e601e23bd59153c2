import { relative, resolve, sep } from 'node:path';
import { commitFiles } from '../evidence/commit-files.ts';
import { gitCommitObjects, isObjectId } from '../evidence/commit-objects-git.ts';
import { askGit } from '../evidence/git.ts';
import { GitObjectReader } from '../evidence/git-object-reader.ts';
import { type ApiAccess, apiCommit, apiCommitObjects } from '../github/commit-objects.ts';
import { GET_THE_BASE } from '../github/commit-refusal.ts';
import type { Host } from '../host/ports.ts';
import type { CommitFiles, CommitObjects } from '../model/commit.ts';
import { UsageError, VerifyError } from '../model/failure.ts';
import { once } from '../model/once.ts';

/** A commit of the repository that is judged, and where its checkout stands. */
export interface BaseCommit {
  /** 40 or 64 hex digits. */
  readonly baseCommit: string;
  /** From the root of the repository. */
  readonly files: CommitFiles;
  /** Absolute path of the checkout's root. */
  readonly root: string;
  /** The working directory below the root, such as `servers/time`; '' when they are the same. */
  readonly prefix: string;
  /** For people: `commit 1a2b3c4, the base of pull request #7`. */
  readonly description: string;
}

type Ports = Pick<Host, 'exec' | 'env'>;

/**
 * A commit's files: from the checkout, else from GitHub.
 * @param workspace where the checkout is taken to stand when git knows nothing of the working directory
 * @throws VerifyError `no-base-commit`, `base-commit-unreadable` when neither has them
 */
export async function openCommit(
  commit: string,
  words: string,
  workingDirectory: string,
  access: ApiAccess | null,
  host: Ports,
  workspace = workingDirectory,
): Promise<BaseCommit> {
  const here = await gitCommitObjects(commit, workingDirectory, host);
  const remote = once(async () => (access === null ? null : apiCommitObjects(access, commit)));
  const objects = here ?? (await remote());
  if (objects === null) throw noCommit(commit, words, access);
  const local = new GitObjectReader(workingDirectory, host);
  // A shallow checkout has what the change leaves alone, and a filtered one lacks what it does not need.
  const blob: CommitObjects['blob'] = async (id, limit) =>
    (await local.read(id, limit).catch(() => null)) ?? (await remote())?.blob(id, limit) ?? null;
  return {
    baseCommit: commit,
    files: commitFiles({ ...objects, blob }),
    ...(await placeOf(workingDirectory, workspace, host)),
    description: `commit ${commit.slice(0, 7)}, ${words}`,
  };
}

/**
 * The commit that a user names to compare with.
 * @throws UsageError `no-such-commit`; VerifyError as above
 */
export async function openRevision(
  revision: string,
  workingDirectory: string,
  access: ApiAccess | null,
  host: Ports,
): Promise<BaseCommit> {
  const args = ['rev-parse', '--verify', '--quiet', '--end-of-options', `${revision}^{commit}`];
  const found = (await askGit(workingDirectory, args, host))?.trim() ?? revision;
  if (!isObjectId(found)) {
    throw new UsageError(
      'no-such-commit',
      `baseline-commit: git knows no commit ${revision} in ${workingDirectory}.`,
      'Check the name; in a workflow, set fetch-depth: 0 at actions/checkout and name a branch as origin/NAME.',
    );
  }
  return openCommit(found, 'as given in baseline-commit', workingDirectory, access, host);
}

/** The parents of a commit, whether the checkout is shallow or not; null when nobody knows it. */
export async function parentsOf(
  commit: string,
  workingDirectory: string,
  access: ApiAccess | null,
  host: Ports,
): Promise<readonly string[] | null> {
  // The commit as it is stored: a shallow checkout leaves its parents out elsewhere.
  const stored = isObjectId(commit) ? await askGit(workingDirectory, ['cat-file', 'commit', commit], host) : null;
  if (stored !== null) {
    const [header = ''] = stored.split('\n\n', 1);
    return [...header.matchAll(/^parent ([0-9a-f]+)$/gm)].map(([, id]) => id ?? '');
  }
  return access === null ? null : ((await apiCommit(access, commit))?.parents ?? null);
}

async function placeOf(
  workingDirectory: string,
  workspace: string,
  host: Ports,
): Promise<Pick<BaseCommit, 'root' | 'prefix'>> {
  const asked = await askGit(workingDirectory, ['rev-parse', '--show-prefix'], host);
  const outside = relative(workspace, workingDirectory).split(sep).join('/');
  const prefix = asked?.replace(/\n$/, '').replace(/\/$/, '') ?? (outside.startsWith('..') ? '' : outside);
  const up = prefix === '' ? [] : prefix.split('/').map(() => '..');
  return { root: resolve(workingDirectory, ...up), prefix };
}

function noCommit(commit: string, words: string, access: ApiAccess | null): VerifyError {
  const where =
    access === null
      ? 'is not in the checkout, and there is no token to ask GitHub with'
      : 'is neither in the checkout nor known to GitHub';
  return new VerifyError('no-base-commit', `Commit ${commit.slice(0, 7)}, ${words}, ${where}.`, GET_THE_BASE);
}
