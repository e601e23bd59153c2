import { readFile, rm, truncate, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import type { Host } from '../../src/host/ports.ts';
import { type DatabaseSettings, prepareDatabase } from '../../src/trivy/database.ts';
import { closedServer } from '../support/closed-server.ts';
import { startDatabaseRegistry } from '../support/db-registry.ts';
import { testHost } from '../support/test-host.ts';
import { cacheWithDatabase, realTrivy, scriptAsTrivy } from './fixtures.ts';

const HOUR = 60 * 60 * 1000;
/** As `examples/trivy-db/db/metadata.json` has it. */
const MADE = '2026-02-01T00:00:00Z';

function settings(cacheDir: string, more: Partial<DatabaseSettings> = {}): DatabaseSettings {
  return { cacheDir, skipUpdate: true, maxAgeMs: null, repositories: [], timeoutMs: 60_000, ...more };
}

/** The host at another time. */
function at(host: Host, time: string): Host {
  return { ...host, clock: { ...host.clock, now: () => new Date(time) } };
}

describe('a database that is there', () => {
  test('is used as it is', async () => {
    await using t = await testHost();
    const cacheDir = await cacheWithDatabase(t.folder);
    const facts = await prepareDatabase(await realTrivy(), settings(cacheDir), t.host);
    expect(facts).toEqual({ updatedAt: MADE, source: `${cacheDir}, not updated` });
  });

  test.each([
    ['2026-02-02T00:00:00Z', null],
    ['2026-02-03T00:00:00Z', null],
    ['2026-02-03T00:00:01Z', 'database-old'],
    ['2026-01-31T23:30:00Z', null],
    ['2026-01-31T22:00:00Z', 'database-future'],
  ])('at %s with at most 48 hours: %s', async (now, code) => {
    await using t = await testHost();
    const checked = prepareDatabase(
      await realTrivy(),
      settings(await cacheWithDatabase(t.folder), { maxAgeMs: 48 * HOUR }),
      at(t.host, now),
    );
    await (code === null ? expect(checked).resolves.toBeDefined() : expect(checked).rejects.toMatchObject({ code }));
  });

  test.each<[string, string, (db: string) => Promise<void>]>([
    ['database-missing', 'no database file', (db) => rm(join(db, 'trivy.db'))],
    ['database-missing', 'no metadata', (db) => rm(join(db, 'metadata.json'))],
    ['database-missing', 'nothing', (db) => rm(db, { recursive: true })],
    ['database-corrupt', 'an empty file', (db) => truncate(join(db, 'trivy.db'))],
    ['database-corrupt', 'half a file', (db) => truncate(join(db, 'trivy.db'), 20_000)],
    ['database-corrupt', 'something else', (db) => writeFile(join(db, 'trivy.db'), 'x'.repeat(100_000))],
    ['database-metadata', 'half metadata', (db) => truncate(join(db, 'metadata.json'), 20)],
    ['database-metadata', 'no version', (db) => writeFile(join(db, 'metadata.json'), '{}')],
    [
      'database-metadata',
      'a date that is none',
      (db) => writeFile(join(db, 'metadata.json'), '{"Version":2,"UpdatedAt":"soon"}'),
    ],
    ['database-schema', 'another schema', (db) => writeFile(join(db, 'metadata.json'), '{"Version":1}')],
    ['database-undated', 'no date', (db) => writeFile(join(db, 'metadata.json'), '{"Version":2}')],
    [
      'database-undated',
      'the year 1, as Go writes no date',
      (db) => writeFile(join(db, 'metadata.json'), '{"Version":2,"UpdatedAt":"0001-01-01T00:00:00Z"}'),
    ],
  ])('%s: %s', async (code, _name, damage) => {
    await using t = await testHost();
    const cacheDir = await cacheWithDatabase(t.folder);
    await damage(join(cacheDir, 'db'));
    const checked = prepareDatabase(await realTrivy(), settings(cacheDir, { maxAgeMs: HOUR }), at(t.host, MADE));
    await expect(checked).rejects.toMatchObject({ code, kind: 'verify', advice: expect.stringMatching(/./) });
  });
});

describe('a download with the real Trivy', () => {
  test('comes from the first repository that has it, whatever the others say', async () => {
    await using t = await testHost();
    const source = join(await cacheWithDatabase(t.folder), 'db');
    await using denied = await startDatabaseRegistry(source, { status: 403, code: 'DENIED' });
    await using unknown = await startDatabaseRegistry(source, { status: 404, code: 'MANIFEST_UNKNOWN' });
    await using busy = await startDatabaseRegistry(source, { status: 500, code: 'INTERNAL_ERROR' });
    await using good = await startDatabaseRegistry(source);
    const refused = `${(await closedServer()).replace('http://', '')}/trivy-db:2`;
    const repositories = [denied, unknown, busy].map(({ repository }) => repository);
    const cacheDir = join(t.folder, 'fresh', 'cache');
    const wish = settings(cacheDir, { skipUpdate: false, repositories: [...repositories, refused, good.repository] });
    const facts = await prepareDatabase(await realTrivy(), wish, t.host);
    expect(facts).toEqual({ updatedAt: MADE, source: good.repository });
    expect(await readFile(join(cacheDir, 'db', 'trivy.db'))).toEqual(await readFile(join(source, 'trivy.db')));
    expect(denied.requests.length * unknown.requests.length * busy.requests.length).toBeGreaterThan(0);
  });

  test.each([
    [401, 'UNAUTHORIZED', 'trivy-registry-denied'],
    [403, 'DENIED', 'trivy-registry-denied'],
    [404, 'MANIFEST_UNKNOWN', 'trivy-registry-not-found'],
    [429, 'TOOMANYREQUESTS', 'trivy-rate-limit'],
    [500, 'INTERNAL_ERROR', 'trivy-database-download'],
  ])('%d %s is one clear error', async (status, code, expected) => {
    await using t = await testHost();
    await using registry = await startDatabaseRegistry(join(await cacheWithDatabase(t.folder), 'db'), { status, code });
    const wish = settings(join(t.folder, 'fresh'), { skipUpdate: false, repositories: [registry.repository] });
    const error = await prepareDatabase(await realTrivy(), wish, t.host).catch((reason) => reason);
    expect(error).toMatchObject({ code: expected, kind: 'verify' });
    expect(error.message).not.toContain('\n');
    expect(error.detail).toContain('image --download-db-only');
  });

  test('a refused connection is one clear error', async () => {
    await using t = await testHost();
    const repository = `${(await closedServer()).replace('http://', '')}/trivy-db:2`;
    const wish = settings(join(t.folder, 'fresh'), { skipUpdate: false, repositories: [repository] });
    await expect(prepareDatabase(await realTrivy(), wish, t.host)).rejects.toMatchObject({ code: 'trivy-network' });
  });

  test('when all fail, a database in the cache that is young enough serves, with a warning', async () => {
    await using t = await testHost();
    const cacheDir = await cacheWithDatabase(t.folder);
    await using registry = await startDatabaseRegistry(join(cacheDir, 'db'), { status: 403, code: 'DENIED' });
    const wish = settings(cacheDir, { skipUpdate: false, maxAgeMs: HOUR, repositories: [registry.repository] });
    const facts = await prepareDatabase(await realTrivy(), wish, at(t.host, MADE));
    expect(facts).toEqual({ updatedAt: MADE, source: `${cacheDir}, update failed` });
    expect(t.messages.join('\n')).toContain('warning: The registry refuses the download');
    const late = prepareDatabase(await realTrivy(), wish, at(t.host, '2026-03-01T00:00:00Z'));
    await expect(late).rejects.toMatchObject({ code: 'trivy-registry-denied' });
  });

  test('is not repeated while the database in the cache is current', async () => {
    await using t = await testHost();
    const cacheDir = await cacheWithDatabase(t.folder);
    const now = Date.now();
    const stamp = (ms: number): string => new Date(now + ms).toISOString();
    const metadata = {
      Version: 2,
      UpdatedAt: stamp(-HOUR),
      DownloadedAt: stamp(-HOUR / 2),
      NextUpdate: stamp(23 * HOUR),
    };
    await writeFile(join(cacheDir, 'db', 'metadata.json'), JSON.stringify(metadata));
    await using registry = await startDatabaseRegistry(join(cacheDir, 'db'));
    const wish = settings(cacheDir, { skipUpdate: false, maxAgeMs: 48 * HOUR, repositories: [registry.repository] });
    const facts = await prepareDatabase(await realTrivy(), wish, t.host);
    expect(facts).toEqual({ updatedAt: stamp(-HOUR), source: `${cacheDir}, still current` });
    expect(registry.requests).toEqual([]);
  });

  test('one that is too old when it comes is refused', async () => {
    await using t = await testHost();
    await using registry = await startDatabaseRegistry(join(await cacheWithDatabase(t.folder), 'db'));
    const wish = settings(join(t.folder, 'fresh'), {
      skipUpdate: false,
      maxAgeMs: 48 * HOUR,
      repositories: [registry.repository],
    });
    await expect(prepareDatabase(await realTrivy(), wish, t.host)).rejects.toMatchObject({ code: 'database-old' });
  });

  test('a Trivy that says it went well and brought nothing is an error', async () => {
    await using t = await testHost();
    const trivy = await scriptAsTrivy(t.folder, 'exit 0');
    const wish = settings(join(t.folder, 'fresh'), { skipUpdate: false });
    await expect(prepareDatabase(trivy, wish, t.host)).rejects.toMatchObject({ code: 'database-missing' });
  });

  test.each(['a,b', '-x', 'https://ghcr.io/x', 'ghcr.io', 'ghcr.io/x --y', '../x'])(
    'is not tried from %j',
    async (repository) => {
      await using t = await testHost();
      const wish = settings(t.folder, { skipUpdate: false, repositories: [repository] });
      await expect(prepareDatabase(await realTrivy(), wish, t.host)).rejects.toMatchObject({
        code: 'db-repository',
        kind: 'usage',
      });
    },
  );
});
