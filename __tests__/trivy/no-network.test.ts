import { link, mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { arch } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { ROOT } from '../../scripts/lib/repository.ts';
import { prepareDatabase } from '../../src/trivy/database.ts';
import { startDatabaseRegistry } from '../support/db-registry.ts';
import { buildOciLayout } from '../support/image-builder/index.ts';
import { javaArchive, makeJavaDatabase } from '../support/java-database.ts';
import { type TestHost, testHost } from '../support/test-host.ts';
import { trivyBinary } from '../support/trivy-binary.ts';
import { CARELESS, cacheWithDatabase } from './fixtures.ts';

/** Namespaces are of Linux; a user other than root makes itself root of one of its own. */
const onLinux = process.platform === 'linux' ? describe : describe.skip;

/**
 * Runs in a network namespace in which there is nothing, not even loopback, and reads the kernel's own count of what
 * was tried: every attempt to connect or to send over IPv4, name resolution included, counts at least as one without a
 * route (RFC 4293). IPv6 alone is not counted, but nobody uses it without a name.
 */
async function withoutNetwork(t: TestHost, program: string, args: readonly string[], env: Record<string, string> = {}) {
  const counters = join(t.folder, 'counters');
  const script = `"$@"; code=$?; cat /proc/net/snmp > ${counters}; exit $code`;
  const unshare = process.getuid?.() === 0 ? ['--net'] : ['--map-root-user', '--net'];
  const { exitCode, stdout, stderr } = await t.host.exec.run(
    'unshare',
    [...unshare, 'sh', '-c', script, 'sh', program, ...args],
    { env: { PATH: process.env['PATH'] ?? '', HOME: t.folder, ...env }, timeoutMs: 60_000, cwd: t.folder },
  );
  return { exitCode, stdout, stderr, attempts: attempts(await readFile(counters, 'utf8')) };
}

/** Names of counters of traffic that are not zero. */
function attempts(snmp: string): string[] {
  const lines = snmp.trim().split('\n');
  return lines.flatMap((line, index) => {
    if (index % 2 === 1) return [];
    const [protocol = '', ...names] = line.split(' ');
    const [, ...values] = (lines[index + 1] ?? '').split(' ');
    const traffic = /^(OutRequests|OutNoRoutes|OutDiscards|ActiveOpens|AttemptFails|OutSegs|OutDatagrams|OutMsgs)$/;
    return names.filter((name, at) => traffic.test(name) && values[at] !== '0').map((name) => `${protocol}${name}`);
  });
}

onLinux('the count of attempts', () => {
  test.each([
    ['a connection', "require('net').connect(80, '192.0.2.1').on('error', () => {})"],
    ['one to this machine', "require('net').connect(80, '127.0.0.1').on('error', () => {})"],
    ['a name', "require('dns').lookup('example.com', () => {})"],
    ['a datagram', "const s = require('dgram').createSocket('udp4'); s.send('x', 53, '192.0.2.1', () => s.close())"],
  ])('sees %s', async (_name, code) => {
    await using t = await testHost();
    const { attempts: seen } = await withoutNetwork(t, process.execPath, ['-e', code]);
    expect(seen).toEqual(['Ip:OutNoRoutes']);
  });

  test('sees nothing where nothing is tried', async () => {
    await using t = await testHost();
    expect((await withoutNetwork(t, process.execPath, ['-e', '0'])).attempts).toEqual([]);
  });
});

interface Named {
  readonly id: string;
}

onLinux('a run with the network cut off', () => {
  /** The command with a verified Trivy in its tool cache, as an earlier run has left it. */
  async function check(t: TestHost, args: readonly string[]) {
    const bin = join(t.folder, 'bin');
    await mkdir(bin);
    await link(await trivyBinary(), join(bin, 'trivy'));
    const place = join(t.folder, 'xdg', 'image-gate', 'tools', 'image-gate-trivy', '0.74.0', arch());
    await mkdir(place, { recursive: true });
    await rm(place, { recursive: true });
    await t.host.files.rename(bin, place);
    await writeFile(`${place}.complete`, '');
    await buildOciLayout({ tag: null, ...CARELESS }, join(t.folder, 'image'));
    const command = [join(ROOT, 'src', 'cli.ts'), 'check', '--image', 'oci:image', '--max-db-age', 'none', '--quiet'];
    const all = [...command, '--format', 'json', '--profile', 'container', ...args];
    return withoutNetwork(t, process.execPath, all, { XDG_CACHE_HOME: join(t.folder, 'xdg') });
  }

  test('works from the tool cache and a database that is there', async () => {
    await using t = await testHost();
    const cacheDir = await cacheWithDatabase(t.folder);
    const result = await check(t, ['--skip-db-update', '--trivy-cache-dir', cacheDir]);
    const report = JSON.parse(result.stdout);
    expect(result.attempts).toEqual([]);
    expect(report.trivy).toMatchObject({ version: '0.74.0', source: expect.stringMatching(/^tool cache/) });
    expect(report.subjects[0].findings.map(({ id }: Named) => id)).toContain('CVE-2021-23337');
  });

  test('works from an OCI layout that was carried there', async () => {
    await using t = await testHost();
    await using registry = await startDatabaseRegistry(join(await cacheWithDatabase(t.folder), 'db'));
    const settings = { skipUpdate: false, maxAgeMs: null, workingDirectory: t.folder, timeoutMs: 60_000 };
    const cacheDir = join(t.folder, 'elsewhere');
    await prepareDatabase({ ...settings, cacheDir, repositories: [registry.repository] }, t.host);
    const result = await check(t, [
      '--db-repository',
      `oci:${join(cacheDir, 'bundle')}`,
      '--trivy-cache-dir',
      join(t.folder, 'new'),
    ]);
    const report = JSON.parse(result.stdout);
    expect(result.attempts).toEqual([]);
    expect(report.subjects[0].findings.map(({ id }: Named) => id)).toContain('CVE-2021-23337');
    expect(report.trivy.database.source).toMatch(/^oci:.*bundle@sha256:[0-9a-f]{64}$/);
  });

  test('of Trivy itself tries nothing, even for a Java archive that nobody knows', async () => {
    await using t = await testHost();
    const cacheDir = await cacheWithDatabase(t.folder);
    const known = { bytes: javaArchive('known'), group: 'org.example', artifact: 'known', version: '1' };
    await makeJavaDatabase(join(cacheDir, 'java-db'), known, '2999-01-01T00:00:00Z');
    await buildOciLayout(
      { tag: null, steps: [{ createdBy: 'COPY', files: [{ path: 'app/other.jar', content: javaArchive('other') }] }] },
      join(t.folder, 'jar'),
    );
    const { scanArgs } = await import('../../src/trivy/scan-args.ts');
    const workspace = { cwd: t.folder, configFile: '/dev/null', ignoreFile: '/dev/null', env: {} };
    const secretConfigFile = join(t.folder, 'secret.yaml');
    await writeFile(secretConfigFile, '{}\n');
    const args = scanArgs(
      {
        input: join(t.folder, 'jar'),
        reportFile: join(t.folder, 'report.json'),
        scanners: ['vuln', 'secret', 'license'],
        cacheDir,
      },
      { ...workspace, secretConfigFile },
      'fs',
    );
    const result = await withoutNetwork(t, await trivyBinary(), args);
    expect([result.exitCode, result.attempts]).toEqual([0, []]);
  });

  test('and nothing in the cache says so in one line', async () => {
    await using t = await testHost();
    const result = await check(t, ['--trivy-cache-dir', join(t.folder, 'new'), '--timeout', '5s']);
    expect(result.exitCode).toBe(3);
    expect(JSON.parse(result.stdout).errors).toContainEqual(
      expect.objectContaining({
        code: 'database-download',
        message: expect.stringMatching(/^The advisory database could not be had: [^\n]*(EAI_AGAIN|ENOTFOUND)/),
      }),
    );
    expect(result.attempts).toEqual(['Ip:OutNoRoutes']);
  });
});
