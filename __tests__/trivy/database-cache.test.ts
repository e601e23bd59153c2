import { cp, mkdir, readdir, readFile, rm, truncate, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import type { Host } from '../../src/host/ports.ts';
import { type DatabaseSettings, prepareDatabase } from '../../src/trivy/database.ts';
import { type DatabaseRegistry, startDatabaseRegistry } from '../support/db-registry.ts';
import { type TestHost, testHost } from '../support/test-host.ts';
import { cacheWithDatabase } from './fixtures.ts';

const HOUR = 60 * 60 * 1000;
/** As `examples/trivy-db/db/metadata.json` has it; the next one was due a day later. */
const MADE = '2026-02-01T00:00:00Z';
const SOON = '2026-02-01T12:00:00Z';
const LATER = '2026-02-02T12:00:00Z';

function settings(t: TestHost, registry: Pick<DatabaseRegistry, 'repository'>, more: Partial<DatabaseSettings> = {}) {
  return {
    cacheDir: join(t.folder, 'cache-of-the-gate'),
    skipUpdate: false,
    maxAgeMs: 48 * HOUR,
    repositories: [registry.repository],
    workingDirectory: t.folder,
    timeoutMs: 60_000,
    ...more,
  };
}

function at(host: Host, time: string): Host {
  return { ...host, clock: { ...host.clock, now: () => new Date(time) } };
}

async function databaseFolder(t: TestHost): Promise<string> {
  return join(await cacheWithDatabase(t.folder), 'db');
}

describe('a database that was downloaded before', () => {
  test('asks nobody until the next one is due, then only for its name', async () => {
    await using t = await testHost();
    await using registry = await startDatabaseRegistry(await databaseFolder(t));
    const wish = settings(t, registry);
    const source = `${registry.repository}@${registry.digest}`;
    expect(await prepareDatabase(wish, at(t.host, SOON))).toEqual({ updatedAt: MADE, source });
    expect(registry.layers()).toBe(1);
    const asked = registry.requests.length;
    const again = await prepareDatabase(wish, at(t.host, SOON));
    expect(again).toEqual({ updatedAt: MADE, source: `${source}, downloaded before` });
    expect(registry.requests).toHaveLength(asked);
    expect(await prepareDatabase(wish, at(t.host, LATER))).toEqual({ updatedAt: MADE, source });
    expect(registry.requests.slice(asked)).toEqual(['/v2/trivy-db/manifests/2']);
  });

  test('is no reason to stay with it when another repository is wanted', async () => {
    await using t = await testHost();
    const folder = await databaseFolder(t);
    await using one = await startDatabaseRegistry(folder);
    await using other = await startDatabaseRegistry(folder, { manifest: (same) => ({ ...same, note: 'other' }) });
    await prepareDatabase(settings(t, one), at(t.host, SOON));
    const facts = await prepareDatabase(settings(t, other), at(t.host, SOON));
    expect(facts.source).toBe(`${other.repository}@${other.digest}`);
    expect(other.layers()).toBe(0);
  });

  test.each<[string, (db: string) => Promise<void>]>([
    ['truncated', (db) => truncate(join(db, 'trivy.db'), 20_000)],
    ['emptied', (db) => truncate(join(db, 'trivy.db'))],
    [
      'changed in one byte',
      async (db) => {
        const bytes = await readFile(join(db, 'trivy.db'));
        bytes[30_000] = (bytes[30_000] ?? 0) ^ 1;
        await writeFile(join(db, 'trivy.db'), bytes);
      },
    ],
    ['without its metadata', (db) => rm(join(db, 'metadata.json'))],
    [
      'with a younger date',
      (db) => writeFile(join(db, 'metadata.json'), '{"Version":2,"UpdatedAt":"2026-02-02T11:00:00Z"}'),
    ],
    ['gone', (db) => rm(db, { recursive: true })],
    ['without its record', (db) => rm(join(db, 'image-gate.json'))],
  ])('and %s since then is unpacked anew from the verified download', async (_name, damage) => {
    await using t = await testHost();
    const folder = await databaseFolder(t);
    await using registry = await startDatabaseRegistry(folder);
    const wish = settings(t, registry);
    await prepareDatabase(wish, at(t.host, SOON));
    await damage(join(wish.cacheDir, 'db'));
    const facts = await prepareDatabase(wish, at(t.host, SOON));
    expect(facts).toEqual({ updatedAt: MADE, source: `${registry.repository}@${registry.digest}` });
    expect(await readFile(join(wish.cacheDir, 'db', 'trivy.db'))).toEqual(await readFile(join(folder, 'trivy.db')));
    // The layer was kept: only its name was asked for.
    expect(registry.layers()).toBe(1);
  });

  test('serves while it is young enough when nobody answers, with a warning', async () => {
    await using t = await testHost();
    const folder = await databaseFolder(t);
    await using registry = await startDatabaseRegistry(folder);
    await prepareDatabase(settings(t, registry), at(t.host, SOON));
    await registry[Symbol.asyncDispose]();
    const host = { ...at(t.host, LATER), http: impatient(t.host) };
    const facts = await prepareDatabase(settings(t, registry), host);
    expect(facts.source).toBe(`${registry.repository}@${registry.digest}, update failed`);
    expect(t.messages.join('\n')).toMatch(/warning: manifest of .* ECONNREFUSED .*is young enough and is used/);
    const late = prepareDatabase(settings(t, registry), {
      ...at(t.host, '2026-03-01T00:00:00Z'),
      http: impatient(t.host),
    });
    await expect(late).rejects.toMatchObject({ code: 'database-network' });
  });

  test('that somebody else put there serves nobody unasked', async () => {
    await using t = await testHost();
    const folder = await databaseFolder(t);
    await using registry = await startDatabaseRegistry(folder, { refuse: { status: 403, code: 'DENIED' } });
    const wish = settings(t, registry);
    await cp(folder, join(wish.cacheDir, 'db'), { recursive: true });
    await expect(prepareDatabase(wish, at(t.host, SOON))).rejects.toMatchObject({ code: 'database-denied' });
    expect((await prepareDatabase({ ...wish, skipUpdate: true }, at(t.host, SOON))).updatedAt).toBe(MADE);
  });
});

/** One attempt for everything. */
function impatient(host: Host): Host['http'] {
  const timeoutMs = 1;
  return {
    get: (url, options) => host.http.get(url, { ...options, timeoutMs: options?.timeoutMs === 1 ? timeoutMs : 500 }),
    download: (url, file, options) => host.http.download(url, file, { ...options, timeoutMs: 500 }),
  };
}

describe('a cache that was saved in one run and restored in another', () => {
  async function savedCache(t: TestHost, registry: DatabaseRegistry): Promise<DatabaseSettings> {
    const first = settings(t, registry, { cacheDir: join(t.folder, 'first') });
    await prepareDatabase(first, at(t.host, SOON));
    const second = settings(t, registry, { cacheDir: join(t.folder, 'second') });
    // As a cache does it: all content, all times, other files.
    await cp(first.cacheDir, second.cacheDir, { recursive: true, preserveTimestamps: true });
    return second;
  }

  test('saves the download, but not the question to the registry', async () => {
    await using t = await testHost();
    await using registry = await startDatabaseRegistry(await databaseFolder(t));
    const restored = await savedCache(t, registry);
    const asked = registry.requests.length;
    const facts = await prepareDatabase(restored, at(t.host, SOON));
    expect(facts.source).toBe(`${registry.repository}@${registry.digest}`);
    expect(registry.requests.slice(asked)).toEqual(['/v2/trivy-db/manifests/2']);
  });

  test('that was tampered with is fetched anew', async () => {
    await using t = await testHost();
    const folder = await databaseFolder(t);
    await using registry = await startDatabaseRegistry(folder);
    const restored = await savedCache(t, registry);
    const blobs = join(restored.cacheDir, 'bundle', 'blobs', 'sha256');
    for (const name of await readdir(blobs)) await writeFile(join(blobs, name), 'empty database');
    await writeFile(join(restored.cacheDir, 'db', 'trivy.db'), 'empty database');
    await prepareDatabase(restored, at(t.host, SOON));
    expect(await readFile(join(restored.cacheDir, 'db', 'trivy.db'))).toEqual(await readFile(join(folder, 'trivy.db')));
    expect(registry.layers()).toBe(2);
  });

  test('of an older database is not used when the registry has a newer one', async () => {
    await using t = await testHost();
    const folder = await databaseFolder(t);
    await using registry = await startDatabaseRegistry(folder);
    const restored = await savedCache(t, registry);
    const newer = join(t.folder, 'newer');
    await cp(folder, newer, { recursive: true });
    const metadata = { Version: 2, UpdatedAt: '2026-02-01T06:00:00Z', NextUpdate: '2026-02-02T06:00:00Z' };
    await writeFile(join(newer, 'metadata.json'), JSON.stringify(metadata));
    await using after = await startDatabaseRegistry(newer);
    const facts = await prepareDatabase({ ...restored, repositories: [after.repository] }, at(t.host, SOON));
    expect(facts).toEqual({ updatedAt: '2026-02-01T06:00:00Z', source: `${after.repository}@${after.digest}` });
    // The one before does not stay: a cache would grow by one database every few hours.
    expect(await readdir(join(restored.cacheDir, 'bundle', 'blobs', 'sha256'))).toHaveLength(3);
  });

  test('needs nobody when the digest is pinned', async () => {
    await using t = await testHost();
    await using registry = await startDatabaseRegistry(await databaseFolder(t));
    const restored = await savedCache(t, registry);
    const asked = registry.requests.length;
    const pinned = { ...restored, repositories: [`${registry.repository}@${registry.digest}`] };
    const facts = await prepareDatabase(pinned, at(t.host, LATER));
    expect(facts).toEqual({ updatedAt: MADE, source: `${registry.repository}@${registry.digest}` });
    expect(registry.requests).toHaveLength(asked);
  });

  test('is not believed what a pinned digest denies', async () => {
    await using t = await testHost();
    await using registry = await startDatabaseRegistry(await databaseFolder(t));
    const restored = await savedCache(t, registry);
    const other = `sha256:${'ab'.repeat(32)}`;
    const pinned = { ...restored, repositories: [`${registry.repository}@${other}`] };
    await expect(prepareDatabase(pinned, at(t.host, SOON))).rejects.toMatchObject({ code: 'database-digest' });
    const path = join(restored.cacheDir, 'bundle', 'blobs', 'sha256', 'ab'.repeat(32));
    await writeFile(path, await readFile(join(restored.cacheDir, 'bundle', 'index.json')));
    await expect(prepareDatabase(pinned, at(t.host, SOON))).rejects.toMatchObject({ code: 'database-layout' });
  });
});

describe('one download for many', () => {
  test('fifty at once on one folder ask the registry once', async () => {
    await using t = await testHost();
    await using registry = await startDatabaseRegistry(await databaseFolder(t));
    const wish = settings(t, registry);
    const all = await Promise.all(Array.from({ length: 50 }, () => prepareDatabase(wish, at(t.host, SOON))));
    expect(all.filter(({ source }) => source.endsWith('downloaded before'))).toHaveLength(49);
    expect([registry.layers(), registry.requests.filter((path) => path.includes('manifests')).length]).toEqual([1, 1]);
    expect((await readdir(wish.cacheDir)).sort()).toEqual(['bundle', 'db']);
  });

  test('fifty jobs with what one job has downloaded ask nobody', async () => {
    await using t = await testHost();
    await using registry = await startDatabaseRegistry(await databaseFolder(t));
    const first = settings(t, registry);
    await prepareDatabase(first, at(t.host, SOON));
    const { digest } = registry;
    await registry[Symbol.asyncDispose]();
    await cp(join(first.cacheDir, 'bundle'), join(t.folder, 'handed-over'), { recursive: true });
    const jobs = Array.from({ length: 50 }, (_, index) => ({
      ...first,
      cacheDir: join(t.folder, `job-${index}`),
      repositories: [`oci:handed-over:db@${digest}`],
    }));
    const all = await Promise.all(jobs.map((job) => prepareDatabase(job, at(t.host, LATER))));
    expect(new Set(all.map(({ source }) => source))).toEqual(new Set([`oci:handed-over:db@${digest}`]));
  });
});

describe('an OCI layout', () => {
  async function layout(t: TestHost): Promise<string> {
    await using registry = await startDatabaseRegistry(await databaseFolder(t));
    const first = settings(t, registry);
    await prepareDatabase(first, at(t.host, SOON));
    const folder = join(t.folder, 'bundle');
    await cp(join(first.cacheDir, 'bundle'), folder, { recursive: true });
    await rm(first.cacheDir, { recursive: true });
    return folder;
  }

  test.each(['oci:bundle', 'oci:bundle:db'])('serves as %s', async (repository) => {
    await using t = await testHost();
    await layout(t);
    const wish = settings(t, { repository });
    const facts = await prepareDatabase(wish, at(t.host, SOON));
    expect(facts).toEqual({ updatedAt: MADE, source: expect.stringMatching(/^oci:bundle(:db)?@sha256:[0-9a-f]{64}$/) });
    expect((await readdir(wish.cacheDir)).sort()).toEqual(['db']);
  });

  test.each<[string, string, string, (folder: string) => Promise<void>]>([
    ['that is not there', 'oci:nowhere', 'database-layout', async () => undefined],
    ['without such a name', 'oci:bundle:2', 'database-layout', async () => undefined],
    ['without such a digest', `oci:bundle@sha256:${'0'.repeat(64)}`, 'database-layout', async () => undefined],
    ['without its index', 'oci:bundle', 'database-layout', (folder) => rm(join(folder, 'index.json'))],
    ['with a broken index', 'oci:bundle', 'database-layout', (folder) => truncate(join(folder, 'index.json'), 20)],
    [
      'with a digest that is a path',
      'oci:bundle',
      'database-layout',
      (folder) => writeFile(join(folder, 'index.json'), '{"manifests":[{"digest":"sha256:../../../etc/passwd"}]}'),
    ],
    ['without its blobs', 'oci:bundle', 'database-layout', (folder) => rm(join(folder, 'blobs'), { recursive: true })],
    [
      'whose layer was cut',
      'oci:bundle',
      'database-digest',
      async (folder) => {
        const blobs = join(folder, 'blobs', 'sha256');
        const [manifest] = JSON.parse(await readFile(join(folder, 'index.json'), 'utf8')).manifests;
        const text = await readFile(join(blobs, manifest.digest.slice(7)), 'utf8');
        await truncate(join(blobs, JSON.parse(text).layers[0].digest.slice(7)), 1000);
      },
    ],
    [
      'of something else',
      'oci:bundle',
      'database-layout',
      async (folder) => {
        await rm(folder, { recursive: true });
        await mkdir(folder);
      },
    ],
  ])('%s (%s) is refused: %s', async (_name, repository, code, damage) => {
    await using t = await testHost();
    await damage(await layout(t));
    const search = prepareDatabase(settings(t, { repository }), at(t.host, SOON));
    await expect(search).rejects.toMatchObject({ code, kind: 'verify', message: expect.not.stringContaining('\n') });
  });
});
