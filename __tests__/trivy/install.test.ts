import { link, mkdir, readFile, rm, stat, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { buffer } from 'node:stream/consumers';
import { gzipSync } from 'node:zlib';
import { describe, expect, test } from '@jest/globals';
import { pack } from 'tar-stream';
import { sha256OfFile } from '../../scripts/lib/file-sum.ts';
import { findTrivy } from '../../src/trivy/install.ts';
import { answers, releaseArchive, startReleaseMirror } from '../support/release-mirror.ts';
import { type TestHost, testHost } from '../support/test-host.ts';
import { trivyBinary } from '../support/trivy-binary.ts';
import { filesIn, PINNED_BINARY, installRequest as request } from './fixtures.ts';

type Member = Parameters<ReturnType<typeof pack>['entry']>[0];

/** An archive with these members, and its sum. */
async function archive(t: TestHost, ...members: [Member, string][]): Promise<{ file: string; sha256: string }> {
  const tar = pack();
  for (const [header, content] of members) {
    tar.entry(header, content);
  }
  tar.finalize();
  const file = join(t.folder, 'archive.tar.gz');
  await writeFile(file, gzipSync(await buffer(tar)));
  return { file, sha256: await sha256OfFile(file) };
}

const scriptSaying = (version: string): string => `#!/bin/sh\necho "Version: ${version}"\n`;

/** Runs with a PATH that begins with one more folder. */
async function withPath<T>(folder: string, work: () => Promise<T>): Promise<T> {
  const before = process.env['PATH'];
  process.env['PATH'] = `${folder}:${before}`;
  try {
    return await work();
  } finally {
    process.env['PATH'] = before;
  }
}

describe('a Trivy from its release', () => {
  test('is downloaded, verified, unpacked, kept and found again without the network', async () => {
    await using t = await testHost();
    const { file, sha256 } = await releaseArchive();
    await using mirror = await startReleaseMirror(file);
    const wish = request({ downloadUrl: `${mirror.url}/`, archiveSha256: sha256.toUpperCase() });
    const first = await findTrivy(wish, t.host);
    expect(first).toMatchObject({ version: '0.74.0', sha256: PINNED_BINARY });
    expect(first.source).toBe(`${mirror.url}/v0.74.0/trivy_0.74.0_Linux-64bit.tar.gz, SHA-256 of the archive as given`);
    const second = await findTrivy(wish, t.host);
    expect(second).toMatchObject({ version: '0.74.0', sha256: PINNED_BINARY });
    expect(second.source).toBe('tool cache, SHA-256 of the archive as given');
    expect(mirror.requests).toEqual(['/releases/v0.74.0/trivy_0.74.0_Linux-64bit.tar.gz']);
  });

  test('repacked without the user saying so is refused, and gone', async () => {
    await using t = await testHost();
    const { file } = await releaseArchive();
    await using mirror = await startReleaseMirror(file);
    await expect(findTrivy(request({ downloadUrl: mirror.url }), t.host)).rejects.toMatchObject({
      code: 'trivy-checksum',
      kind: 'verify',
    });
    expect(await filesIn(t.folder)).toEqual([]);
  });

  test.each([
    ['404', [answers.status(404)], /answered 404/],
    ['403', [answers.status(403)], /answered 403/],
    ['redirects without end', Array(9).fill(answers.redirectToItself), /answered 302/],
  ])('%s is one clear error', async (_name, faults, message) => {
    await using t = await testHost();
    await using mirror = await startReleaseMirror('/dev/null', faults);
    const error = await findTrivy(request({ downloadUrl: mirror.url }), t.host).catch((reason) => reason);
    expect(error).toMatchObject({ code: 'trivy-download', kind: 'verify', message: expect.stringMatching(message) });
    expect(await filesIn(t.folder)).toEqual([]);
  });

  test('a download cut short, or 500 and then a whole one, works in the end', async () => {
    await using t = await testHost();
    const { file, sha256 } = await archive(t, [{ name: 'trivy', mode: 0o755 }, scriptSaying('0.74.0')]);
    await using mirror = await startReleaseMirror(file, [answers.cut, answers.status(500, { 'retry-after': '0' })]);
    const found = await findTrivy(request({ downloadUrl: mirror.url, archiveSha256: sha256 }), t.host);
    expect(found.version).toBe('0.74.0');
    expect(mirror.requests).toHaveLength(3);
  });

  test('a file that only seems whole is refused', async () => {
    await using t = await testHost();
    const { file, sha256 } = await archive(t, [{ name: 'trivy' }, scriptSaying('0.74.0')]);
    const half = (await readFile(file)).subarray(0, 60);
    await rm(file);
    await using mirror = await startReleaseMirror(file, [answers.bytes(half)]);
    const wish = request({ downloadUrl: mirror.url, archiveSha256: sha256 });
    await expect(findTrivy(wish, t.host)).rejects.toMatchObject({ code: 'trivy-checksum' });
    expect(await filesIn(t.folder)).toEqual([]);
  });

  test('a mirror that drips ends in time', async () => {
    await using t = await testHost();
    await using mirror = await startReleaseMirror('/dev/null', [answers.drip]);
    const wish = request({ downloadUrl: mirror.url, timeoutMs: 300 });
    await expect(findTrivy(wish, t.host)).rejects.toMatchObject({ code: 'trivy-download' });
  });
});

/** Five installs at once in a process of its own; prints their sums, paths and how many came from the cache. */
const INSTALLER = `
  import { createNodeHost } from ${JSON.stringify(join(import.meta.dirname, '../../src/host/node-host.ts'))};
  import { findTrivy } from ${JSON.stringify(join(import.meta.dirname, '../../src/trivy/install.ts'))};
  const [toolCacheFolder, tempRoot, request] = process.argv.slice(1);
  const quiet = () => {};
  const log = { debug: quiet, info: quiet, notice: quiet, warning: console.error, error: console.error };
  const { host, dispose } = createNodeHost({ toolCacheFolder, log, progress: { phase: (_, work) => work() }, tempRoot });
  const found = await Promise.all(Array.from({ length: 5 }, () => findTrivy(JSON.parse(request), host)));
  console.log(JSON.stringify(found.map(({ sha256 }) => sha256)));
  await dispose();`;

test('forty runs at once, in eight processes on one tool cache, all get one good binary', async () => {
  await using t = await testHost();
  const { file, sha256 } = await archive(t, [{ name: 'trivy' }, scriptSaying('0.74.0')]);
  await using mirror = await startReleaseMirror(file);
  const wish = JSON.stringify(request({ downloadUrl: mirror.url, archiveSha256: sha256 }));
  const args = ['--input-type=module', '-e', INSTALLER, t.toolCache, t.temp, wish];
  const options = { env: { PATH: process.env['PATH'] ?? '' }, timeoutMs: 60_000 };
  const runs = await Promise.all(Array.from({ length: 8 }, () => t.host.exec.run(process.execPath, args, options)));
  expect(runs.map(({ exitCode, stderr }) => [exitCode, stderr])).toEqual(Array(8).fill([0, '']));
  const sums: string[] = runs.flatMap(({ stdout }) => JSON.parse(stdout));
  expect([sums.length, new Set(sums).size]).toEqual([40, 1]);
  expect(await filesIn(t.toolCache)).toHaveLength(2);
  expect(await filesIn(t.temp)).toEqual([]);
  const last = await findTrivy(JSON.parse(wish), t.host);
  expect(last).toMatchObject({ sha256: sums[0], source: 'tool cache, SHA-256 of the archive as given' });
});

describe('an archive', () => {
  test.each<[string, [Member, string][], RegExp]>([
    ['without the executable', [[{ name: 'README.md' }, 'x']], /holds no file trivy/],
    [
      'with a link in its place',
      [[{ name: 'trivy', type: 'symlink', linkname: '/bin/sh' }, '']],
      /holds no file trivy/,
    ],
    ['with a path that climbs', [[{ name: '../../trivy' }, scriptSaying('0.74.0')]], /holds no file trivy/],
    [
      'with two of them',
      [
        [{ name: 'trivy' }, scriptSaying('0.74.0')],
        [{ name: 'trivy' }, 'x'],
      ],
      /twice/,
    ],
  ])('%s cannot be used', async (_name, members, message) => {
    await using t = await testHost();
    const { file, sha256 } = await archive(t, ...members);
    await using mirror = await startReleaseMirror(file);
    const wish = request({ downloadUrl: mirror.url, archiveSha256: sha256 });
    await expect(findTrivy(wish, t.host)).rejects.toMatchObject({
      code: 'trivy-archive',
      message: expect.stringMatching(message),
    });
    expect(await filesIn(t.toolCache)).toEqual([]);
  });

  test.each([
    ['no archive at all', Buffer.from('<html>not found</html>')],
    ['one that ends too early', gzipSync(Buffer.alloc(5000)).subarray(0, 30)],
  ])('%s cannot be used', async (_name, bytes) => {
    await using t = await testHost();
    const file = join(t.folder, 'archive.tar.gz');
    await writeFile(file, bytes);
    await using mirror = await startReleaseMirror(file);
    const wish = request({ downloadUrl: mirror.url, archiveSha256: await sha256OfFile(file) });
    await expect(findTrivy(wish, t.host)).rejects.toMatchObject({ code: 'trivy-archive' });
  });

  test('of another version is refused', async () => {
    await using t = await testHost();
    const { file, sha256 } = await archive(t, [{ name: 'trivy' }, scriptSaying('0.73.0')]);
    await using mirror = await startReleaseMirror(file);
    const wish = request({ downloadUrl: mirror.url, archiveSha256: sha256 });
    await expect(findTrivy(wish, t.host)).rejects.toMatchObject({ code: 'trivy-other-version' });
  });
});

describe('a Trivy in the tool cache', () => {
  async function place(t: TestHost): Promise<string> {
    const folder = join(t.folder, 'seed');
    await mkdir(folder, { recursive: true });
    await link(await trivyBinary(), join(folder, 'trivy'));
    return join(await t.host.toolCache.add(folder, 'image-gate-trivy', '0.74.0'), 'trivy');
  }

  test('is used when it is the pinned one, with no request', async () => {
    await using t = await testHost();
    const path = await place(t);
    expect(await findTrivy(request({}), t.host)).toEqual({
      path,
      version: '0.74.0',
      sha256: PINNED_BINARY,
      source: 'tool cache, SHA-256 of the executable as pinned',
    });
  });

  test('is removed when it was changed, and never run', async () => {
    await using t = await testHost();
    const path = await place(t);
    const proof = join(t.folder, 'was-run');
    await rm(path);
    await writeFile(path, `#!/bin/sh\ntouch ${proof}\necho Version: 0.74.0\n`, { mode: 0o755 });
    await using mirror = await startReleaseMirror('/dev/null', [answers.status(404)]);
    await expect(findTrivy(request({ downloadUrl: mirror.url }), t.host)).rejects.toMatchObject({
      code: 'trivy-download',
    });
    expect(await stat(path).catch(() => null)).toBeNull();
    expect(await stat(proof).catch(() => null)).toBeNull();
    expect(t.messages.join('\n')).toMatch(/warning: Removed .* from the tool cache/);
  });
});

describe('a Trivy on the PATH', () => {
  test('is used when its bytes are the pinned ones', async () => {
    await using t = await testHost();
    const bin = join(t.folder, 'bin');
    await mkdir(bin);
    await symlink(await trivyBinary(), join(bin, 'trivy'));
    const found = await withPath(bin, () => findTrivy(request({}), t.host));
    expect(found).toMatchObject({ path: join(bin, 'trivy'), sha256: PINNED_BINARY, version: '0.74.0' });
  });

  test('is passed over otherwise, and never run', async () => {
    await using t = await testHost();
    const bin = join(t.folder, 'bin');
    const proof = join(t.folder, 'was-run');
    await mkdir(bin);
    await writeFile(join(bin, 'trivy'), `#!/bin/sh\ntouch ${proof}\necho Version: 0.74.0\n`, { mode: 0o755 });
    await using mirror = await startReleaseMirror('/dev/null', [answers.status(404)]);
    const search = withPath(bin, () => findTrivy(request({ downloadUrl: mirror.url }), t.host));
    await expect(search).rejects.toMatchObject({ code: 'trivy-download' });
    expect(await stat(proof).catch(() => null)).toBeNull();
    expect(t.messages.join('\n')).toContain(`debug: Passed over ${join(bin, 'trivy')}`);
  });
});
