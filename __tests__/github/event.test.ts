import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { readGitHubContext } from '../../src/github/event.ts';
import { UsageError } from '../../src/model/failure.ts';
import { env, HEAD_SHA, PUSH, pullRequestEvent, SHA } from './context.ts';

describe('readGitHubContext', () => {
  test('reads the variables of a push', () => {
    expect(readGitHubContext(env(PUSH), '{"repository":{"default_branch":"trunk"}}')).toEqual({
      repository: 'acme/mcp',
      sha: SHA,
      ref: 'refs/heads/main',
      eventName: 'push',
      apiUrl: 'https://api.github.com',
      serverUrl: 'https://github.com',
      workspace: '/home/runner/work/mcp/mcp',
      workflowPath: '.github/workflows/image.yml',
      workflowElsewhere: false,
      job: 'gate',
      runId: '4711',
      runAttempt: 2,
      actor: 'octocat',
      isFork: false,
      checkedOutSha: null,
      event: {
        pullRequest: null,
        workflowRun: null,
        mergeGroup: null,
        onPullRequest: false,
        defaultBranch: 'trunk',
        fromFork: false,
      },
    });
  });

  test('takes the API address of an Enterprise Server without the slash at its end', () => {
    const variables = { ...PUSH, GITHUB_API_URL: 'https://ghe.acme.example/api/v3/' };
    expect(readGitHubContext(env(variables), null).apiUrl).toBe('https://ghe.acme.example/api/v3');
  });

  test.each([
    ['acme/mcp', false],
    ['ACME/mcp', false],
    ['eve/mcp', true],
    // The fork was deleted.
    [null, true],
  ])('a pull request from %s: fork %s', (head, isFork) => {
    const variables = { ...PUSH, GITHUB_EVENT_NAME: 'pull_request', GITHUB_REF: 'refs/pull/7/merge' };
    const context = readGitHubContext(env(variables), pullRequestEvent(head));
    expect(context.isFork).toBe(isFork);
    expect(context.event.pullRequest).toEqual({ number: 7, headSha: HEAD_SHA, baseSha: SHA });
  });

  test.each([
    ['acme/mcp/.github/workflows/image.yml@refs/heads/main', '.github/workflows/image.yml'],
    ['Acme/MCP/.github/workflows/a@b.yaml@refs/heads/main', null],
    ['acme/mcp/.github/workflows/x.yaml@refs/pull/1/merge', '.github/workflows/x.yaml'],
    ['acme/other/.github/workflows/image.yml@refs/heads/main', null],
    ['acme/mcp/.github/workflows/../../etc/passwd.yml@x', null],
    ['', null],
  ])('workflow ref %j: path %j', (GITHUB_WORKFLOW_REF, path) => {
    expect(readGitHubContext(env({ ...PUSH, GITHUB_WORKFLOW_REF }), null).workflowPath).toBe(path);
  });

  test.each([
    ['acme/policies/.github/workflows/gate.yml@refs/heads/main', true],
    ['acme/mcp/.github/workflows/image.yml@refs/pull/7/merge', false],
    ['ACME/MCP/.github/workflows/image.yml@refs/pull/7/merge', false],
    // What is no whole reference says nothing: trust is not guessed.
    ['acme/mcp/x/acme/policies/.github/workflows/gate.yml@x', false],
    ['acme/policies', false],
    ['', false],
  ])('workflow ref %j: of another repository %s', (GITHUB_WORKFLOW_REF, elsewhere) => {
    expect(readGitHubContext(env({ ...PUSH, GITHUB_WORKFLOW_REF }), null).workflowElsewhere).toBe(elsewhere);
  });

  test('a merge group has a base, and a comment may stand at a pull request', () => {
    const group = JSON.stringify({ merge_group: { head_sha: HEAD_SHA, base_sha: SHA } });
    expect(readGitHubContext(env(PUSH), group).event.mergeGroup).toEqual({ headSha: HEAD_SHA, baseSha: SHA });
    const comment = (issue: unknown) => readGitHubContext(env(PUSH), JSON.stringify({ issue })).event.onPullRequest;
    expect([comment({ pull_request: { url: 'x' } }), comment({ number: 1 }), comment({ pull_request: null })]).toEqual([
      true,
      false,
      false,
    ]);
  });

  test.each(['', 'null', '[]', 'not json', '{"pull_request":{"number":-1}}', '{"pull_request":7}'])(
    'an event nobody foresaw (%j) says nothing',
    (text) => {
      expect(readGitHubContext(env(PUSH), text).event.pullRequest).toBeNull();
    },
  );

  test('no event stops the gate', () => {
    fc.assert(
      fc.property(fc.json(), fc.constantFrom('pull_request', 'workflow_run', 'push'), (text, GITHUB_EVENT_NAME) => {
        const variables = { ...PUSH, GITHUB_EVENT_NAME };
        const event = JSON.stringify({ pull_request: JSON.parse(text), workflow_run: JSON.parse(text) });
        expect(readGitHubContext(env(variables), event).repository).toBe('acme/mcp');
      }),
    );
  });

  test.each([
    ['GITHUB_REPOSITORY', '', 'GITHUB_REPOSITORY is not set'],
    ['GITHUB_REPOSITORY', 'acme/mcp/../x', 'not owner/name'],
    ['GITHUB_SHA', ' ', 'GITHUB_SHA is not set'],
    ['GITHUB_API_URL', 'javascript:alert(1)', 'no web address'],
    ['GITHUB_API_URL', 'nonsense', 'no web address'],
  ])('%s=%j is a usage error', (name, value, message) => {
    const read = () => readGitHubContext(env({ ...PUSH, [name]: value }), null);
    expect(read).toThrow(UsageError);
    expect(read).toThrow(message);
  });
});
