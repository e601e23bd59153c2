import { expect, test } from '@jest/globals';
import { apiCommitObjects } from '../../src/github/commit-objects.ts';
import type { GitHubApi, GitHubResponse } from '../../src/host/ports.ts';

const ID = 'a'.repeat(40);

/** GitHub with a commit whose tree and blobs are answered as given; waits take no time. */
function access(answer: (path: string) => GitHubResponse) {
  const asked: string[] = [];
  const api: GitHubApi = {
    request: async (_method, path) => {
      asked.push(path);
      if (path.includes('/git/commits/')) return { status: 200, body: { tree: { sha: ID }, parents: [] } };
      return answer(path);
    },
  };
  const clock = { now: () => new Date(0), sleep: async () => undefined };
  return { asked, access: { api, clock, repository: 'acme/mcp' } };
}

test('what fails once is not asked for again: a commit has many files, and each failure takes its time', async () => {
  const { access: github, asked } = access(() => ({ status: 503, body: null }));
  const objects = await apiCommitObjects(github, ID);
  for (let index = 0; index < 50; index++) {
    await expect(objects?.blob(ID, 100)).rejects.toMatchObject({ code: 'base-commit-unreadable' });
  }
  // The commit, and four attempts at the first blob.
  expect(asked).toHaveLength(5);
});

test.each<[string, GitHubResponse]>([
  [
    'rate limit',
    { status: 403, body: { message: 'API rate limit exceeded for installation' }, retryAfterMs: 3_600_000 },
  ],
  ['Enterprise Server of another age', { status: 200, body: { sha: ID } }],
  ['tree that is gone', { status: 404, body: { message: 'Not Found' } }],
  ['odd entry', { status: 200, body: { truncated: false, tree: [{ path: '', mode: '1', sha: 'x' }] } }],
])('a %s is an error, never an empty commit', async (_what, answer) => {
  const objects = await apiCommitObjects(access(() => answer).access, ID);
  await expect(objects?.entries()).rejects.toMatchObject({ kind: 'verify', code: 'base-commit-unreadable' });
});

test('a folder that GitHub cuts is an error, never a small folder', async () => {
  const { access: github } = access(() => ({ status: 200, body: { truncated: true, tree: [] } }));
  const objects = await apiCommitObjects(github, ID);
  expect(await objects?.entries()).toBeNull();
  await expect(objects?.folder('')).rejects.toMatchObject({ kind: 'verify' });
  expect(await objects?.folder('nowhere')).toBeNull();
});

test('a file that the tree calls too large is not even asked for', async () => {
  const tree = [{ path: 'large', mode: '100644', sha: ID, size: 1000 }];
  const { access: github, asked } = access(() => ({ status: 200, body: { truncated: false, tree } }));
  const objects = await apiCommitObjects(github, ID);
  await objects?.entries();
  expect(await objects?.blob(ID, 999)).toBe('too large');
  expect(asked.filter((path) => path.includes('/blobs/'))).toEqual([]);
});
