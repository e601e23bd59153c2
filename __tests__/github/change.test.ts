import { describe, expect, test } from '@jest/globals';
import { changeOf } from '../../src/github/change.ts';
import { readGitHubContext } from '../../src/github/event.ts';
import { env, HEAD_SHA, PUSH, pullRequestEvent, SHA } from './context.ts';

const BASE = 'c'.repeat(40);
const ELSEWHERE = 'acme/policies/.github/workflows/gate.yml@refs/heads/main';

function change(variables: Readonly<Record<string, string>>, event: unknown = null) {
  const text = typeof event === 'string' ? event : JSON.stringify(event);
  return changeOf(readGitHubContext(env({ ...PUSH, ...variables }), text));
}

const merge = (eventName: string) => ({ GITHUB_EVENT_NAME: eventName, GITHUB_REF: 'refs/pull/7/merge' });
const run = (event: string, repository: string | null) => ({
  workflow_run: {
    event,
    head_sha: HEAD_SHA,
    head_branch: 'main',
    head_repository: repository === null ? null : { full_name: repository },
  },
});

describe('no change: everything counts, and the checkout is believed', () => {
  test.each([
    ['push', {}],
    ['schedule', {}],
    ['workflow_dispatch', {}],
    ['release', {}],
    ['workflow_run', run('push', 'acme/mcp')],
    ['workflow_run', run('schedule', 'acme/mcp')],
    ['issue_comment', { issue: { number: 7 } }],
    // A tag of a push never looks like a pull request's ref.
    ['push', { pull_request: 7 }],
  ])('%s %j', (GITHUB_EVENT_NAME, event) => {
    expect(change({ GITHUB_EVENT_NAME }, event)).toBeNull();
  });
});

describe('a change', () => {
  test.each(['pull_request', 'pull_request_review', 'pull_request_review_comment'])(
    '%s: the first parent of the merge commit, else the base of the event',
    (eventName) => {
      expect(change(merge(eventName), pullRequestEvent('acme/mcp'))).toEqual({
        kind: 'pull_request',
        merge: { commit: SHA, head: HEAD_SHA },
        base: SHA,
        words: 'the base of pull request #7',
        trustedWorkflow: false,
      });
    },
  );

  test.each(['', 'not json', '{"pull_request":{"number":-1}}'])(
    'a pull request whose event (%j) nobody understands is a change all the same',
    (event) => {
      const expected = { kind: 'pull_request', merge: { commit: SHA, head: null }, base: null };
      expect(change(merge('pull_request'), event)).toMatchObject(expected);
      expect(change(merge('an_event_of_tomorrow'), event)).toMatchObject(expected);
      expect(change({ GITHUB_EVENT_NAME: 'pull_request', GITHUB_REF: '' }, event)).toMatchObject(expected);
    },
  );

  test('merge_group: what the group builds upon', () => {
    const event = { merge_group: { head_sha: HEAD_SHA, base_sha: BASE } };
    const queue = { GITHUB_EVENT_NAME: 'merge_group', GITHUB_REF: 'refs/heads/gh-readonly-queue/main/pr-7-x' };
    expect(change(queue, event)).toMatchObject({
      kind: 'merge_group',
      merge: null,
      base: BASE,
      trustedWorkflow: false,
    });
    expect(change(queue, {})).toMatchObject({ kind: 'merge_group', base: null });
  });

  test.each([
    ['pull_request_target', JSON.parse(pullRequestEvent('eve/mcp')) as unknown],
    ['workflow_run', run('pull_request', 'acme/mcp')],
    ['workflow_run', run('pull_request', 'eve/mcp')],
    ['workflow_run', run('merge_group', 'acme/mcp')],
    ['workflow_run', run('push', 'eve/mcp')],
    ['workflow_run', run('push', null)],
    ['workflow_run', {}],
    ['issue_comment', { issue: { number: 7, pull_request: { url: 'x' } } }],
  ])('%s %j runs on the trusted branch, whose workflow it is', (GITHUB_EVENT_NAME, event) => {
    expect(change({ GITHUB_EVENT_NAME }, event)).toMatchObject({
      kind: GITHUB_EVENT_NAME,
      merge: null,
      base: SHA,
      trustedWorkflow: true,
    });
  });

  test.each([
    ['pull_request', merge('pull_request')],
    ['merge_group', { GITHUB_EVENT_NAME: 'merge_group' }],
  ])("%s by a ruleset's required workflow: nobody here writes its inputs", (_name, variables) => {
    expect(change({ ...variables, GITHUB_WORKFLOW_REF: ELSEWHERE })?.trustedWorkflow).toBe(true);
  });
});
