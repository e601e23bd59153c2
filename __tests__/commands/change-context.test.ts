import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { openRevision } from '../../src/commands/base-commit.ts';
import { changeContext } from '../../src/commands/change-context.ts';
import { readGitHubContext } from '../../src/github/event.ts';
import { createGitHubApi } from '../../src/host/github-api.ts';
import type { GitHubApi, Host } from '../../src/host/ports.ts';
import { env, PUSH } from '../github/context.ts';
import { answers } from '../support/fake-github/answers.ts';
import type { GitObjectsOptions } from '../support/fake-github/git-objects.ts';
import { type FakeGitHub, startFakeGitHub } from '../support/fake-github/server.ts';
import { commit, commitAll, git, mergeOf } from '../support/git-repository.ts';
import { testHost } from '../support/test-host.ts';

const FILE = 'servers/time/Dockerfile';

interface History extends AsyncDisposable {
  readonly host: Host;
  /** The whole repository, with the merge commit checked out. */
  readonly folder: string;
  /** Where the branch began, the base's newest commit, the change, and the merge of both. */
  readonly start: string;
  readonly base: string;
  readonly head: string;
  readonly merge: string;
}

/** The base moves on while a change is open. */
async function history(): Promise<History> {
  const test = await testHost();
  const folder = join(test.folder, 'repository');
  await git(test.folder, 'init', '--quiet', '--initial-branch', 'main', folder);
  const start = await commitFirst(folder);
  await git(folder, 'checkout', '--quiet', '-b', 'change');
  const head = await commit(folder, { new: 'n' });
  await git(folder, 'checkout', '--quiet', 'main');
  const base = await commit(folder, { [FILE]: 'FROM base\n' });
  const merge = await mergeOf(folder, base, head);
  return {
    host: test.host,
    folder,
    start,
    base,
    head,
    merge,
    [Symbol.asyncDispose]: () => test[Symbol.asyncDispose](),
  };
}

function commitFirst(folder: string): Promise<string> {
  return commit(folder, { [FILE]: 'FROM start\n', same: 'the same\n' });
}

/** As `actions/checkout` without `fetch-depth` leaves it: one commit, without its parents. */
async function shallow({ folder }: History, id: string): Promise<string> {
  const clone = join(folder, '..', `shallow-${id}`);
  await git(folder, 'init', '--quiet', clone);
  await git(folder, 'config', 'uploadpack.allowAnySHA1InWant', 'true');
  await git(clone, 'fetch', '--quiet', '--depth', '1', `file://${folder}`, id);
  await git(clone, 'checkout', '--quiet', '--detach', id);
  return clone;
}

const pull = (head: string, base: string, repository = 'acme/mcp') =>
  JSON.stringify({
    pull_request: { number: 7, head: { sha: head, repo: { full_name: repository } }, base: { sha: base } },
    repository: { full_name: 'acme/mcp', default_branch: 'main' },
  });

function context(eventName: string, sha: string, event: string) {
  const isPull = eventName === 'pull_request';
  const variables = { GITHUB_EVENT_NAME: eventName, GITHUB_SHA: sha, GITHUB_WORKSPACE: '' };
  return readGitHubContext(
    env({ ...PUSH, ...variables, GITHUB_REF: isPull ? 'refs/pull/7/merge' : 'refs/heads/main' }),
    event,
  );
}

async function github(objects: GitObjectsOptions): Promise<FakeGitHub & { readonly api: GitHubApi }> {
  const fake = await startFakeGitHub({ tls: false, token: 't', objects });
  return { ...fake, api: createGitHubApi('t', fake.apiUrl) };
}

async function textOf(found: Awaited<ReturnType<typeof changeContext>>, path = FILE): Promise<string> {
  return new TextDecoder().decode((await found?.files.read(path)) ?? undefined);
}

describe('a pull request', () => {
  test('is compared with what its merge commit was made of, whatever the event still says', async () => {
    await using repo = await history();
    const facts = context('pull_request', repo.merge, pull(repo.head, repo.start));
    const found = await changeContext(facts, null, repo.host, repo.folder);
    expect(found).toMatchObject({
      kind: 'pull_request',
      baseCommit: repo.base,
      root: repo.folder,
      prefix: '',
      description: `commit ${repo.base.slice(0, 7)}, the base of pull request #7`,
      trustedWorkflow: false,
    });
    expect(await textOf(found)).toBe('FROM base\n');
  });

  test.each([
    ['has another head', (repo: History) => context('pull_request', repo.merge, pull('1'.repeat(40), repo.start))],
    ['is no merge', (repo: History) => context('pull_request', repo.head, pull(repo.head, repo.start))],
    ['is nowhere', (repo: History) => context('pull_request', '2'.repeat(40), pull(repo.head, repo.start))],
  ])('whose commit %s is compared with the base of the event', async (_what, facts) => {
    await using repo = await history();
    const found = await changeContext(facts(repo), null, repo.host, repo.folder);
    expect(found?.baseCommit).toBe(repo.start);
    expect(await textOf(found)).toBe('FROM start\n');
  });

  test('in a shallow checkout gets the base from GitHub, by the parents that the commit itself names', async () => {
    await using repo = await history();
    const clone = await shallow(repo, repo.merge);
    await using fake = await github({ folder: repo.folder });
    const facts = context('pull_request', repo.merge, pull(repo.head, repo.start, 'eve/mcp'));
    const found = await changeContext(facts, fake.api, repo.host, join(clone, 'servers'));
    expect(found).toMatchObject({ baseCommit: repo.base, root: clone, prefix: 'servers' });
    expect(await textOf(found)).toBe('FROM base\n');
    expect(fake.requests.every(({ path }) => path.startsWith('/repos/acme/mcp/git/'))).toBe(true);
    expect(fake.requests.some(({ path }) => path.endsWith(`/commits/${repo.merge}`))).toBe(false);
    expect(fake.violations).toEqual([]);
  });

  test('in a shallow checkout asks GitHub for what the change wrote, and for nothing else', async () => {
    await using repo = await history();
    const head = await commit(repo.folder, { [FILE]: 'FROM changed\n', more: 'm' });
    const merge = await mergeOf(repo.folder, repo.base, head);
    const clone = await shallow(repo, merge);
    await using fake = await github({ folder: repo.folder });
    const found = await changeContext(
      context('pull_request', merge, pull(head, repo.start)),
      fake.api,
      repo.host,
      clone,
    );
    expect([await textOf(found), await textOf(found, 'same')]).toEqual(['FROM base\n', 'the same\n']);
    expect(fake.requests.filter(({ path }) => path.includes('/blobs/'))).toHaveLength(1);
  });

  test('in a checkout without file contents gets them from GitHub', async () => {
    await using repo = await history();
    await git(repo.folder, 'config', 'uploadpack.allowFilter', 'true');
    const clone = join(repo.folder, '..', 'filtered');
    await git(repo.folder, 'clone', '--quiet', '--no-checkout', '--filter=blob:none', `file://${repo.folder}`, clone);
    await using fake = await github({ folder: repo.folder });
    const facts = context('pull_request', repo.merge, pull(repo.head, repo.start));
    expect(await textOf(await changeContext(facts, fake.api, repo.host, clone))).toBe('FROM base\n');
    await expect(textOf(await changeContext(facts, null, repo.host, clone))).rejects.toMatchObject({
      kind: 'verify',
      code: 'commit-incomplete',
    });
  });

  test('outside of any checkout gets everything from GitHub', async () => {
    await using repo = await history();
    await using fake = await github({ folder: repo.folder });
    const facts = context('pull_request', repo.merge, pull(repo.head, repo.start));
    const found = await changeContext(facts, fake.api, repo.host, join(repo.folder, '..'));
    expect([found?.baseCommit, await textOf(found)]).toEqual([repo.base, 'FROM base\n']);
    expect(fake.violations).toEqual([]);
  });

  test.each([
    ['a token that may not read', answers.readOnlyToken, 'base-commit-unreadable', /may not read.*403/],
    ['a token that is not valid', answers.badCredentials, 'base-commit-unreadable', /not valid.*401/],
    ['a private repository', answers.notFound, 'no-base-commit', /neither in the checkout nor known to GitHub/],
    ['an answer of another kind', { status: 200, body: { odd: true } }, 'base-commit-unreadable', /not understood/],
  ])(
    'with %s and a shallow checkout could not be judged, and it says what to do',
    async (_what, instead, code, message) => {
      await using repo = await history();
      const clone = await shallow(repo, repo.merge);
      await using fake = await github({ folder: repo.folder, instead });
      const facts = context('pull_request', repo.merge, pull(repo.head, repo.start));
      await expect(changeContext(facts, fake.api, repo.host, clone)).rejects.toMatchObject({
        kind: 'verify',
        code,
        message: expect.stringMatching(message),
        advice: expect.stringMatching(/fetch-depth: 0|token/),
      });
    },
  );

  test('without a token and with a shallow checkout could not be judged either', async () => {
    await using repo = await history();
    const clone = await shallow(repo, repo.merge);
    const facts = context('pull_request', repo.merge, pull(repo.head, repo.start));
    await expect(changeContext(facts, null, repo.host, clone)).rejects.toMatchObject({
      code: 'no-base-commit',
      advice: expect.stringContaining('fetch-depth: 0'),
    });
  });

  test('whose base was force-pushed away could not be judged', async () => {
    await using repo = await history();
    await using fake = await github({ folder: repo.folder });
    const facts = context('pull_request', repo.head, pull(repo.head, '3'.repeat(40)));
    await expect(changeContext(facts, fake.api, repo.host, repo.folder)).rejects.toMatchObject({
      code: 'no-base-commit',
      message: expect.stringContaining('3333333'),
    });
  });

  test('of which the event says nothing could not be judged', async () => {
    await using repo = await history();
    const facts = context('pull_request', repo.head, '{}');
    await expect(changeContext(facts, null, repo.host, repo.folder)).rejects.toMatchObject({ code: 'no-base-commit' });
  });
});

describe('other events', () => {
  test('a push is no change', async () => {
    await using repo = await history();
    expect(await changeContext(context('push', repo.base, '{}'), null, repo.host, repo.folder)).toBeNull();
  });

  test('a merge group is compared with what it builds upon', async () => {
    await using repo = await history();
    const event = JSON.stringify({ merge_group: { head_sha: repo.merge, base_sha: repo.base } });
    const found = await changeContext(context('merge_group', repo.merge, event), null, repo.host, repo.folder);
    expect([found?.kind, found?.baseCommit]).toEqual(['merge_group', repo.base]);
  });

  test('a workflow_run takes the policy of its own commit and judges the head that is checked out', async () => {
    await using repo = await history();
    await git(repo.folder, 'checkout', '--quiet', '--detach', repo.head);
    const event = JSON.stringify({ workflow_run: { event: 'pull_request', head_sha: repo.head } });
    const found = await changeContext(context('workflow_run', repo.base, event), null, repo.host, repo.folder);
    expect(found).toMatchObject({ kind: 'workflow_run', baseCommit: repo.base, trustedWorkflow: true });
  });

  test('pull_request_target is fine with the base checked out, and refused with anything else', async () => {
    await using repo = await history();
    const facts = context('pull_request_target', repo.base, pull(repo.head, repo.start, 'eve/mcp'));
    for (const [checkedOut, refusal] of [
      [repo.base, null],
      [repo.start, null],
      [repo.head, 'the head of the pull request'],
      [repo.merge, 'another commit than the base'],
    ] as const) {
      await git(repo.folder, 'checkout', '--quiet', '--detach', checkedOut);
      const outcome = changeContext(facts, null, repo.host, repo.folder);
      if (refusal === null) expect((await outcome)?.baseCommit).toBe(repo.base);
      else {
        await expect(outcome).rejects.toMatchObject({
          kind: 'usage',
          code: 'untrusted-checkout',
          message: expect.stringContaining(refusal),
        });
      }
    }
    // On a branch whose name is the base's: a fork can call its branch so.
    await git(repo.folder, 'checkout', '--quiet', '-B', 'main', repo.head);
    await expect(changeContext(facts, null, repo.host, repo.folder)).rejects.toMatchObject({ kind: 'usage' });
  });
});

describe('a commit that the user names', () => {
  test('is found by any name that git knows', async () => {
    await using repo = await history();
    for (const [name, id] of [
      ['main', repo.base],
      ['main~1', repo.start],
      [repo.head.slice(0, 10), repo.head],
      [repo.merge, repo.merge],
    ] as const) {
      const found = await openRevision(name, repo.folder, null, repo.host);
      expect(found).toMatchObject({
        baseCommit: id,
        description: `commit ${id.slice(0, 7)}, as given in baseline-commit`,
      });
    }
  });

  test('is asked for at GitHub by its whole id alone', async () => {
    await using repo = await history();
    const clone = await shallow(repo, repo.merge);
    await using fake = await github({ folder: repo.folder });
    const access = { api: fake.api, clock: repo.host.clock, repository: 'acme/mcp' };
    expect((await openRevision(repo.base, clone, access, repo.host)).baseCommit).toBe(repo.base);
    await expect(openRevision('main', clone, access, repo.host)).rejects.toMatchObject({ code: 'no-such-commit' });
  });

  test.each(['no-such-branch', 'main:servers', '--all'])('%s is none', async (name) => {
    await using repo = await history();
    await expect(openRevision(name, repo.folder, null, repo.host)).rejects.toMatchObject({
      kind: 'usage',
      code: 'no-such-commit',
      message: expect.stringContaining(name),
    });
  });

  test('a repository without commits has none', async () => {
    await using test = await testHost();
    await commitAll(test.folder, 'acme/mcp');
    await expect(openRevision('HEAD~1', test.folder, null, test.host)).rejects.toMatchObject({ kind: 'usage' });
  });
});
