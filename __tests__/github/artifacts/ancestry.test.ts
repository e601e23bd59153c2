import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { expect, test } from '@jest/globals';
import { askGit } from '../../../src/evidence/git.ts';
import { ancestry } from '../../../src/github/artifacts/ancestry.ts';
import type { GitHubApi, GitHubResponse } from '../../../src/host/ports.ts';
import { commit, commitAll, git } from '../../support/git-repository.ts';
import { testHost } from '../../support/test-host.ts';

/** An API that says one thing of every comparison, and notes what it was asked. */
function apiOf(answer: GitHubResponse): { readonly api: GitHubApi; readonly asked: string[] } {
  const asked: string[] = [];
  const api: GitHubApi = {
    request: async (_method, path) => {
      asked.push(path);
      return answer;
    },
  };
  return { api, asked };
}

const DIVERGED = { status: 200, body: { status: 'diverged' } };
const clock = { now: () => new Date(0), sleep: async () => undefined };

test('git answers where it has the history, and GitHub where the checkout has only its end', async () => {
  await using t = await testHost();
  await t.host.files.writeText(join(t.folder, 'whole', 'a'), '1');
  const whole = join(t.folder, 'whole');
  const first = await commitAll(whole, 'acme/mcp');
  const second = await commit(whole, { a: '2' });
  const third = await commit(whole, { a: '3' });
  await git(whole, 'checkout', '--quiet', '-b', 'side', first);
  const side = await commit(whole, { b: '1' });
  const shallow = join(t.folder, 'shallow');
  await promisify(execFile)('git', [
    'clone',
    '--quiet',
    '--depth',
    '1',
    '--branch',
    'main',
    `file://${whole}`,
    shallow,
  ]);

  const { api, asked } = apiOf(DIVERGED);
  const inWhole = ancestry('acme/mcp', (args) => askGit(whole, args, t.host), api, clock);
  expect(await inWhole(first, third)).toBe(true);
  expect(await inWhole(second, third)).toBe(true);
  expect(asked).toEqual([]);
  expect(await inWhole(third, second)).toBe(false);
  expect(await inWhole(side, third)).toBe(false);
  expect(asked).toHaveLength(2);

  const remote = apiOf({ status: 200, body: { status: 'ahead' } });
  const inShallow = ancestry('acme/mcp', (args) => askGit(shallow, args, t.host), remote.api, clock);
  expect(await inShallow(third, third)).toBe(true);
  expect(remote.asked).toEqual([]);
  expect(await inShallow(first, third)).toBe(true);
  expect(remote.asked).toEqual([`/repos/acme/mcp/compare/${first}...${third}?per_page=1&page=2`]);
});

const [OLD, NEW] = ['1'.repeat(40), '2'.repeat(40)];
const nothing = async (): Promise<null> => null;

test.each([
  ['ahead', true],
  ['identical', true],
  ['behind', false],
  ['diverged', false],
])('GitHub says %s: %p', async (status, expected) => {
  expect(await ancestry('a/b', nothing, apiOf({ status: 200, body: { status } }).api, clock)(OLD, NEW)).toBe(expected);
});

test.each<[string, GitHubResponse]>([
  ['nothing it knows', { status: 404, body: { message: 'Not Found' } }],
  ['an outage', { status: 502, body: null }],
  ['another form', { status: 200, body: [] }],
])('%s: nobody knows', async (_what, answer) => {
  expect(await ancestry('a/b', nothing, apiOf(answer).api, clock)(OLD, NEW)).toBeNull();
});

test('what is no commit id reaches neither', async () => {
  const { api, asked } = apiOf(DIVERGED);
  const fail = async (): Promise<never> => Promise.reject(new Error('asked'));
  const isAncestor = ancestry('a/b', fail, api, clock);
  for (const odd of ['', 'main', '--output=/tmp/x', `${OLD}/..`, 'HEAD']) {
    expect(await isAncestor(odd, NEW)).toBeNull();
    expect(await isAncestor(OLD, odd)).toBeNull();
  }
  expect(asked).toEqual([]);
});
