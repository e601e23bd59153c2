import { readdir, readFile, rm, truncate, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { createHttp } from '../../src/host/node-http.ts';
import type { Host } from '../../src/host/ports.ts';
import { type DatabaseSettings, prepareDatabase } from '../../src/trivy/database.ts';
import { closedServer } from '../support/closed-server.ts';
import { startDatabaseRegistry } from '../support/db-registry.ts';
import { testHost } from '../support/test-host.ts';
import { cacheWithDatabase, filesIn } from './fixtures.ts';

const HOUR = 60 * 60 * 1000;
/** As `examples/trivy-db/db/metadata.json` has it. */
const MADE = '2026-02-01T00:00:00Z';

function settings(cacheDir: string, more: Partial<DatabaseSettings> = {}): DatabaseSettings {
  return {
    cacheDir,
    skipUpdate: true,
    maxAgeMs: null,
    repositories: [],
    workingDirectory: '/nowhere',
    timeoutMs: 60_000,
    ...more,
  };
}

/** The host without patience: what it would wait for is over at once. */
function quick(host: Host): Host {
  const clock = { now: () => new Date(), sleep: async () => undefined };
  return { ...host, http: createHttp({ clock, log: host.log }) };
}

/** The host at another time. */
function at(host: Host, time: string): Host {
  return { ...host, clock: { ...host.clock, now: () => new Date(time) } };
}

describe('a database that is there', () => {
  test('is used as it is', async () => {
    await using t = await testHost();
    const cacheDir = await cacheWithDatabase(t.folder);
    const facts = await prepareDatabase(settings(cacheDir), t.host);
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
    const checked = prepareDatabase(settings(cacheDir, { maxAgeMs: HOUR }), at(t.host, MADE));
    await expect(checked).rejects.toMatchObject({ code, kind: 'verify', advice: expect.stringMatching(/./) });
  });
});

describe('a download', () => {
  test('comes from the first repository that has it, whatever the others say', async () => {
    await using t = await testHost();
    const source = join(await cacheWithDatabase(t.folder), 'db');
    await using denied = await startDatabaseRegistry(source, { refuse: { status: 403, code: 'DENIED' } });
    await using unknown = await startDatabaseRegistry(source, { refuse: { status: 404, code: 'MANIFEST_UNKNOWN' } });
    await using good = await startDatabaseRegistry(source);
    const refused = `${(await closedServer()).replace('http://', '')}/trivy-db:2`;
    const noName = 'registry.invalid/trivy-db:2';
    const repositories = [denied.repository, unknown.repository, noName, refused, good.repository];
    const cacheDir = join(t.folder, 'fresh', 'cache');
    const facts = await prepareDatabase(settings(cacheDir, { skipUpdate: false, repositories }), quick(t.host));
    expect(facts).toEqual({ updatedAt: MADE, source: `${good.repository}@${good.digest}` });
    expect(await readFile(join(cacheDir, 'db', 'trivy.db'))).toEqual(await readFile(join(source, 'trivy.db')));
    expect(denied.requests.length * unknown.requests.length).toBeGreaterThan(0);
    expect((await readdir(cacheDir)).sort()).toEqual(['bundle', 'db']);
  });

  test.each([
    [401, 'UNAUTHORIZED', 'database-denied'],
    [403, 'DENIED', 'database-denied'],
    [404, 'MANIFEST_UNKNOWN', 'database-not-found'],
    [429, 'TOOMANYREQUESTS', 'database-rate-limit'],
    [500, 'INTERNAL_ERROR', 'database-download'],
  ])('%d %s is one clear error', async (status, code, expected) => {
    await using t = await testHost();
    const source = join(await cacheWithDatabase(t.folder), 'db');
    await using registry = await startDatabaseRegistry(source, { refuse: { status, code } });
    const wish = settings(join(t.folder, 'fresh'), { skipUpdate: false, repositories: [registry.repository] });
    const error = await prepareDatabase(wish, quick(t.host)).catch((reason) => reason);
    expect(error).toMatchObject({ code: expected, kind: 'verify', advice: expect.stringMatching(/./) });
    expect(error.message).toContain(registry.repository);
    expect(error.message).not.toContain('\n');
  });

  test('when all fail, all are named', async () => {
    await using t = await testHost();
    const source = join(await cacheWithDatabase(t.folder), 'db');
    await using denied = await startDatabaseRegistry(source, { refuse: { status: 403, code: 'DENIED' } });
    await using unknown = await startDatabaseRegistry(source, { refuse: { status: 404, code: 'MANIFEST_UNKNOWN' } });
    const repositories = [denied.repository, unknown.repository];
    const search = prepareDatabase(settings(t.folder, { skipUpdate: false, repositories }), t.host);
    await expect(search).rejects.toMatchObject({
      code: 'database-download',
      message: expect.stringMatching(/\(403\); .*\(404\)$/),
    });
  });

  test('one that is too old when it comes is refused, and replaces nothing', async () => {
    await using t = await testHost();
    await using registry = await startDatabaseRegistry(join(await cacheWithDatabase(t.folder), 'db'));
    const cacheDir = join(t.folder, 'fresh');
    const wish = settings(cacheDir, {
      skipUpdate: false,
      maxAgeMs: 48 * HOUR,
      repositories: [registry.repository],
    });
    await expect(prepareDatabase(wish, t.host)).rejects.toMatchObject({ code: 'database-old' });
    expect(await filesIn(cacheDir)).toEqual([]);
  });

  test.each([
    'a,b',
    '-x',
    'https://ghcr.io/x',
    'ghcr.io',
    'ghcr.io/x --y',
    '../x',
    'ghcr.io/../x',
    'ghcr.io/x:2@sha1:0',
  ])('is not tried from %j', async (repository) => {
    await using t = await testHost();
    const wish = settings(t.folder, { skipUpdate: false, repositories: [repository] });
    await expect(prepareDatabase(wish, t.host)).rejects.toMatchObject({ code: 'db-repository', kind: 'usage' });
  });
});
