import { describe, expect, test } from '@jest/globals';
import { analysisTarget } from '../../src/github/analysis-target.ts';
import { readGitHubContext } from '../../src/github/event.ts';
import { env, HEAD_SHA, PUSH, pullRequestEvent, SHA } from './context.ts';

const MERGE_SHA = 'c'.repeat(40);

function target(variables: Readonly<Record<string, string>>, event: string | null = null, gitHead?: string) {
  return analysisTarget(readGitHubContext(env({ ...PUSH, ...variables }), event, gitHead));
}

function workflowRun(run: Readonly<Record<string, unknown>>, repository = 'acme/mcp') {
  const workflow_run = { head_sha: HEAD_SHA, head_repository: { full_name: repository }, pull_requests: [], ...run };
  return target({ GITHUB_EVENT_NAME: 'workflow_run' }, JSON.stringify({ workflow_run }));
}

describe('analysisTarget', () => {
  test.each([
    ['push', 'refs/heads/main'],
    ['push', 'refs/tags/v1.2.3'],
    ['schedule', 'refs/heads/main'],
    ['workflow_dispatch', 'refs/heads/release/2.x'],
    ['merge_group', 'refs/heads/gh-readonly-queue/main/pr-7-abc'],
    ['an event of tomorrow', 'refs/heads/main'],
  ])('%s on %s: as the runner says', (GITHUB_EVENT_NAME, ref) => {
    expect(target({ GITHUB_EVENT_NAME, GITHUB_REF: ref })).toEqual({ ref, commitSha: SHA });
  });

  test('a pull request: its merge ref and merge commit, which is what was checked out', () => {
    const variables = { GITHUB_EVENT_NAME: 'pull_request', GITHUB_REF: 'refs/pull/7/merge', GITHUB_SHA: MERGE_SHA };
    expect(target(variables, pullRequestEvent('eve/mcp'))).toEqual({ ref: 'refs/pull/7/merge', commitSha: MERGE_SHA });
  });

  test('a pull request whose head was checked out instead', () => {
    const variables = { GITHUB_EVENT_NAME: 'pull_request', GITHUB_REF: 'refs/pull/7/merge', GITHUB_SHA: MERGE_SHA };
    const event = pullRequestEvent('acme/mcp');
    expect(target(variables, event, `${HEAD_SHA}\n`)).toEqual({ ref: 'refs/pull/7/head', commitSha: HEAD_SHA });
    const merge = { ref: 'refs/pull/7/merge', commitSha: MERGE_SHA };
    expect(target(variables, event, `${MERGE_SHA}\n`)).toEqual(merge);
    expect(target(variables, event, 'ref: refs/heads/change\n')).toEqual(merge);
  });

  test('pull_request_target: never the base branch that the runner names', () => {
    const variables = { GITHUB_EVENT_NAME: 'pull_request_target' };
    expect(target(variables, pullRequestEvent('eve/mcp'))).toEqual({ ref: 'refs/pull/7/head', commitSha: HEAD_SHA });
    expect(target(variables)).toEqual({ none: expect.stringContaining('which pull request') });
  });

  test('workflow_run: what the triggering run was about, never the default branch that the runner names', () => {
    const pull = { event: 'pull_request', head_branch: 'change' };
    expect(workflowRun({ ...pull, pull_requests: [{ number: 7 }] })).toEqual({
      ref: 'refs/pull/7/head',
      commitSha: HEAD_SHA,
    });
    expect(workflowRun(pull, 'eve/mcp')).toEqual({ none: expect.stringContaining('which pull request') });
    const push = { event: 'push', head_branch: 'release' };
    expect(workflowRun(push)).toEqual({ ref: 'refs/heads/release', commitSha: HEAD_SHA });
    expect(workflowRun(push, 'eve/mcp')).toEqual({ none: expect.stringContaining('branch of this repository') });
    expect(target({ GITHUB_EVENT_NAME: 'workflow_run' })).toEqual({ none: expect.stringContaining('triggered') });
  });

  test.each(['', 'main', 'refs/remotes/origin/main', 'refs/heads/', 'refs/heads/a b'])('the ref %j: none', (ref) => {
    expect(target({ GITHUB_REF: ref })).toEqual({ none: expect.stringContaining('no branch, tag or pull request') });
  });

  test.each(['abc', 'z'.repeat(40)])('the commit %j: none', (sha) => {
    expect(target({ GITHUB_SHA: sha })).toEqual({ none: expect.stringContaining('no commit') });
  });

  test('a repository that counts its commits in SHA-256', () => {
    expect(target({ GITHUB_SHA: 'd'.repeat(64) })).toEqual({ ref: 'refs/heads/main', commitSha: 'd'.repeat(64) });
  });
});
