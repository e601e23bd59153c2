import * as z from 'zod';
import type { Clock, GitHubApi } from '../host/ports.ts';
import type { CommitEntry, CommitObjects } from '../model/commit.ts';
import { VerifyError } from '../model/failure.ts';
import { commitRefusal, GET_THE_BASE } from './commit-refusal.ts';
import { requestWithRetries } from './request-with-retries.ts';

/** Which repository, and how to ask for it. */
export interface ApiAccess {
  readonly api: GitHubApi;
  readonly clock: Clock;
  /** `owner/name`. */
  readonly repository: string;
}

const sha = z.string().regex(/^([0-9a-f]{40}|[0-9a-f]{64})$/);
const commitBody = z.object({ tree: z.object({ sha }), parents: z.array(z.object({ sha })) });
const treeBody = z.object({
  truncated: z.boolean(),
  tree: z.array(z.object({ path: z.string().min(1), mode: z.string(), sha: z.string(), size: z.int().optional() })),
});
const blobBody = z.object({ encoding: z.literal('base64'), content: z.string(), size: z.int().min(0) });

export interface ApiCommit {
  readonly treeId: string;
  readonly parents: readonly string[];
}

/**
 * What GitHub knows of a commit; null when it knows none of that id (a force push may have left it behind).
 * @throws VerifyError when GitHub does not answer or does not allow it
 */
export async function apiCommit(access: ApiAccess, commit: string): Promise<ApiCommit | null> {
  const body = await asker(access)(`git/commits/${commit}`, commitBody);
  return body === null ? null : { treeId: body.tree.sha, parents: body.parents.map((parent) => parent.sha) };
}

/**
 * The objects of a commit from GitHub's API, for checkouts without history: all are asked for by their ids, so no branch
 * that moves meanwhile changes the answer. Null and errors as above.
 */
export async function apiCommitObjects(access: ApiAccess, commit: string): Promise<CommitObjects | null> {
  const get = asker(access);
  const found = await apiCommit(access, commit);
  if (found === null) return null;
  const folders = new Map<string, string>([['', found.treeId]]);
  const sizes = new Map<string, number>();
  let all: Promise<readonly CommitEntry[] | null> | null = null;
  return {
    commit,
    entries() {
      all ??= everything(get, found.treeId, sizes);
      return all;
    },
    async folder(path) {
      const id = folders.get(path);
      const body = id === undefined ? null : await get(`git/trees/${id}`, treeBody);
      if (body === null) return null;
      if (body.truncated) throw tooMany(path);
      const entries = body.tree.flatMap((entry) => toEntry(entry, path));
      for (const entry of entries) if (entry.kind === 'folder') folders.set(entry.path, entry.id);
      return entries;
    },
    async blob(id, limit) {
      if ((sizes.get(id) ?? 0) > limit) return 'too large';
      const body = await get(`git/blobs/${id}`, blobBody);
      if (body === null) return null;
      return body.size > limit ? 'too large' : Buffer.from(body.content, 'base64');
    },
  };
}

async function everything(
  get: Ask,
  treeId: string,
  sizes: Map<string, number>,
): Promise<readonly CommitEntry[] | null> {
  const body = await get(`git/trees/${treeId}?recursive=1`, treeBody);
  // GitHub cuts at 100 000 entries or 7 MB (docs.github.com/rest/git/trees).
  if (body === null || body.truncated) return null;
  for (const { sha: id, size } of body.tree) if (size !== undefined) sizes.set(id, size);
  return body.tree.flatMap((entry) => toEntry(entry, '')).filter(({ kind }) => kind !== 'folder');
}

/** What is cut must not pass for what is missing. */
function tooMany(folder: string): VerifyError {
  const what = folder === '' ? 'The root' : folder;
  return new VerifyError(
    'base-commit-unreadable',
    `${what} has more files in the base commit than GitHub lists.`,
    GET_THE_BASE,
  );
}

const KINDS: Readonly<Record<string, CommitEntry['kind']>> = {
  '100644': 'file',
  '100755': 'file',
  '120000': 'link',
  '040000': 'folder',
  '160000': 'module',
};

function toEntry(
  { path, mode, sha: id }: z.infer<typeof treeBody>['tree'][number],
  folder: string,
): readonly CommitEntry[] {
  const kind = Object.hasOwn(KINDS, mode) ? KINDS[mode] : undefined;
  return kind === undefined || !sha.safeParse(id).success
    ? []
    : [{ path: folder === '' ? path : `${folder}/${path}`, kind, id }];
}

type Ask = <T>(what: string, shape: z.ZodType<T>) => Promise<T | null>;

/** Asks until it fails once: each failure takes its time, and a commit has many files. */
function asker({ api, clock, repository }: ApiAccess): Ask {
  let failed: VerifyError | null = null;
  return async (what, shape) => {
    if (failed !== null) throw failed;
    const answer = await requestWithRetries(api, clock, 'GET', `/repos/${repository}/${what}`);
    if ('status' in answer && answer.status === 200) {
      const decoded = shape.safeParse(answer.body);
      if (decoded.success) return decoded.data;
    }
    // 409: the repository is empty; 422: no object of this kind has this id.
    const isUnknown = 'status' in answer && [404, 409, 422].includes(answer.status);
    if (isUnknown && what.startsWith('git/commits/')) return null;
    failed = commitRefusal(answer);
    throw failed;
  };
}
