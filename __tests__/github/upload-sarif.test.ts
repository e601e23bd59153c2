import { randomBytes } from 'node:crypto';
import { describe, expect, test } from '@jest/globals';
import type { Log } from 'sarif';
import { readGitHubContext } from '../../src/github/event.ts';
import { type UploadOutcome, uploadSarif } from '../../src/github/upload-sarif.ts';
import { createGitHubApi } from '../../src/host/github-api.ts';
import type { Clock, GitHubApi } from '../../src/host/ports.ts';
import { VerifyError } from '../../src/model/failure.ts';
import { closedServer } from '../support/closed-server.ts';
import { answers, SARIF_ID } from '../support/fake-github/answers.ts';
import { type FakeGitHub, type FakeGitHubOptions, startFakeGitHub } from '../support/fake-github/server.ts';
import { env, PUSH, pullRequestEvent, SHA } from './context.ts';

const SARIF: Log = {
  version: '2.1.0',
  $schema: 'https://json.schemastore.org/sarif-2.1.0.json',
  runs: [
    {
      tool: { driver: { name: 'Gate', rules: [] } },
      invocations: [{ executionSuccessful: true, startTimeUtc: '2026-01-02T03:04:05.678Z' }],
      results: [{ ruleId: 'user-non-root', message: { text: 'runs as root — œ' } }],
    },
  ],
};

interface Run {
  readonly outcome: UploadOutcome;
  readonly waits: readonly number[];
  readonly github: FakeGitHub;
}

interface Options {
  readonly mode?: 'auto' | 'always' | 'never';
  readonly variables?: Readonly<Record<string, string>>;
  readonly event?: string;
  readonly text?: string;
  readonly token?: string;
}

/** Uploads through the real client to a fake GitHub that plays the script; time passes at once. */
async function upload(script: FakeGitHubOptions['script'], options: Options = {}): Promise<Run> {
  await using github = await startFakeGitHub({ tls: false, token: 'secret', ...(script && { script }) });
  const waits: number[] = [];
  const clock: Clock = {
    now: () => new Date(0),
    sleep: async (ms) => {
      waits.push(ms);
    },
  };
  const variables = { ...PUSH, GITHUB_API_URL: github.apiUrl, ...options.variables };
  const context = readGitHubContext(env(variables), options.event ?? null);
  const api = createGitHubApi(options.token ?? 'secret', context.apiUrl);
  const outcome = await uploadSarif(options.text ?? JSON.stringify(SARIF), context, options.mode ?? 'auto', api, clock);
  expect(github.violations).toEqual([]);
  return { outcome, waits, github };
}

describe('a SARIF upload', () => {
  test('arrives as it was, under the commit and ref of the run', async () => {
    const { outcome, github } = await upload(undefined);
    expect(outcome).toEqual({ kind: 'uploaded', id: SARIF_ID, processing: 'complete' });
    expect(github.uploads).toEqual([
      {
        repository: 'acme/mcp',
        ref: 'refs/heads/main',
        commitSha: SHA,
        checkoutUri: 'file:///home/runner/work/mcp/mcp/',
        startedAt: '2026-01-02T03:04:05.678Z',
        toolName: 'Gate',
        sarifText: JSON.stringify(SARIF),
        sarif: SARIF,
      },
    ]);
  });

  test('waits until code scanning has read it', async () => {
    const { outcome, waits } = await upload({ status: [answers.pending, answers.unavailable, answers.complete] });
    expect(outcome).toEqual({ kind: 'uploaded', id: SARIF_ID, processing: 'complete' });
    expect(waits).toEqual([1_000, 2_000, 3_000]);
  });

  test('stops waiting after a minute', async () => {
    const { outcome, waits } = await upload({ status: [answers.pending] });
    expect(outcome).toEqual({ kind: 'uploaded', id: SARIF_ID, processing: 'pending' });
    expect(waits.reduce((sum, wait) => sum + wait, 0)).toBeLessThanOrEqual(60_000);
  });

  test('a token that may write but not read: uploaded, not known how it was read', async () => {
    const { outcome, github } = await upload({ status: [answers.readOnlyToken] });
    expect(outcome).toEqual({ kind: 'uploaded', id: SARIF_ID, processing: 'pending' });
    expect(github.requests).toHaveLength(2);
  });

  test('shows why code scanning could not use it', async () => {
    const reason = 'locationFromSarifResult: expected artifact location';
    const { outcome } = await upload({ status: [answers.pending, answers.failed(reason)] });
    expect(outcome).toMatchObject({ kind: 'refused', message: expect.stringContaining(reason) });
  });

  test('names the remedy for two runs of one category', async () => {
    const reason = 'The CodeQL Action does not support uploading multiple SARIF runs with the same category.';
    const { outcome } = await upload({ status: [answers.failed(reason)] });
    expect(outcome).toMatchObject({ kind: 'refused', advice: expect.stringContaining('sarif-category') });
  });

  test.each([
    ['outages', [answers.serverError, answers.unavailable, 'accepted'], [2_000, 8_000]],
    ['a rate limit that says how long', [answers.rateLimit({ 'retry-after': '30' }), 'accepted'], [30_000]],
    ['too many requests', [answers.tooManyRequests({}), 'accepted'], [2_000]],
  ] as const)('gets through %s', async (_, script, expected) => {
    const { outcome, waits, github } = await upload({ upload: script });
    expect(outcome.kind).toBe('uploaded');
    expect(waits).toEqual([...expected, 1_000]);
    expect(github.uploads).toHaveLength(1);
  });

  test('gives up after four tries', async () => {
    const { outcome, waits, github } = await upload({ upload: [answers.unavailable] });
    expect(outcome).toMatchObject({ kind: 'refused', message: expect.stringContaining('not available at present') });
    expect(waits).toEqual([2_000, 8_000, 20_000]);
    expect(github.requests).toHaveLength(4);
  });

  test('does not hold up a job for a rate limit of an hour', async () => {
    const reset = String(Math.floor(Date.now() / 1000) + 3_600);
    const headers = { 'x-ratelimit-remaining': '0', 'x-ratelimit-reset': reset };
    const { outcome, waits } = await upload({ upload: [answers.rateLimit(headers)] });
    expect(outcome).toMatchObject({ kind: 'refused', message: expect.stringContaining('rate limit is used up') });
    expect(waits).toEqual([]);
  });
});

describe('what stands in the way of an upload is said in words', () => {
  test.each([
    ['readOnlyToken', 'permission security-events: write', 'Give the job permissions'],
    ['advancedSecurityOff', 'code scanning is not enabled', 'Enable code scanning'],
    ['codeSecurityOff', 'code scanning is not enabled', 'Enable code scanning'],
    ['codeScanningOff', 'code scanning is not enabled', 'Enable code scanning'],
    ['archived', 'the repository is archived', 'sarif-upload: never'],
    ['notFound', 'cannot see code scanning', 'actions: read'],
    ['tooLarge', 'too large', 'sarif-category'],
    ['invalid', 'commit_sha is not present', 'sarif-upload: never'],
  ] as const)('%s', async (name, message, advice) => {
    const { outcome, waits } = await upload({ upload: [answers[name]] });
    expect(outcome).toEqual({
      kind: 'refused',
      message: expect.stringContaining(message),
      advice: expect.stringContaining(advice),
    });
    expect(waits).toEqual([]);
  });

  test('always: the same is an error', async () => {
    const run = upload({ upload: [answers.readOnlyToken] }, { mode: 'always' });
    await expect(run).rejects.toThrow(VerifyError);
    await expect(run).rejects.toMatchObject({
      code: 'sarif-upload',
      message: expect.stringContaining('security-events: write'),
      advice: expect.stringContaining('permissions'),
    });
  });

  test('a fork: nothing to do', async () => {
    const variables = { GITHUB_EVENT_NAME: 'pull_request', GITHUB_REF: 'refs/pull/7/merge' };
    const options = { variables, event: pullRequestEvent('eve/mcp') };
    const { outcome } = await upload({ upload: [answers.readOnlyToken] }, options);
    expect(outcome).toMatchObject({
      message: expect.stringContaining('from a fork'),
      advice: expect.stringContaining('Nothing to do'),
    });
    // Where GitHub lets forks upload, the alerts appear.
    expect((await upload(undefined, options)).outcome.kind).toBe('uploaded');
  });

  test('a run for Dependabot', async () => {
    const { outcome } = await upload(
      { upload: [answers.readOnlyToken] },
      { variables: { GITHUB_ACTOR: 'dependabot[bot]' } },
    );
    expect(outcome).toMatchObject({ message: expect.stringContaining('Dependabot') });
  });

  test('a token that is not valid', async () => {
    const { outcome } = await upload(undefined, { token: 'other' });
    expect(outcome).toMatchObject({ kind: 'refused', message: expect.stringContaining('token is not valid') });
  });

  test('text of the server cannot start a workflow command', async () => {
    const answer = { ...answers.readOnlyToken, body: { message: `x\n::error::y\u202E\r${'z'.repeat(1_000)}` } };
    const { outcome } = await upload({ upload: [answer] });
    const { message } = outcome as { message: string };
    expect(message).not.toMatch(/[\p{Cc}\p{Cf}]/u);
    expect(message.length).toBeLessThan(500);
  });
});

describe('what is not sent', () => {
  const noClock: Clock = { now: () => new Date(0), sleep: () => Promise.reject(new Error('slept')) };
  const noApi: GitHubApi = { request: () => Promise.reject(new Error('asked')) };

  test('anything with never', async () => {
    const outcome = await uploadSarif('{}', readGitHubContext(env(PUSH), null), 'never', noApi, noClock);
    expect(outcome).toEqual({ kind: 'skipped', reason: expect.stringContaining('never') });
  });

  test('anything without a token', async () => {
    const send = (mode: 'auto' | 'always') =>
      uploadSarif(JSON.stringify(SARIF), readGitHubContext(env(PUSH), null), mode, null, noClock);
    expect(await send('auto')).toEqual({ kind: 'skipped', reason: expect.stringContaining('no token') });
    await expect(send('always')).rejects.toMatchObject({ code: 'sarif-upload' });
  });

  test('results of a run about no ref', async () => {
    const { outcome, github } = await upload(undefined, { variables: { GITHUB_REF: '' } });
    expect(outcome).toEqual({ kind: 'skipped', reason: expect.stringContaining('no branch') });
    expect(github.requests).toEqual([]);
  });

  test.each(['', 'nonsense', '{"runs":[]}', '{"version":"2.1.0"}'])('a report without a run: %j', async (text) => {
    const { outcome, github } = await upload(undefined, { text });
    expect(outcome).toMatchObject({ kind: 'refused', message: expect.stringContaining('no SARIF log') });
    expect(github.requests).toEqual([]);
  });

  test('a report above the limit of code scanning', async () => {
    const text = JSON.stringify({ ...SARIF, properties: { noise: randomBytes(11 * 1024 * 1024).toString('latin1') } });
    const { outcome, github } = await upload(undefined, { text });
    expect(outcome).toMatchObject({ kind: 'refused', message: expect.stringMatching(/1\d\.\d MiB .* at most 10/) });
    expect(github.requests).toEqual([]);
  });
});

test('a server that is not there', async () => {
  const waits: number[] = [];
  const clock: Clock = { now: () => new Date(0), sleep: async (ms) => void waits.push(ms) };
  const context = readGitHubContext(env({ ...PUSH, GITHUB_API_URL: await closedServer() }), null);
  const api = createGitHubApi('secret', context.apiUrl);
  const outcome = await uploadSarif(JSON.stringify(SARIF), context, 'auto', api, clock);
  expect(outcome).toMatchObject({ kind: 'refused', message: expect.stringMatching(/did not answer: .*ECONNREFUSED/) });
  expect(waits).toHaveLength(3);
});
