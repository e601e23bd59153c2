import { describe, expect, test } from '@jest/globals';
import { publish } from '../../src/commands/publish.ts';
import { commentOf } from '../../src/commands/write-reports.ts';
import { readGitHubContext } from '../../src/github/event.ts';
import { createGitHubApi } from '../../src/host/github-api.ts';
import type { ActionsStep } from '../../src/host/ports.ts';
import type { Verdict } from '../../src/model/verdict.ts';
import { loadSettings, type RawSettings } from '../../src/settings/load.ts';
import { answers } from '../support/fake-github/answers.ts';
import { type FakeGitHub, type Script, startFakeGitHub } from '../support/fake-github/server.ts';
import { testHost } from '../support/test-host.ts';
import { errorVerdict, failSubject, failVerdict, passSubject, passVerdict, verdictOf } from '../support/verdicts.ts';
import { env, PUSH, pullRequestEvent } from './context.ts';

const silentStep: ActionsStep = { output: () => undefined, summary: async () => undefined, annotate: () => undefined };
const LIMIT = 60_000;

interface Given {
  readonly verdicts: readonly Verdict[];
  readonly raw?: RawSettings;
  readonly script?: Script;
  readonly event?: string;
  readonly name?: string;
}

/** Publishes one verdict after the other on pull request 7, through the real client. */
async function publishAll({ verdicts, raw, script, event, name }: Given) {
  await using github: FakeGitHub = await startFakeGitHub({ tls: false, token: 'secret', ...(script && { script }) });
  await using test = await testHost();
  const variables = {
    ...PUSH,
    GITHUB_EVENT_NAME: name ?? 'pull_request',
    GITHUB_REF: 'refs/pull/7/merge',
    GITHUB_API_URL: github.apiUrl,
  };
  const context = readGitHubContext(env(variables), event ?? pullRequestEvent('acme/mcp'));
  const settings = loadSettings({ token: ['secret'], sarifUpload: ['never'], comment: ['always'], ...raw });
  const artifacts = { upload: () => Promise.resolve({ kind: 'unavailable' as const }) };
  const ports = { host: test.host, step: silentStep, connect: createGitHubApi, artifacts };
  const beside = Promise.resolve({ sboms: [], evidence: null });
  const troubles = [];
  for (const verdict of verdicts) {
    troubles.push(...(await publish(verdict, { settings, context, folder: `${test.folder}/report`, beside, ports })));
  }
  expect([github.violations, troubles]).toEqual([[], []]);
  const writes = github.requests.filter(({ method }) => method !== 'GET').map(({ method }) => method);
  return { bodies: github.comments.map(({ body }) => body), writes, messages: [...test.messages], github };
}

describe('the comment that the action keeps', () => {
  test(
    'one for one set of images, another for another',
    async () => {
      const notes = verdictOf([failSubject]);
      const { bodies, writes } = await publishAll({ verdicts: [failVerdict, notes, failVerdict, notes] });
      expect(writes).toEqual(['POST', 'POST']);
      expect(bodies.map((body) => body.split('\n')[1])).toEqual([
        '## ❌ Image gate: fail, 5 findings fail the gate in 1 subject (2 critical, 3 high)',
        '## ❌ Image gate: fail, 5 findings fail the gate in 1 subject (2 critical, 3 high)',
      ]);
      expect(bodies[0]).toContain('https://github.com/acme/mcp/pull/7/checks');
    },
    LIMIT,
  );

  test(
    'turns green when the change mends what failed',
    async () => {
      const mended = verdictOf([passSubject, { ...failSubject, verdict: 'pass', findings: [] }]);
      const raw = { comment: ['on-failure'] };
      const { bodies, writes } = await publishAll({ verdicts: [failVerdict, mended, mended], raw });
      expect(writes).toEqual(['POST', 'PATCH']);
      expect(bodies).toEqual([expect.stringContaining('✅ Image gate: pass')]);
    },
    LIMIT,
  );

  test.each([
    ['never', failVerdict, false],
    ['on-failure', passVerdict, false],
    ['on-failure', failVerdict, true],
    ['on-failure', errorVerdict, true],
    ['on-change', passVerdict, false],
    ['on-change', verdictOf([{ ...failSubject, verdict: 'pass' }]), true],
    ['always', passVerdict, true],
  ] as const)('%s: writes a first one only when asked for', async (comment, verdict, isNews) => {
    expect(commentOf(verdict, loadSettings({ comment: [comment] }), null).isNews).toBe(isNews);
    const { bodies } = await publishAll({ verdicts: [verdict], raw: { comment: [comment] } });
    expect(bodies).toHaveLength(isNews ? 1 : 0);
  });

  test('never: GitHub is not asked at all', async () => {
    const { github } = await publishAll({ verdicts: [failVerdict], raw: { comment: ['never'] } });
    expect(github.requests).toEqual([]);
  });

  test('a push has no pull request: nothing is asked and nothing is said', async () => {
    const { github, messages } = await publishAll({ verdicts: [failVerdict], name: 'push' });
    expect([github.requests, messages]).toEqual([[], []]);
  });

  test.each([
    ['the permission is missing', 'acme/mcp', 'Give the job permissions: pull-requests: write'],
    ['a fork', 'eve/mcp', 'Nothing to do'],
  ])('%s: one notice', async (_, repository, advice) => {
    const script = { writeComment: [answers.readOnlyToken] };
    const { messages } = await publishAll({ verdicts: [failVerdict], script, event: pullRequestEvent(repository) });
    expect(messages).toEqual([
      expect.stringMatching(/^notice: The pull request has no comment .*pull-requests: write/),
    ]);
    expect(messages[0]).toContain(advice);
  });
});
