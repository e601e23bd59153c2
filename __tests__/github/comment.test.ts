import { describe, expect, test } from '@jest/globals';
import { type CommentOutcome, keepComment } from '../../src/github/comment.ts';
import { readGitHubContext } from '../../src/github/event.ts';
import { createGitHubApi } from '../../src/host/github-api.ts';
import type { Clock } from '../../src/host/ports.ts';
import { closedServer } from '../support/closed-server.ts';
import { answers } from '../support/fake-github/answers.ts';
import type { GivenComment } from '../support/fake-github/comments.ts';
import { type FakeGitHub, type Script, startFakeGitHub } from '../support/fake-github/server.ts';
import { env, PUSH, pullRequestEvent } from './context.ts';

const MARKER = '<!-- image-gate-comment 0123456789abcdef0123456789abcdef -->';
const BODY = `${MARKER}\n## ❌ Image gate: fail\n`;
const BOT = { login: 'github-actions[bot]', type: 'Bot' } as const;
const PULL = { GITHUB_EVENT_NAME: 'pull_request', GITHUB_REF: 'refs/pull/7/merge' };

const given = (body: string, overrides: Partial<GivenComment> = {}): GivenComment => ({
  issue: 7,
  author: BOT,
  association: 'NONE',
  body,
  ...overrides,
});

interface Options {
  readonly script?: Script;
  readonly comments?: readonly GivenComment[];
  readonly body?: string;
  readonly marker?: string;
  readonly isNews?: boolean;
  readonly variables?: Readonly<Record<string, string>>;
  readonly event?: string | null;
  readonly token?: string | null;
  /** Runs one after the other. */
  readonly runs?: number;
}

interface Run {
  readonly outcome: CommentOutcome;
  readonly waits: readonly number[];
  readonly github: FakeGitHub;
  readonly bodies: readonly string[];
  readonly writes: readonly string[];
}

/** Through the real client to a fake GitHub that plays the script; time passes at once. */
async function keep(options: Options = {}): Promise<Run> {
  const { script, comments } = options;
  await using github = await startFakeGitHub({
    tls: false,
    token: 'secret',
    ...(script && { script }),
    ...(comments && { comments }),
  });
  const waits: number[] = [];
  const clock: Clock = {
    now: () => new Date(0),
    sleep: async (ms) => {
      waits.push(ms);
    },
  };
  const variables = { ...PUSH, ...PULL, GITHUB_API_URL: github.apiUrl, ...options.variables };
  const event = options.event === undefined ? pullRequestEvent('acme/mcp') : options.event;
  const context = readGitHubContext(env(variables), event);
  const api = options.token === null ? null : createGitHubApi(options.token ?? 'secret', context.apiUrl);
  const comment = { marker: options.marker ?? MARKER, body: options.body ?? BODY, isNews: options.isNews ?? true };
  let outcome = await keepComment(comment, context, api, clock);
  for (let run = 1; run < (options.runs ?? 1); run++) outcome = await keepComment(comment, context, api, clock);
  expect(github.violations).toEqual([]);
  return {
    outcome,
    waits,
    github,
    bodies: github.comments.map(({ body }) => body),
    writes: github.requests.filter(({ method }) => method !== 'GET').map(({ method }) => method),
  };
}

describe('the comment of a pull request', () => {
  test('is written once, and not again when nothing changed', async () => {
    expect(await keep({ runs: 3 })).toMatchObject({
      outcome: { kind: 'unchanged' },
      bodies: [BODY],
      writes: ['POST'],
    });
  });

  test('is updated in its place', async () => {
    const comments = [given('Nice!'), given(`${MARKER}\nold`), given('Thanks.')];
    const { outcome, bodies, writes } = await keep({ comments });
    expect([outcome.kind, bodies, writes]).toEqual(['updated', ['Nice!', BODY, 'Thanks.'], ['PATCH']]);
  });

  test('another set of images has another', async () => {
    const other = given('<!-- image-gate-comment ffffffffffffffffffffffffffffffff -->\nother');
    const { outcome, bodies } = await keep({ comments: [other] });
    expect([outcome.kind, bodies]).toEqual(['created', [other.body, BODY]]);
  });

  test('is found behind hundreds of others', async () => {
    const comments = [...Array.from({ length: 230 }, (_, index) => given(`${index}`)), given(`${MARKER}\nold`)];
    const { outcome, bodies } = await keep({ comments });
    expect([outcome.kind, bodies.length, bodies.at(-1)]).toEqual(['updated', 231, BODY]);
  });

  test('GitHub may keep other line ends', async () => {
    const { outcome } = await keep({ comments: [given(BODY.trimEnd().replaceAll('\n', '\r\n'))] });
    expect(outcome.kind).toBe('unchanged');
  });

  test('what is no news updates an earlier comment and writes no first one', async () => {
    expect(await keep({ isNews: false })).toMatchObject({ outcome: { kind: 'none' }, writes: [] });
    expect(await keep({ isNews: false, comments: [given(`${MARKER}\nold`)] })).toMatchObject({ bodies: [BODY] });
  });

  test.each([
    [
      'copies the marker',
      given(`${MARKER}\npass`, { author: { login: 'eve', type: 'User' }, association: 'CONTRIBUTOR' }),
    ],
    ['is quoted by a bot', given(`> ${MARKER}\npass`)],
    ['stands on another pull request', given(`${MARKER}\nold`, { issue: 8 })],
  ])('a comment that %s is left alone', async (_, foreign) => {
    const { outcome, bodies } = await keep({ comments: [foreign] });
    expect([outcome.kind, bodies]).toEqual(['created', [foreign.body, BODY]]);
  });

  test('a member who runs the gate with a token of their own', async () => {
    const own = given(`${MARKER}\nold`, { author: { login: 'octocat', type: 'User' }, association: 'MEMBER' });
    expect((await keep({ comments: [own] })).bodies).toEqual([BODY]);
  });

  test.each([
    ['a push', {}, { GITHUB_EVENT_NAME: 'push' }],
    ['a pull request with the rights of the base', {}, { GITHUB_EVENT_NAME: 'pull_request_target' }],
    ['an event that does not say which', { event: null }, PULL],
  ])('%s: nothing is asked', async (_, options, variables) => {
    const { outcome, github } = await keep({ ...options, variables });
    expect([outcome, github.requests]).toEqual([{ kind: 'none' }, []]);
  });
});

describe('faults on the way', () => {
  test('an answer that got lost leaves no second comment', async () => {
    const run = await keep({ script: { writeComment: ['lost', 'written'] } });
    expect(run).toMatchObject({ outcome: { kind: 'unchanged' }, bodies: [BODY], writes: ['POST'] });
  });

  test.each([
    ['listing', { listComments: [answers.unavailable, 'listed'] }, 'created'],
    ['creating', { writeComment: [answers.serverError, answers.tooManyRequests({}), 'written'] }, 'created'],
  ] as const)('an outage while %s', async (_, script, kind) => {
    const { outcome, bodies } = await keep({ script });
    expect([outcome.kind, bodies]).toEqual([kind, [BODY]]);
  });

  test('an outage while updating', async () => {
    const script = { writeComment: [answers.unavailable, 'written'] } as const;
    const { outcome, bodies } = await keep({ script, comments: [given(`${MARKER}\nold`)] });
    expect([outcome.kind, bodies]).toEqual(['updated', [BODY]]);
  });

  test('gives up after three tries', async () => {
    const { outcome, writes } = await keep({ script: { writeComment: [answers.unavailable] } });
    expect(outcome).toMatchObject({ kind: 'refused', message: expect.stringContaining('not available at present') });
    expect(writes).toHaveLength(3);
  });

  test.each([
    [
      'a token without the permission',
      { writeComment: [answers.readOnlyToken] },
      'pull-requests: write',
      'permissions: pull-requests: write',
    ],
    ['a token that sees nothing', { listComments: [answers.notFound] }, 'pull-requests: write', 'comment: never'],
    ['a locked conversation', { writeComment: [answers.locked] }, 'conversation is locked', 'Unlock'],
    ['an archived repository', { writeComment: [answers.archived] }, 'archived', 'comment: never'],
    ['an update that is refused', { writeComment: [answers.invalid] }, 'did not take the comment', 'comment: never'],
    [
      'a list of another form',
      { listComments: [{ status: 200, body: [], headers: { 'content-type': 'text/html' } }] },
      'unknown form',
      'again',
    ],
  ] as const)('%s is said in words', async (_, script, message, advice) => {
    const { outcome, bodies } = await keep({ script });
    expect(outcome).toEqual({
      kind: 'refused',
      message: expect.stringContaining(message),
      advice: expect.stringContaining(advice),
    });
    expect(bodies).toEqual([]);
  });

  test('a wrong token', async () => {
    expect((await keep({ token: 'stale' })).outcome).toMatchObject({ message: expect.stringContaining('not valid') });
  });

  test('no token at all', async () => {
    expect((await keep({ token: null })).outcome).toMatchObject({ message: expect.stringContaining('no token') });
  });

  test('a fork: nothing to do', async () => {
    const options = { script: { writeComment: [answers.readOnlyToken] }, event: pullRequestEvent('eve/mcp') };
    expect((await keep(options)).outcome).toMatchObject({
      message: expect.stringContaining('from a fork'),
      advice: expect.stringContaining('Nothing to do'),
    });
  });

  test('Dependabot', async () => {
    const options = {
      script: { writeComment: [answers.readOnlyToken] },
      variables: { GITHUB_ACTOR: 'dependabot[bot]' },
    };
    expect((await keep(options)).outcome).toMatchObject({ message: expect.stringContaining('Dependabot') });
  });

  test('a rate limit of an hour does not hold up the job', async () => {
    const reset = String(Math.floor(Date.now() / 1000) + 3_600);
    const limit = answers.rateLimit({ 'x-ratelimit-remaining': '0', 'x-ratelimit-reset': reset });
    const { outcome, waits } = await keep({ script: { writeComment: [limit] } });
    expect(outcome).toMatchObject({ message: expect.stringContaining('rate limit') });
    expect(waits).toEqual([]);
  });

  test('an API that does not answer', async () => {
    const url = await closedServer();
    const { outcome } = await keep({ variables: { GITHUB_API_URL: url } });
    expect(outcome).toMatchObject({ kind: 'refused', message: expect.stringContaining('no usable answer') });
  });
});
