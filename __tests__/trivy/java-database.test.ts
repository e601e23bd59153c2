import { cp, readdir, stat, truncate, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import type { Host } from '../../src/host/ports.ts';
import { sqliteFault } from '../../src/trivy/database/sqlite-file.ts';
import {
  forgetOldJavaDatabase,
  type JavaDatabaseSettings,
  prepareJavaDatabase,
} from '../../src/trivy/java-database.ts';
import { scanImage } from '../../src/trivy/scan.ts';
import { startDatabaseRegistry } from '../support/db-registry.ts';
import { javaArchive, makeJavaDatabase } from '../support/java-database.ts';
import { type TestHost, testHost } from '../support/test-host.ts';
import { CARELESS, imageOf, realTrivy, scanRequest } from './fixtures.ts';

const NOW = '2026-02-02T00:00:00Z';
const JAR = { bytes: javaArchive('one'), group: 'org.example', artifact: 'server', version: '1.2.3' };

function at(host: Host, time: string): Host {
  return { ...host, clock: { ...host.clock, now: () => new Date(time) } };
}

function settings(cacheDir: string, repository: string, more: Partial<JavaDatabaseSettings> = {}) {
  return {
    cacheDir,
    skipUpdate: false,
    repositories: [repository],
    workingDirectory: '/nowhere',
    timeoutMs: 60_000,
    ...more,
  };
}

async function registryWith(t: TestHost, nextUpdate = '2026-02-04T00:00:00Z') {
  const database = await makeJavaDatabase(join(t.folder, 'made'), JAR, nextUpdate);
  return startDatabaseRegistry(database, { kind: 'java-db' });
}

describe('the Java database', () => {
  test('comes when an image holds a Java archive, and Trivy knows it by then', async () => {
    await using t = await testHost();
    await using registry = await registryWith(t);
    const host = at(t.host, NOW);
    const request = await scanRequest(t.folder, imageOf({ path: 'app/server.jar', content: JAR.bytes }));
    const wish = settings(request.cacheDir, registry.repository);
    const fetchJavaDatabase = () => prepareJavaDatabase(wish, host);
    const scan = await scanImage(await realTrivy(), { ...request, fetchJavaDatabase }, host);
    expect(scan.languagePackages).toBe(1);
    expect(registry.layers()).toBe(1);
    const again = { ...request, fetchJavaDatabase, reportFile: join(t.folder, 'again.json') };
    expect((await scanImage(await realTrivy(), again, host)).languagePackages).toBe(1);
    expect(registry.layers()).toBe(1);
  });

  test('does not come for an image without one', async () => {
    await using t = await testHost();
    await using registry = await registryWith(t);
    const request = await scanRequest(t.folder, CARELESS);
    const fetchJavaDatabase = () => prepareJavaDatabase(settings(request.cacheDir, registry.repository), t.host);
    await scanImage(await realTrivy(), { ...request, fetchJavaDatabase }, t.host);
    expect(registry.requests).toEqual([]);
    expect(await readdir(request.cacheDir)).not.toContain('java-db');
  });

  test('that cannot be had is said as it is, and the scan is no scan', async () => {
    await using t = await testHost();
    const refuse = { status: 403, code: 'DENIED' };
    await using registry = await startDatabaseRegistry(await makeJavaDatabase(join(t.folder, 'made'), JAR, NOW), {
      kind: 'java-db',
      refuse,
    });
    const request = await scanRequest(t.folder, imageOf({ path: 'app/server.jar', content: JAR.bytes }));
    const fetchJavaDatabase = () => prepareJavaDatabase(settings(request.cacheDir, registry.repository), t.host);
    const scan = scanImage(await realTrivy(), { ...request, fetchJavaDatabase }, t.host);
    await expect(scan).rejects.toMatchObject({ code: 'database-denied', kind: 'verify' });
  });

  test('is not the advisory database', async () => {
    await using t = await testHost();
    const request = await scanRequest(t.folder, CARELESS);
    await using registry = await startDatabaseRegistry(join(request.cacheDir, 'db'));
    const search = prepareJavaDatabase(settings(request.cacheDir, registry.repository), t.host);
    await expect(search).rejects.toMatchObject({ code: 'database-artifact' });
  });

  test.each([
    ['current', '2026-02-02T00:00:00Z', async () => undefined, true],
    ['due', '2026-02-10T00:00:00Z', async () => undefined, true],
    ['long overdue', '2026-03-01T00:00:00Z', async () => undefined, false],
    ['cut', '2026-02-02T00:00:00Z', (folder: string) => truncate(join(folder, 'trivy-java.db'), 5000), false],
    [
      'without metadata',
      '2026-02-02T00:00:00Z',
      (folder: string) => writeFile(join(folder, 'metadata.json'), ''),
      false,
    ],
  ])('%s at %s', async (_name, now, damage, stays) => {
    await using t = await testHost();
    const cacheDir = join(t.folder, 'cache');
    const made = await makeJavaDatabase(join(t.folder, 'made'), JAR, '2026-02-04T00:00:00Z');
    await cp(made, join(cacheDir, 'java-db'), { recursive: true });
    await damage(join(cacheDir, 'java-db'));
    await forgetOldJavaDatabase(settings(cacheDir, ''), at(t.host, now));
    const left = await stat(join(cacheDir, 'java-db')).catch(() => null);
    expect(left !== null).toBe(stays);
  });
});

describe('an SQLite file', () => {
  test('that is whole has no fault, and each cut one has', async () => {
    await using t = await testHost();
    const folder = await makeJavaDatabase(join(t.folder, 'made'), JAR, NOW);
    const bytes = Buffer.from(await t.host.files.readBytes(join(folder, 'trivy-java.db'), 1e6));
    expect(sqliteFault(bytes, bytes.length)).toBeNull();
    for (const size of [0, 1, 99, 100, 4095, 4096, bytes.length - 4096, bytes.length - 1]) {
      expect([size, sqliteFault(bytes.subarray(0, size), size)]).toEqual([size, expect.stringMatching(/./)]);
    }
    expect(sqliteFault(Buffer.alloc(4096, 'x'), 4096)).toBe('it is not an SQLite file');
  });
});
