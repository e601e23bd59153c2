import { describe, expect, test } from '@jest/globals';
import { strToU8, zipSync } from 'fflate';
import { ancestry } from '../../../src/github/artifacts/ancestry.ts';
import { type FoundEvidence, findEvidence } from '../../../src/github/artifacts/find.ts';
import { evidenceArtifact } from '../../../src/github/artifacts/name.ts';
import { lookUpRefusal } from '../../../src/github/artifacts/refusal.ts';
import { createGitHubApi } from '../../../src/host/github-api.ts';
import { createHttp } from '../../../src/host/node-http.ts';
import type { Clock } from '../../../src/host/ports.ts';
import { closedServer } from '../../support/closed-server.ts';
import { answers } from '../../support/fake-github/answers.ts';
import type { ArtifactsOptions, FakeArtifact } from '../../support/fake-github/artifacts.ts';
import { type FakeGitHub, startFakeGitHub } from '../../support/fake-github/server.ts';
import { type Storage, type Stored, startStorage } from '../../support/storage.ts';
import { recordingLog } from '../../support/test-host.ts';

const BASE = 'b'.repeat(40);
const OLDER = '1'.repeat(40);
const OLDEST = '2'.repeat(40);
const FEATURE = '3'.repeat(40);
const NAME = 'image-gate-evidence-image-gate';
const zip = (text: string): Uint8Array => zipSync({ 'evidence.json': strToU8(text) });

interface Outcome {
  readonly found: FoundEvidence<string>;
  readonly github: FakeGitHub;
  readonly storage: Storage;
  readonly waits: readonly number[];
}

type Given = Omit<FakeArtifact, 'name' | 'location'> & { readonly name?: string; readonly path?: string };

/** One look-up over real HTTP; waits pass at once. */
async function lookUp(
  given: readonly Given[],
  content: Readonly<Record<string, Stored>>,
  more: Omit<ArtifactsOptions, 'all'> & {
    readonly token?: string;
    readonly category?: string;
    readonly git?: string;
  } = {},
): Promise<Outcome> {
  await using storage = await startStorage(content);
  const all = given.map(({ path = '/zip', name = NAME, ...one }) => ({
    ...one,
    name,
    location: path.startsWith('/') ? `${storage.origin}${path}` : path,
  }));
  await using github = await startFakeGitHub({ tls: false, token: 'secret', artifacts: { ...more, all } });
  const waits: number[] = [];
  const clock: Clock = { now: () => new Date(0), sleep: async (ms) => void waits.push(ms) };
  const api = createGitHubApi(more.token ?? 'secret', github.apiUrl);
  const http = createHttp({ clock, log: recordingLog([]), waits: [] });
  const found = await findEvidence(
    {
      repository: 'acme/mcp',
      apiUrl: github.apiUrl,
      defaultBranch: 'main',
      category: more.category ?? 'image-gate',
      baseCommit: BASE,
      maxBytes: 10_000,
      decode: (text, commit) => (text === 'bad' ? { mistake: 'it is bad' } : { evidence: `${text} of ${commit[0]}` }),
    },
    { api, http, clock },
    ancestry('acme/mcp', async () => more.git ?? null, api, clock),
  );
  expect(github.violations).toEqual([]);
  return { found, github, storage, waits };
}

const comparisons = {
  [`${OLDER}...${BASE}`]: 'ahead',
  [`${OLDEST}...${BASE}`]: 'ahead',
  [`${FEATURE}...${BASE}`]: 'diverged',
} as const;

const reasonOf = ({ found }: Outcome): string => (found.kind === 'none' ? found.reason : 'found');

describe('which evidence is the baseline', () => {
  test('that of the base commit, before a newer one of a commit before it', async () => {
    const outcome = await lookUp(
      [
        { id: 3, headSha: OLDER, createdAt: '2026-11-22T00:00:00Z', path: '/older' },
        { id: 2, headSha: BASE, createdAt: '2026-11-21T00:00:00Z' },
      ],
      { '/zip': zip('base'), '/older': zip('older') },
      { comparisons },
    );
    expect(outcome.found).toEqual({ kind: 'found', evidence: 'base of b', commit: BASE });
  });

  test('else the newest of a commit that the base builds on', async () => {
    const outcome = await lookUp(
      [
        { id: 1, headSha: OLDEST, createdAt: '2026-11-19T00:00:00Z', path: '/oldest' },
        { id: 3, headSha: OLDER, createdAt: '2026-11-22T00:00:00Z' },
        { id: 4, headSha: FEATURE, createdAt: '2026-11-23T00:00:00Z', path: '/other' },
      ],
      { '/zip': zip('older'), '/oldest': zip('oldest'), '/other': zip('other') },
      { comparisons },
    );
    expect(outcome.found).toEqual({ kind: 'found', evidence: 'older of 1', commit: OLDER });
  });

  test('git alone is asked where it says yes', async () => {
    const outcome = await lookUp([{ id: 3, headSha: OLDER }], { '/zip': zip('x') }, { git: `${OLDER}\n` });
    expect(outcome.found.kind).toBe('found');
    expect(outcome.github.requests.filter(({ path }) => path.includes('/compare/'))).toEqual([]);
  });

  test('the storage gets no token', async () => {
    const { found, storage, github } = await lookUp([{ id: 2, headSha: BASE }], { '/zip': zip('x') });
    expect(found.kind).toBe('found');
    expect(storage.requests.map(({ path }) => path)).toEqual(['/zip']);
    expect(storage.requests[0]?.headers).not.toHaveProperty('authorization');
    expect(github.requests.every(({ headers }) => headers['authorization'] === 'token secret')).toBe(true);
  });

  test('pages are turned', async () => {
    const crowd = Array.from({ length: 150 }, (_, index) => ({
      id: 1_000 + index,
      headSha: FEATURE,
      headBranch: 'change',
    }));
    const outcome = await lookUp([...crowd, { id: 2, headSha: BASE }], { '/zip': zip('x') });
    expect(outcome.found.kind).toBe('found');
  });

  test('each category has its own artifact, also one with a slash', async () => {
    expect(evidenceArtifact('a/b')).toMatch(/^image-gate-evidence-a-b-[0-9a-f]{8}$/);
    expect(evidenceArtifact('a/b')).not.toBe(evidenceArtifact('a-b'));
    const given = [{ id: 2, headSha: BASE, name: evidenceArtifact('a/b') }];
    expect((await lookUp(given, { '/zip': zip('x') }, { category: 'a/b' })).found.kind).toBe('found');
    expect(reasonOf(await lookUp(given, { '/zip': zip('x') }))).toBe(`no run of main keeps an artifact ${NAME}`);
  });
});

describe('what a change could have written is no baseline', () => {
  test.each<[string, Partial<Given>, RegExp]>([
    [
      'a run of a pull request',
      { event: 'pull_request' },
      /^no push to main has stored evidence of bbbbbbb or a commit before it$/,
    ],
    ['a run of pull_request_target', { event: 'pull_request_target' }, /^no push/],
    ['a run that was started by hand', { event: 'workflow_dispatch' }, /^no push/],
    ['a run that another run started', { event: 'workflow_run' }, /^no push/],
    ['a push to another branch', { headBranch: 'change' }, /^no run of main keeps/],
    ["a fork's branch of the same name", { headRepository: 'evil/mcp' }, /^no run of main keeps/],
    ['a run of another commit than the list says', { runHeadSha: FEATURE }, /^no push/],
    ['a commit beside the base', { headSha: FEATURE }, /^no push/],
    ['a commit that nobody knows', { headSha: '9'.repeat(40) }, /^no push/],
    ['an expired artifact', { expired: true }, /^no run of main keeps/],
    ['an artifact that is too large', { bytes: 65 * 1024 * 1024 }, /^no run of main keeps/],
    ['none at all', { name: 'other' }, /^no run of main keeps/],
  ])('%s', async (_what, artifact, reason) => {
    const outcome = await lookUp([{ id: 2, headSha: BASE, ...artifact }], { '/zip': zip('x') }, { comparisons });
    expect(reasonOf(outcome)).toMatch(reason);
    expect(outcome.storage.requests).toEqual([]);
  });

  test('a crowd of artifacts costs a bounded number of requests', async () => {
    const crowd = Array.from({ length: 700 }, (_, index) => ({
      id: 1_000 + index,
      headSha: OLDER,
      event: 'pull_request',
    }));
    const outcome = await lookUp(crowd, {}, { comparisons });
    expect(reasonOf(outcome)).toMatch(/^no push/);
    expect(outcome.github.requests.length).toBeLessThanOrEqual(45);
  });
});

describe('what goes wrong is a reason', () => {
  const LIST = 'actions/list-artifacts-for-repo';
  const RUN = 'actions/get-workflow-run';
  const ZIP = 'actions/download-artifact';

  test.each([LIST, RUN, ZIP])('%s refused', async (operation) => {
    const cases = [
      [
        answers.readOnlyToken,
        'the token lacks the permission actions: read (GitHub answered 403, “Resource not accessible by integration”)',
      ],
      [answers.rateLimit({ 'retry-after': '3600' }), /^the API rate limit is used up \(GitHub answered 403/],
      [answers.tooManyRequests({ 'retry-after': '3600' }), /^the API rate limit is used up \(GitHub answered 429/],
      [answers.serverError, 'GitHub is not available at present (GitHub answered 500, “Server Error”)'],
      [answers.unavailable, /^GitHub is not available at present \(GitHub answered 503/],
      [answers.badCredentials, 'the token is not valid (GitHub answered 401, “Bad credentials”)'],
    ] as const;
    for (const [answer, reason] of cases) {
      const outcome = await lookUp(
        [{ id: 2, headSha: BASE }],
        { '/zip': zip('x') },
        { script: { [operation]: [answer] } },
      );
      const text = reasonOf(outcome).replace(/^of commit bbbbbbb, /, '');
      if (typeof reason === 'string') expect(text).toBe(reason);
      else expect(text).toMatch(reason);
    }
  });

  test('a private repository that the token does not see', () => {
    // The description has no 404 for the list; tokens without the permission get it all the same.
    expect(lookUpRefusal(answers.notFound)).toBe(
      'the token lacks the permission actions: read (GitHub answered 404, “Not Found”)',
    );
  });

  test('a token that is not valid', async () => {
    const outcome = await lookUp([], {}, { token: 'other' });
    expect(reasonOf(outcome)).toBe('the token is not valid (GitHub answered 401, “Bad credentials”)');
  });

  test('an outage that ends is waited for', async () => {
    const script = { [LIST]: [answers.serverError, 'well'], [ZIP]: [answers.unavailable, 'well'] } as const;
    const outcome = await lookUp([{ id: 2, headSha: BASE }], { '/zip': zip('x') }, { script });
    expect(outcome.found.kind).toBe('found');
    expect(outcome.waits).toEqual([2_000, 2_000]);
  });

  test.each<[string, Stored, RegExp]>([
    ['is not there any more', { status: 404 }, /could not be downloaded: the storage answered 404$/],
    ['is broken', { status: 500 }, /the storage answered 500$/],
    ['ends in the middle', 'cut', /could not be downloaded: /],
    ['has no zip', strToU8('hello'), /its artifact is damaged or holds something else$/],
    ['has a bomb', zipSync({ 'evidence.json': new Uint8Array(1_000_000) }), /is damaged or holds something else$/],
    ['has something that is no evidence', zip('bad'), /its evidence cannot be used: it is bad$/],
  ])('a storage that %s', async (_what, stored, reason) => {
    const outcome = await lookUp([{ id: 2, headSha: BASE }], { '/zip': stored });
    expect(reasonOf(outcome)).toMatch(/^of commit bbbbbbb, /);
    expect(reasonOf(outcome)).toMatch(reason);
  });

  test('an artifact that expired since it was listed, or is damaged: the next older one', async () => {
    const given = [
      { id: 5, headSha: BASE, path: '/damaged' },
      { id: 4, headSha: OLDER, createdAt: '2026-11-19T00:00:00Z' },
    ];
    const content = { '/damaged': strToU8('x'), '/zip': zip('older') };
    expect((await lookUp(given, content, { comparisons })).found).toMatchObject({ kind: 'found', commit: OLDER });
    const gone = { status: 410, body: { message: 'Artifact has expired', documentation_url: 'x' } };
    const script = { [ZIP]: [gone, 'well'] as const };
    expect((await lookUp(given, content, { comparisons, script })).found).toMatchObject({
      kind: 'found',
      commit: OLDER,
    });
  });

  test.each([
    ['', /GitHub named no address/],
    ['ftp://127.0.0.1/x', /GitHub named no address/],
    ['file:///etc/passwd', /GitHub named no address/],
  ])('a redirect to %p is not followed', async (path, reason) => {
    expect(reasonOf(await lookUp([{ id: 2, headSha: BASE, path: path === '' ? 'x' : path }], {}))).toMatch(reason);
  });

  test('a storage, or a GitHub, that does not answer', async () => {
    const closed = await closedServer();
    const outcome = await lookUp([{ id: 2, headSha: BASE, path: `${closed}/zip` }], {});
    expect(reasonOf(outcome)).toMatch(/could not be downloaded: .*ECONNREFUSED/);
    const clock: Clock = { now: () => new Date(0), sleep: async () => undefined };
    const api = createGitHubApi('secret', closed);
    const found = await findEvidence(
      {
        repository: 'a/b',
        apiUrl: closed,
        defaultBranch: 'main',
        category: 'c',
        baseCommit: BASE,
        maxBytes: 1,
        decode: () => ({ mistake: '' }),
      },
      { api, clock, http: createHttp({ clock, log: recordingLog([]), waits: [] }) },
      async () => true,
    );
    expect(found).toMatchObject({
      kind: 'none',
      reason: expect.stringContaining('the GitHub API gave no usable answer: '),
    });
  });
});
