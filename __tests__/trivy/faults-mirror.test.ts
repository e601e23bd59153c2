import { readdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { sha256OfFile } from '../../scripts/lib/file-sum.ts';
import { findTrivy, type InstallRequest } from '../../src/trivy/install.ts';
import { closedServer } from '../support/closed-server.ts';
import { ENDLESS_FAULTS, hurried, LASTING_FAULTS, TEMPORARY_FAULTS } from '../support/faults.ts';
import { type Answer, packArchive, type ReleaseMirror, startReleaseMirror } from '../support/release-mirror.ts';
import { releaseSigning, type Sigstore, startSigstore } from '../support/sigstore.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';
import { testHost } from '../support/test-host.ts';
import { filesIn, installRequest, scriptAsTrivy } from './fixtures.ts';

const VERSION = '0.76.2';
const ARCHIVE = `trivy_${VERSION}_Linux-64bit.tar.gz`;
const CHECKSUMS = `trivy_${VERSION}_checksums.txt`;
const BUNDLE = `${CHECKSUMS}.sigstore.json`;
const LIST = 'releases.json';
const FILES = [LIST, CHECKSUMS, BUNDLE, ARCHIVE] as const;

let sigstore: Sigstore;
let folder: Awaited<ReturnType<typeof temporaryFolder>>;
let served: Record<string, string>;

beforeAll(async () => {
  folder = await temporaryFolder();
  sigstore = await startSigstore(new Date());
  const { path } = await scriptAsTrivy(folder.path, `echo "Version: ${VERSION}"`);
  await packArchive(path, join(folder.path, ARCHIVE));
  const checksums = `${await sha256OfFile(join(folder.path, ARCHIVE))}  ${ARCHIVE}\n`;
  await writeFile(join(folder.path, 'root.json'), sigstore.trustedRoot);
  served = {
    [LIST]: JSON.stringify([{ tag_name: `v${VERSION}`, published_at: '2020-01-01T00:00:00Z' }]),
    [CHECKSUMS]: checksums,
    [BUNDLE]: await sigstore.sign(Buffer.from(checksums), releaseSigning(VERSION)),
  };
});
afterAll(async () => {
  await sigstore[Symbol.asyncDispose]();
  await folder[Symbol.asyncDispose]();
});

function mirrorWith(name: string, faults: readonly Answer[]): Promise<ReleaseMirror> {
  return startReleaseMirror(join(folder.path, ARCHIVE), { [name]: faults }, served);
}

/** A version that is found in the list, proven by its signature and downloaded: four files. */
function wish(downloadUrl: string, more: Partial<InstallRequest> = {}): InstallRequest {
  const trustedRootFile = join(folder.path, 'root.json');
  return installRequest({ version: '^0.76.0', minAgeMs: 0, trustedRootFile, downloadUrl, ...more });
}

/** What the list's own error says is no download of a release. */
const CODES = {
  [LIST]: ['trivy-release-list', 'trivy-version-none'],
  [CHECKSUMS]: ['trivy-download', 'trivy-signature'],
  [BUNDLE]: ['trivy-download', 'trivy-signature'],
  [ARCHIVE]: ['trivy-download', 'trivy-checksum'],
} as const;

describe.each(FILES)('the mirror, asked for %s', (name) => {
  test.each(TEMPORARY_FAULTS)('recovers from $name', async ({ answer, wait: [atLeast, atMost] }) => {
    await using t = await testHost();
    await using mirror = await mirrorWith(name, [answer]);
    const { host, slept } = hurried(t.host);
    expect(await findTrivy(wish(mirror.url), host)).toMatchObject({ version: VERSION });
    expect(slept).toHaveLength(1);
    expect(slept[0]).toBeGreaterThanOrEqual(atLeast);
    expect(slept[0]).toBeLessThanOrEqual(atMost);
  });

  test.each(LASTING_FAULTS)('says plainly that there is $name', async ({ answer, attempts }) => {
    await using t = await testHost();
    await using mirror = await mirrorWith(name, Array(20).fill(answer));
    const { host, slept } = hurried(t.host);
    const error = await findTrivy(wish(mirror.url), host).catch((reason) => reason);
    expect(CODES[name]).toContain(error.code);
    expect([error.message, error.advice]).toEqual([
      expect.stringMatching(/^[^\n]+$/),
      expect.stringMatching(/^[^\n]+$/),
    ]);
    expect(mirror.requests.filter((path) => path.endsWith(name))).toHaveLength(Math.max(1, attempts));
    expect(slept.reduce((sum, ms) => sum + ms, 0)).toBeLessThan(20_000);
    expect(await filesIn(t.toolCache)).toEqual([]);
    expect(await readdir(t.temp).catch(() => [])).toEqual([]);
  });

  test.each(ENDLESS_FAULTS)('gives up in time on $name', async ({ answer }) => {
    await using t = await testHost();
    await using mirror = await mirrorWith(name, Array(20).fill(answer));
    const search = findTrivy(wish(mirror.url, { timeoutMs: 250 }), hurried(t.host).host);
    const error = await search.catch((reason) => reason);
    expect(CODES[name]).toContain(error.code);
    expect(await readdir(t.temp).catch(() => [])).toEqual([]);
  });
});

describe('a mirror that cannot be reached', () => {
  test.each([
    ['has no name', async () => 'http://mirror.invalid/releases'],
    ['refuses connections', closedServer],
    ['has no TLS', async () => (await closedServer()).replace('http:', 'https:')],
  ])('because it %s', async (_name, url) => {
    await using t = await testHost();
    const { host } = hurried(t.host);
    const exact = wish(await url(), { version: '0.74.0' });
    await expect(findTrivy(exact, host)).rejects.toMatchObject({ code: 'trivy-download', kind: 'verify' });
    await expect(findTrivy({ ...exact, version: '^0.76.0' }, host)).rejects.toMatchObject({
      code: 'trivy-release-list',
    });
    expect(await readdir(t.temp).catch(() => [])).toEqual([]);
  });
});

test.each([CHECKSUMS, BUNDLE])('a file without end in the place of %s is not read for ever', async (name) => {
  await using t = await testHost();
  const endless: Answer = (_request, response) => {
    response.writeHead(200);
    const more = (): void => {
      while (!response.destroyed && response.write(Buffer.alloc(65_536)));
    };
    response.on('drain', more);
    more();
  };
  await using mirror = await mirrorWith(name, [endless]);
  const error = await findTrivy(wish(mirror.url), t.host).catch((reason) => reason);
  expect(error).toMatchObject({ code: 'trivy-download', message: expect.stringMatching(/larger than 1048576 bytes/) });
});
