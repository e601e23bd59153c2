import { cp, readdir, readFile, rm, stat, truncate, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { assessScan } from '../../src/trivy/assess-scan.ts';
import { type ScanRequest, scanImage } from '../../src/trivy/scan.ts';
import { buildOciLayout } from '../support/image-builder/index.ts';
import { type TestHost, testHost } from '../support/test-host.ts';
import {
  CARELESS,
  FAKE_TOKEN,
  imageOf,
  LODASH,
  OPENSSL,
  osRelease,
  realTrivy,
  scanRequest,
  scriptAsTrivy,
} from './fixtures.ts';

describe('a scan with the real Trivy', () => {
  test('finds advisories, secrets and licences, and keeps no secret value', async () => {
    await using t = await testHost();
    const request = await scanRequest(t.folder, CARELESS, { scanners: ['vuln', 'secret', 'license'] });
    const scan = await scanImage(await realTrivy(), request, t.host);
    expect(scan).toMatchObject({
      trivyVersion: '0.74.0',
      os: { family: 'alpine', name: '3.23.0', endOfLife: expect.any(Boolean) },
      osVersionKnown: true,
      platform: 'linux/amd64',
      osPackages: 1,
      languagePackages: 1,
    });
    expect(scan.advisories).toContainEqual(
      expect.objectContaining({
        id: 'CVE-2021-23337',
        severity: 'high',
        package: 'lodash',
        purl: 'pkg:npm/lodash@4.17.20',
        installed: '4.17.20',
        fixed: '4.17.21',
        status: 'fixed',
        kind: 'language',
        path: 'app/node_modules/lodash/package.json',
      }),
    );
    const ssl = scan.advisories.find(({ id }) => id === 'CVE-2025-15467');
    expect(ssl).toMatchObject({ package: 'libssl3', kind: 'os', path: null, fixed: '3.5.5-r0' });
    const [base, app] = JSON.parse(await readFile(request.reportFile, 'utf8')).Metadata.DiffIDs;
    expect(ssl?.layer).toBe(base);
    expect(scan.secrets).toEqual([
      expect.objectContaining({
        rule: 'github-pat',
        severity: 'critical',
        path: '/app/secret.txt',
        startLine: 2,
        layer: app,
      }),
      expect.objectContaining({ rule: 'github-pat', severity: 'critical', path: null, layer: null }),
    ]);
    expect(scan.licenses).toEqual([
      expect.objectContaining({
        name: 'AGPL-3.0-only',
        category: 'forbidden',
        severity: 'critical',
        package: 'lodash',
      }),
    ]);
    expect(JSON.stringify(scan)).not.toContain(FAKE_TOKEN);
    expect(t.messages.join('\n')).not.toContain(FAKE_TOKEN);
    expect(assessScan(scan, request.scanners, 'linux/amd64')).toEqual([]);
    // Nothing stays behind: Trivy's own files went into the workspace.
    expect(await readdir(t.temp)).toEqual([]);
  });

  test.each([
    ['a distribution that Trivy does not know', [...osRelease('1', 'foonix'), OPENSSL], ['scan-unknown-os']],
    ['a version that nobody has heard of', [...osRelease('3.99.0'), OPENSSL], ['scan-unknown-os-version']],
    ['a distribution without its package database', osRelease('3.23.0'), ['scan-no-os-packages']],
    ['a version past its end of life', [...osRelease('3.18.0'), OPENSSL], []],
    ['nothing that Trivy recognises', [{ path: 'server', content: 'x' }], ['scan-nothing-recognised']],
    ['no distribution but a package', [LODASH], []],
  ])('%s', async (_name, files, expected) => {
    await using t = await testHost();
    const request = await scanRequest(t.folder, imageOf(...files));
    const scan = await scanImage(await realTrivy(), request, t.host);
    expect(assessScan(scan, ['vuln'], 'linux/amd64').map(({ code }) => code)).toEqual(expected);
    expect(assessScan(scan, ['secret'], 'linux/amd64')).toEqual([]);
  });

  test('an image of another platform is an error', async () => {
    await using t = await testHost();
    const request = await scanRequest(t.folder, { ...CARELESS, platform: 'linux/arm64/v8' });
    await expect(scanImage(await realTrivy(), request, t.host)).rejects.toMatchObject({ code: 'scan-platform' });
    const same = { ...request, expectedPlatform: 'linux/arm64' };
    expect((await scanImage(await realTrivy(), same, t.host)).platform).toBe('linux/arm64/v8');
  });

  /** A scan cache in which every layer of the image was found to be empty. */
  async function poisonedCache(t: TestHost, request: ScanRequest): Promise<string> {
    const clean = join(t.folder, 'clean');
    await buildOciLayout({ tag: null, ...CARELESS }, clean);
    const cacheDir = join(t.folder, 'poisoned');
    await cp(join(request.cacheDir, 'db'), join(cacheDir, 'db'), { recursive: true });
    const args = ['image', `--input=${clean}`, `--cache-dir=${cacheDir}`, '--skip-db-update', '--offline-scan', '-q'];
    const hiding = [...args, '--skip-dirs=/app', '--skip-files=/lib/apk/db/installed', '--scanners=vuln,secret'];
    const { path } = await realTrivy();
    await t.host.exec.run(path, hiding, { cwd: t.folder, env: { HOME: t.folder }, timeoutMs: 60_000 });
    return join(cacheDir, 'fanal');
  }

  test.each(['restored', 'changed'])('a scan cache that was %s by somebody else is not believed', async (how) => {
    await using t = await testHost();
    const request = await scanRequest(t.folder, CARELESS);
    const first = await scanImage(await realTrivy(), request, t.host);
    const fanal = join(request.cacheDir, 'fanal');
    if (how === 'restored') {
      await cp(fanal, join(t.folder, 'saved'), { recursive: true, preserveTimestamps: true });
      await rm(fanal, { recursive: true });
      await cp(join(t.folder, 'saved'), fanal, { recursive: true, preserveTimestamps: true });
    } else {
      await cp(join(await poisonedCache(t, request), 'fanal.db'), join(fanal, 'fanal.db'));
    }
    const again = { ...request, reportFile: join(t.folder, 'again.json') };
    expect((await scanImage(await realTrivy(), again, t.host)).advisories).toEqual(first.advisories);
    expect(t.messages.join('\n')).toContain('it is not as the last run has left it');
  });

  test('a scan cache of our own is kept', async () => {
    await using t = await testHost();
    const request = await scanRequest(t.folder, CARELESS);
    const first = await scanImage(await realTrivy(), request, t.host);
    const again = { ...request, reportFile: join(t.folder, 'again.json') };
    expect(await scanImage(await realTrivy(), again, t.host)).toEqual(first);
    expect(t.messages.join('\n')).not.toContain('Removed the scan cache');
  });

  test('a scan cache that somebody else holds is done without', async () => {
    await using t = await testHost();
    const request = await scanRequest(t.folder, CARELESS);
    await scanImage(await realTrivy(), request, t.host);
    const held = Promise.withResolvers<void>();
    const holder = t.host.exec.run(
      'flock',
      ['--exclusive', join(request.cacheDir, 'fanal', 'fanal.db'), 'sh', '-c', 'echo held >&2; exec sleep 60'],
      { env: {}, timeoutMs: 60_000, onStderrLine: () => held.resolve() },
    );
    await held.promise;
    const scan = await scanImage(await realTrivy(), request, t.host);
    expect(scan.advisories.length).toBeGreaterThan(2);
    expect(t.messages.join('\n')).toContain('The scan cache is in use by another process; scanning without it.');
    await t[Symbol.asyncDispose]();
    await holder;
  });

  test.each([
    [
      'no database',
      'trivy-database-missing',
      async (cacheDir: string) => {
        await truncate(join(cacheDir, 'db', 'metadata.json'));
      },
    ],
    [
      'a damaged database',
      'trivy-database-corrupt',
      async (cacheDir: string) => {
        await writeFile(join(cacheDir, 'db', 'trivy.db'), 'not a database'.repeat(1000));
      },
    ],
  ])('%s', async (_name, code, damage) => {
    await using t = await testHost();
    const request = await scanRequest(t.folder, CARELESS);
    await damage(request.cacheDir);
    await expect(scanImage(await realTrivy(), request, t.host)).rejects.toMatchObject({ code });
  });

  test('secrets need no database', async () => {
    await using t = await testHost();
    const request = await scanRequest(t.folder, CARELESS, { scanners: ['secret'], cacheDir: join(t.folder, 'empty') });
    const scan = await scanImage(await realTrivy(), request, t.host);
    expect(scan.secrets).toHaveLength(2);
    expect(scan.advisories).toEqual([]);
  });

  test('a Java archive without the Java database', async () => {
    await using t = await testHost();
    // The end of an empty zip file (APPNOTE.TXT, 4.3.16).
    const jar = Buffer.concat([Buffer.from('PK\x05\x06'), Buffer.alloc(18)]);
    const request = await scanRequest(t.folder, imageOf({ path: 'app/a.jar', content: jar }));
    await expect(scanImage(await realTrivy(), request, t.host)).rejects.toMatchObject({ code: 'trivy-java-database' });
  });

  test('a layer that is damaged', async () => {
    await using t = await testHost();
    const request = await scanRequest(t.folder, CARELESS);
    const blobs = join(request.input, 'blobs', 'sha256');
    for (const name of await readdir(blobs)) {
      const path = join(blobs, name);
      if ((await readFile(path))[0] === 0x1f) {
        await truncate(path, (await stat(path)).size - 20);
      }
    }
    await expect(scanImage(await realTrivy(), request, t.host)).rejects.toMatchObject({ code: 'trivy-image-damaged' });
  });

  test('no image', async () => {
    await using t = await testHost();
    const request = { ...(await scanRequest(t.folder, CARELESS)), input: join(t.folder, 'none') };
    await expect(scanImage(await realTrivy(), request, t.host)).rejects.toMatchObject({
      code: 'trivy-image-not-found',
    });
  });
});

describe('a program that is not Trivy, or a broken one', () => {
  const REPORT = 'for a in "$@"; do case "$a" in --output=*) out="${a#--output=}";; esac; done;';

  test.each([
    ['does nothing', 'exit 0', 'trivy-no-report', 60_000],
    ['writes an empty report', `${REPORT} : > "$out"`, 'trivy-no-report', 60_000],
    ['writes half a report', `${REPORT} printf '{"SchemaVersion": 2, "Resu' > "$out"`, 'trivy-report-json', 60_000],
    ['writes another report', `${REPORT} printf '{"SchemaVersion": 3}' > "$out"`, 'trivy-report-schema', 60_000],
    [
      'writes a report of something else',
      `${REPORT} printf '{"SchemaVersion": 2}' > "$out"`,
      'trivy-report-shape',
      60_000,
    ],
    ['crashes', 'echo "panic: runtime error: index out of range" >&2; exit 2', 'trivy-crash', 60_000],
    ['is killed', 'kill -KILL $$', 'trivy-killed', 60_000],
    ['takes too long', 'sleep 60', 'trivy-timeout', 300],
    ['fails without a word', 'exit 1', 'trivy-unknown', 60_000],
    ['has no space', 'echo "write /tmp/x: no space left on device" >&2; exit 1', 'trivy-no-space', 60_000],
  ])('%s', async (_name, body, code, timeoutMs) => {
    await using t = await testHost();
    const request = await scanRequest(t.folder, CARELESS, { timeoutMs });
    // An older report must not be taken for the one of this run.
    await writeFile(request.reportFile, '{"SchemaVersion": 2, "old": true}');
    const trivy = await scriptAsTrivy(t.folder, body);
    await expect(scanImage(trivy, request, t.host)).rejects.toMatchObject({ code, advice: expect.stringMatching(/./) });
  });

  test('keeps command, exit code and last lines for the details', async () => {
    await using t = await testHost();
    const trivy = await scriptAsTrivy(t.folder, 'seq 1 1000 >&2; exit 5');
    const error = await scanImage(trivy, await scanRequest(t.folder, CARELESS), t.host).catch((reason) => reason);
    expect(error.detail).toContain(`$ ${trivy.path} image --input=`);
    expect(error.detail).toMatch(/\nexit code 5\n961\n/);
    expect(error.detail).toMatch(/\n1000$/);
    expect(error.message).not.toContain('\n');
  });

  test('is not there', async () => {
    await using t = await testHost();
    const trivy = { path: join(t.folder, 'none'), version: '0.74.0', sha256: '', source: '' };
    const request = await scanRequest(t.folder, CARELESS);
    await expect(scanImage(trivy, request, t.host)).rejects.toMatchObject({ code: 'trivy-start' });
  });
});
