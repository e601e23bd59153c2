import { readdir } from 'node:fs/promises';
import { describe, expect, test } from '@jest/globals';
import type { Host, HttpAnswer, HttpOptions } from '../../src/host/ports.ts';
import { chooseVersion, pickRelease } from '../../src/trivy/choose-version.ts';
import { findTrivy } from '../../src/trivy/install.ts';
import { decodeReleases } from '../../src/trivy/release-list.ts';
import { DEFAULT_DOWNLOAD_URL, RELEASE_LIST_URL } from '../../src/trivy/releases.ts';
import { answers, startReleaseMirror } from '../support/release-mirror.ts';
import { testHost } from '../support/test-host.ts';
import { installRequest } from './fixtures.ts';

const DAY = 24 * 60 * 60 * 1000;
const NOW = new Date('2026-11-20T00:00:00Z');
const LIMITS = { now: NOW, minAgeMs: 7 * DAY, allowOld: false };

/** As GitHub lists them, newest first. */
const LIST = [
  { tag_name: 'v0.77.0', published_at: '2026-11-19T12:00:00Z', draft: false, prerelease: false },
  { tag_name: 'v0.76.2', published_at: '2026-11-05T00:00:00Z', draft: false, prerelease: false },
  { tag_name: 'v0.76.3-rc.1', published_at: '2026-01-01T00:00:00Z', draft: false, prerelease: true },
  { tag_name: 'v0.76.9', published_at: '2026-01-01T00:00:00Z', draft: true, prerelease: false },
  { tag_name: 'v0.76.8', published_at: '2026-01-01T00:00:00Z', draft: false, prerelease: true },
  { tag_name: 'v0.75.1', published_at: null },
  { tag_name: 'v0.75.0', published_at: '2026-10-01T00:00:00Z' },
  { tag_name: 'v0.74.0', published_at: '2026-08-01T00:00:00Z' },
  { tag_name: 'v0.71.2', published_at: '2026-05-01T00:00:00Z' },
  { tag_name: 'v0.69.6', published_at: '2026-03-22T00:00:00Z' },
  { tag_name: 'v0.69.4', published_at: '2026-03-19T00:00:00Z' },
  { tag_name: '../../v9.9.9', published_at: '2020-01-01T00:00:00Z' },
  { tag_name: 'v9.9.9/../..', published_at: '2020-01-01T00:00:00Z' },
  'no release',
  null,
];
const RELEASES = decodeReleases(JSON.stringify(LIST), 'the list');

describe('the newest of a range that may be used', () => {
  test.each([
    ['*', '0.76.2'],
    ['^0.74.0', '0.74.0'],
    ['~0.75.0', '0.75.0'],
    ['>=0.74.0 <0.76.0', '0.75.0'],
    ['0.74.x || 0.75.x', '0.75.0'],
    ['>=0.69.0 <0.77.0', '0.76.2'],
  ])('%s is %s', (range, version) => {
    expect(pickRelease(RELEASES, range, LIMITS)).toBe(version);
  });

  test.each([
    ['0.77.x', /0\.77\.0 was published 0 days ago, 7 are asked for/],
    ['~0.71.0', /0\.71\.2 is older than 0\.72\.0 and has known security holes/],
    ['0.69.x', /0\.69\.6 is a known-bad release; 0\.69\.4 is a known-bad release/],
    ['^9.0.0', /There is no release of Trivy in the range \^9\.0\.0/],
    ['0.76.3 - 0.76.9', /There is no release/],
  ])('%s is refused with its reasons', (range, message) => {
    expect(() => pickRelease(RELEASES, range, LIMITS)).toThrow(
      expect.objectContaining({ code: 'trivy-version-none', kind: 'usage', message: expect.stringMatching(message) }),
    );
  });

  test('no wish opens the way to a known-bad release', () => {
    const limits = { now: NOW, minAgeMs: 0, allowOld: true };
    expect(() => pickRelease(RELEASES, '0.69.x', limits)).toThrow('known-bad');
    expect(pickRelease(RELEASES, '0.71.x', limits)).toBe('0.71.2');
    expect(pickRelease(RELEASES, '*', limits)).toBe('0.77.0');
  });

  test.each([
    ['at its age to the second', '2026-11-13T00:00:00Z', true],
    ['a second too young', '2026-11-13T00:00:01Z', false],
    ['from the future', '2030-01-01T00:00:00Z', false],
  ])('%s', (_name, published, counts) => {
    const releases = [{ version: '0.80.0', publishedAt: new Date(published) }];
    const pick = (): string => pickRelease(releases, '*', LIMITS);
    if (counts) expect(pick()).toBe('0.80.0');
    else expect(pick).toThrow('0.80.0 was published');
  });

  test.each(['{}', '', '<html>', '"x"', `[${'1,'.repeat(2000)}1]`])('%.20s is no list', (text) => {
    expect(() => decodeReleases(text, 'the list')).toThrow(expect.objectContaining({ code: 'trivy-release-list' }));
  });
});

describe('a wish', () => {
  const request = installRequest({});

  test('for one version asks nobody', async () => {
    await using t = await testHost();
    expect(await chooseVersion({ ...request, version: '0.76.2' }, t.host)).toEqual({
      version: '0.76.2',
      isChosen: false,
    });
  });

  test.each([
    ['0.69.4', 'trivy-version-denied'],
    ['0.71.2', 'trivy-version-old'],
    ['../0.74.0', 'trivy-version'],
    ['0.74.0/../../x', 'trivy-version'],
    ['v0.74.0%2f..', 'trivy-version'],
    ['>=0.74.0 <0.75.0; rm', 'trivy-version'],
    [`^${'0'.repeat(70)}`, 'trivy-version'],
    ['>=>=', 'trivy-version'],
    ['Latest', 'trivy-version'],
    ['', 'trivy-version'],
  ])('%j is refused before anything is asked: %s', async (version, code) => {
    await using t = await testHost();
    await using mirror = await startReleaseMirror('/dev/null');
    const search = findTrivy({ ...request, version, downloadUrl: mirror.url }, t.host);
    await expect(search).rejects.toMatchObject({ code, kind: 'usage' });
    expect(mirror.requests).toEqual([]);
    expect(await readdir(t.folder)).toEqual([]);
  });

  test('for an old version is heard when it is explicit; for a known-bad one never', async () => {
    await using t = await testHost();
    const old = { ...request, allowOld: true };
    expect((await chooseVersion({ ...old, version: '0.71.2' }, t.host)).version).toBe('0.71.2');
    await expect(chooseVersion({ ...old, version: '0.69.5' }, t.host)).rejects.toMatchObject({
      code: 'trivy-version-denied',
    });
  });

  test('for a range cannot be proven by one sum', async () => {
    await using t = await testHost();
    const wish = { ...request, version: 'latest', archiveSha256: 'ab'.repeat(32) };
    await expect(chooseVersion(wish, t.host)).rejects.toMatchObject({ code: 'trivy-sha256-range', kind: 'usage' });
  });

  test("for a range reads the mirror's list, without any token", async () => {
    await using t = await testHost();
    await using mirror = await startReleaseMirror('/dev/null', [answers.status(503, { 'retry-after': '0' })], {
      'releases.json': JSON.stringify(LIST),
    });
    const wish = { ...request, version: 'latest', downloadUrl: `${mirror.url}/`, githubToken: 'secret-token' };
    const host = { ...t.host, clock: { ...t.host.clock, now: () => NOW } };
    expect(await chooseVersion(wish, host)).toEqual({ version: '0.76.2', isChosen: true });
    expect(mirror.requests).toEqual(['/releases/releases.json', '/releases/releases.json']);
    expect(mirror.headers.some((headers) => 'authorization' in headers)).toBe(false);
  });

  test.each([
    ['~0.73.0', '0.73.0'],
    ['latest', '0.74.0'],
  ])('%s without a list is the newest pinned one, %s, with a warning', async (version, pinned) => {
    await using t = await testHost();
    await using mirror = await startReleaseMirror('/dev/null', [answers.status(404)]);
    const found = await chooseVersion({ ...request, version, downloadUrl: mirror.url }, t.host);
    expect(found).toEqual({ version: pinned, isChosen: false });
    expect(t.messages.join('\n')).toMatch(/warning: The list of Trivy's releases could not be read .* answered 404/);
  });

  test('for a range that holds no pinned version fails without a list', async () => {
    await using t = await testHost();
    await using mirror = await startReleaseMirror('/dev/null', [answers.bytes(Buffer.from('<html>'))]);
    const search = chooseVersion({ ...request, version: '^0.76.0', downloadUrl: mirror.url }, t.host);
    await expect(search).rejects.toMatchObject({ code: 'trivy-release-list', kind: 'verify' });
  });
});

describe('the token', () => {
  interface Asked {
    readonly url: string;
    readonly authorization: string | undefined;
  }

  /** GitHub itself cannot be asked here, so what would be sent to it is looked at. */
  async function asked(apiUrl: string | undefined, statuses: readonly number[]): Promise<readonly Asked[]> {
    await using t = await testHost();
    const requests: Asked[] = [];
    const get = async (url: string, options: HttpOptions = {}): Promise<HttpAnswer> => {
      requests.push({ url, authorization: options.headers?.['authorization'] });
      const status = statuses[requests.length - 1] ?? 200;
      return { status, headers: {}, body: Buffer.from(JSON.stringify(LIST)) };
    };
    const host: Host = {
      ...t.host,
      http: { ...t.host.http, get },
      env: { ...t.host.env, get: (name) => (name === 'GITHUB_API_URL' ? apiUrl : undefined) },
      clock: { ...t.host.clock, now: () => NOW },
    };
    const wish = installRequest({ version: 'latest', downloadUrl: DEFAULT_DOWNLOAD_URL, githubToken: 'secret-token' });
    await chooseVersion(wish, host);
    return requests;
  }

  test.each([undefined, 'https://api.github.com'])('goes to GitHub when it is of GitHub: %s', async (apiUrl) => {
    expect(await asked(apiUrl, [])).toEqual([{ url: RELEASE_LIST_URL, authorization: 'Bearer secret-token' }]);
  });

  test.each(['https://github.example/api/v3', 'https://api.github.com.example', 'http://api.github.com', ''])(
    'of another server does not: %s',
    async (apiUrl) => {
      expect(await asked(apiUrl, [])).toEqual([{ url: RELEASE_LIST_URL, authorization: undefined }]);
    },
  );

  test('that GitHub does not know is left out', async () => {
    expect(await asked(undefined, [401])).toEqual([
      { url: RELEASE_LIST_URL, authorization: 'Bearer secret-token' },
      { url: RELEASE_LIST_URL, authorization: undefined },
    ]);
  });
});
