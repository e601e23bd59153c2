import { readdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { sha256OfFile } from '../../scripts/lib/file-sum.ts';
import { findTrivy, type InstallRequest } from '../../src/trivy/install.ts';
import { packArchive, startReleaseMirror } from '../support/release-mirror.ts';
import { releaseSigning, type Signing, type Sigstore, startSigstore } from '../support/sigstore.ts';
import { type TestHost, testHost } from '../support/test-host.ts';
import { filesIn, installRequest, scriptAsTrivy } from './fixtures.ts';

const VERSION = '0.76.2';
const ASSET = `trivy_${VERSION}_Linux-64bit.tar.gz`;
const CHECKSUMS = `trivy_${VERSION}_checksums.txt`;
const BUNDLE = `${CHECKSUMS}.sigstore.json`;

let sigstore: Sigstore;
beforeAll(async () => {
  sigstore = await startSigstore(new Date());
});
afterAll(async () => {
  await sigstore[Symbol.asyncDispose]();
});

interface Release {
  readonly archive: string;
  readonly checksums: string;
  readonly request: InstallRequest;
}

/** A release that the gate does not pin, and the wish for it. */
async function release(t: TestHost): Promise<Release> {
  const { path } = await scriptAsTrivy(t.folder, `echo "Version: ${VERSION}"`);
  const archive = join(t.folder, ASSET);
  await packArchive(path, archive);
  const checksums = `${'0'.repeat(64)}  trivy_${VERSION}_Linux-ARM64.tar.gz\n${await sha256OfFile(archive)}  ${ASSET}\n`;
  const trustedRootFile = join(t.folder, 'trusted_root.json');
  await writeFile(trustedRootFile, sigstore.trustedRoot);
  return { archive, checksums, request: installRequest({ version: VERSION, trustedRootFile }) };
}

function sign(text: string, more: Partial<Signing> = {}): Promise<string> {
  return sigstore.sign(Buffer.from(text), { ...releaseSigning(VERSION), ...more });
}

describe('a release whose checksums are signed', () => {
  test('is installed, and proven again from the tool cache without a request', async () => {
    await using t = await testHost();
    const { archive, checksums, request } = await release(t);
    await using mirror = await startReleaseMirror(archive, [], {
      [CHECKSUMS]: checksums,
      [BUNDLE]: await sign(checksums),
    });
    const wish = { ...request, downloadUrl: mirror.url };
    const first = await findTrivy(wish, t.host);
    expect(first).toMatchObject({
      version: VERSION,
      source: expect.stringMatching(/SHA-256 of the archive as signed$/),
    });
    expect(mirror.requests).toHaveLength(3);
    const second = await findTrivy(wish, t.host);
    expect(second).toMatchObject({ version: VERSION, source: 'tool cache, SHA-256 of the archive as signed' });
    expect(mirror.requests).toHaveLength(3);
  });

  test.each([CHECKSUMS, BUNDLE, ASSET])('is fetched anew when %s was changed in the tool cache', async (name) => {
    await using t = await testHost();
    const { archive, checksums, request } = await release(t);
    await using mirror = await startReleaseMirror(archive, [], {
      [CHECKSUMS]: checksums,
      [BUNDLE]: await sign(checksums),
    });
    const wish = { ...request, downloadUrl: mirror.url };
    await findTrivy(wish, t.host);
    const folder = (await t.host.toolCache.find('image-gate-trivy-archive', `${VERSION}-signed`)) ?? '';
    await writeFile(join(folder, name), 'changed');
    expect((await findTrivy(wish, t.host)).source).toContain(mirror.url);
    expect(t.messages.join('\n')).toMatch(/warning: Removed .* from the tool cache/);
    expect(mirror.requests).toHaveLength(6);
  });
});

/** Everything that a mirror could put in the place of the signed checksums. */
const FORGERIES: readonly [string, string, (checksums: string) => Promise<Record<string, string>>][] = [
  [
    'a signature of other bytes',
    'trivy-signature',
    async (text) => ({ [CHECKSUMS]: text, [BUNDLE]: await sign(`${text}\n`) }),
  ],
  [
    'checksums changed after signing',
    'trivy-signature',
    async (text) => ({ [CHECKSUMS]: text.replace('0000', 'ffff'), [BUNDLE]: await sign(text) }),
  ],
  [
    'another repository',
    'trivy-signature',
    async (text) => ({
      [CHECKSUMS]: text,
      [BUNDLE]: await sign(text, { subject: releaseSigning(VERSION).subject.replace('aquasecurity', 'aquasecurlty') }),
    }),
  ],
  [
    'another workflow of the same repository',
    'trivy-signature',
    async (text) => ({
      [CHECKSUMS]: text,
      [BUNDLE]: await sign(text, { subject: releaseSigning(VERSION).subject.replace('reusable-release', 'test') }),
    }),
  ],
  [
    'the release of another version',
    'trivy-signature',
    async (text) => ({ [CHECKSUMS]: text, [BUNDLE]: await sign(text, releaseSigning('0.76.1')) }),
  ],
  [
    'a branch whose name begins with the tag',
    'trivy-signature',
    async (text) => ({ [CHECKSUMS]: text, [BUNDLE]: await sign(text, releaseSigning(`${VERSION}-evil`)) }),
  ],
  [
    'an identity that a regular expression would match',
    'trivy-signature',
    async (text) => ({
      [CHECKSUMS]: text,
      [BUNDLE]: await sign(text, { subject: releaseSigning(VERSION).subject.replaceAll('.', 'x') }),
    }),
  ],
  [
    'another issuer',
    'trivy-signature',
    async (text) => ({ [CHECKSUMS]: text, [BUNDLE]: await sign(text, { issuer: 'https://issuer.example' }) }),
  ],
  [
    'an attestation',
    'trivy-signature',
    async (text) => ({ [CHECKSUMS]: text, [BUNDLE]: await sign(text, { attest: true }) }),
  ],
  [
    'a bundle without its log entry',
    'trivy-signature',
    async (text) => {
      const bundle = JSON.parse(await sign(text));
      bundle.verificationMaterial.tlogEntries = [];
      return { [CHECKSUMS]: text, [BUNDLE]: JSON.stringify(bundle) };
    },
  ],
  [
    'a bundle whose log entry was changed',
    'trivy-signature',
    async (text) => {
      const bundle = JSON.parse(await sign(text));
      bundle.verificationMaterial.tlogEntries[0].integratedTime = '1700000000';
      return { [CHECKSUMS]: text, [BUNDLE]: JSON.stringify(bundle) };
    },
  ],
  ['a bundle that is none', 'trivy-signature', async (text) => ({ [CHECKSUMS]: text, [BUNDLE]: '<html>' })],
  ['an empty bundle', 'trivy-signature', async (text) => ({ [CHECKSUMS]: text, [BUNDLE]: '{}' })],
  ['no bundle', 'trivy-download', async (text) => ({ [CHECKSUMS]: text })],
  ['no checksums', 'trivy-download', async (text) => ({ [BUNDLE]: await sign(text) })],
  [
    'signed checksums without the archive',
    'trivy-checksums',
    async (text) => {
      const other = text.replace(ASSET, 'trivy.tar.gz');
      return { [CHECKSUMS]: other, [BUNDLE]: await sign(other) };
    },
  ],
  [
    'signed checksums of another archive',
    'trivy-checksum',
    async (text) => {
      const other = text.replace(/^[0-9a-f]{64}(?= {2}trivy_0\.76\.2_Linux-64bit)/m, 'ab'.repeat(32));
      return { [CHECKSUMS]: other, [BUNDLE]: await sign(other) };
    },
  ],
];

describe('refused, with nothing left', () => {
  test.each(FORGERIES)('%s: %s', async (_name, code, forge) => {
    await using t = await testHost();
    const { archive, checksums, request } = await release(t);
    await using mirror = await startReleaseMirror(archive, [], await forge(checksums));
    const error = await findTrivy({ ...request, downloadUrl: mirror.url }, t.host).catch((reason) => reason);
    expect(error).toMatchObject({ code, kind: 'verify', advice: expect.stringMatching(/./) });
    expect(error.message).not.toContain('\n');
    expect(await filesIn(t.temp)).toEqual([]);
    expect(await filesIn(t.toolCache)).toEqual([]);
    expect(await readdir(t.temp)).toEqual([]);
  });

  test('a signature that the public trust root does not know', async () => {
    await using t = await testHost();
    const { archive, checksums, request } = await release(t);
    const files = { [CHECKSUMS]: checksums, [BUNDLE]: await sign(checksums) };
    await using mirror = await startReleaseMirror(archive, [], files);
    const wish = { ...request, downloadUrl: mirror.url, trustedRootFile: null };
    await expect(findTrivy(wish, t.host)).rejects.toMatchObject({ code: 'trivy-signature' });
  });

  test('one signed later than the list of releases says', async () => {
    await using t = await testHost();
    const { archive, checksums, request } = await release(t);
    await using mirror = await startReleaseMirror(archive, [], {
      [CHECKSUMS]: checksums,
      [BUNDLE]: await sign(checksums),
      'releases.json': JSON.stringify([{ tag_name: `v${VERSION}`, published_at: '2020-01-01T00:00:00Z' }]),
    });
    const wish = { ...request, version: '0.76.x', downloadUrl: mirror.url };
    await expect(findTrivy(wish, t.host)).rejects.toMatchObject({ code: 'trivy-signature-young', kind: 'verify' });
    expect(await readdir(t.temp)).toEqual([]);
    expect(await findTrivy({ ...wish, minAgeMs: 0 }, t.host)).toMatchObject({ version: VERSION });
  });

  test('a trusted root that is not there is the mistake of who named it', async () => {
    await using t = await testHost();
    const { archive, checksums, request } = await release(t);
    const files = { [CHECKSUMS]: checksums, [BUNDLE]: await sign(checksums) };
    await using mirror = await startReleaseMirror(archive, [], files);
    await rm(request.trustedRootFile ?? '');
    const search = findTrivy({ ...request, downloadUrl: mirror.url }, t.host);
    await expect(search).rejects.toMatchObject({ code: 'trivy-trusted-root', kind: 'usage' });
  });
});
