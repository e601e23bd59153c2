import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { beforeAll, describe, expect, test } from '@jest/globals';
import { ROOT } from '../../scripts/lib/repository.ts';
import { createNodeEnv } from '../../src/host/node-env.ts';
import { type DatabaseKind, VULNERABILITY_DATABASE } from '../../src/trivy/database/kinds.ts';
import { obtainDatabase } from '../../src/trivy/database/obtain.ts';
import { closedServer } from '../support/closed-server.ts';
import {
  BASIC,
  type DatabaseRegistry,
  packDatabase,
  type RegistryOptions,
  startDatabaseRegistry,
} from '../support/db-registry.ts';
import { makeCertificate } from '../support/fake-github/certificate.ts';
import { ENDLESS_FAULTS, hurried, LASTING_FAULTS, TEMPORARY_FAULTS } from '../support/faults.ts';
import { answers } from '../support/release-mirror.ts';
import { type TestHost, testHost } from '../support/test-host.ts';
import { filesIn } from './fixtures.ts';

const SOURCE = join(ROOT, 'examples', 'trivy-db', 'db');

const STAGES = ['manifest', 'token', 'blob'] as const;

let layer: Buffer;
beforeAll(async () => {
  layer = await packDatabase(SOURCE);
});

function start(options: RegistryOptions): Promise<DatabaseRegistry> {
  return startDatabaseRegistry(SOURCE, { login: 'anonymous', layer, ...options });
}

function settings(t: TestHost, repositories: readonly string[], timeoutMs = 60_000) {
  const cacheDir = join(t.folder, 'cache');
  return { cacheDir, skipUpdate: false, maxAgeMs: null, repositories, workingDirectory: t.folder, timeoutMs };
}

async function database(t: TestHost): Promise<Buffer> {
  return readFile(join(t.folder, 'cache', 'db', 'trivy.db'));
}

describe.each(STAGES)('a registry, asked for its %s', (stage) => {
  test.each(TEMPORARY_FAULTS)('recovers from $name', async ({ answer, wait: [atLeast, atMost] }) => {
    await using t = await testHost();
    await using registry = await start({ faults: { [stage]: [answer] } });
    const { host, slept } = hurried(t.host);
    const facts = await obtainDatabase(VULNERABILITY_DATABASE, settings(t, [registry.repository]), host);
    expect(facts.source).toBe(`${registry.repository}@${registry.digest}`);
    expect((await database(t)).equals(await readFile(join(SOURCE, 'trivy.db')))).toBe(true);
    expect(slept).toHaveLength(1);
    expect(slept[0]).toBeGreaterThanOrEqual(atLeast);
    expect(slept[0]).toBeLessThanOrEqual(atMost);
  });

  test.each(LASTING_FAULTS)('that has $name is left for the next one, or says so plainly', async ({ answer }) => {
    await using t = await testHost();
    const faults = { [stage]: Array(20).fill(answer) };
    await using bad = await start({ faults });
    await using good = await start({});
    const { host, slept } = hurried(t.host);
    const error = await obtainDatabase(VULNERABILITY_DATABASE, settings(t, [bad.repository]), host).catch((e) => e);
    expect(error).toMatchObject({ code: expect.stringMatching(/^database-/), kind: 'verify' });
    expect([error.message, error.advice]).toEqual([
      expect.stringMatching(/^[^\n]+$/),
      expect.stringMatching(/^[^\n]+$/),
    ]);
    expect(error.message).toContain(bad.repository);
    expect(slept.reduce((sum, ms) => sum + ms, 0)).toBeLessThan(40_000);
    expect(await filesIn(join(t.folder, 'cache'))).toEqual([]);
    await using again = await start({ faults });
    const both = settings(t, [again.repository, good.repository]);
    expect((await obtainDatabase(VULNERABILITY_DATABASE, both, host)).source).toContain(good.repository);
  });

  test.each(ENDLESS_FAULTS)('gives up in time on $name', async ({ answer }) => {
    await using t = await testHost();
    await using bad = await start({ faults: { [stage]: Array(20).fill(answer) } });
    const search = obtainDatabase(VULNERABILITY_DATABASE, settings(t, [bad.repository], 250), t.host);
    await expect(search).rejects.toMatchObject({ code: 'database-network', kind: 'verify' });
    expect(await filesIn(join(t.folder, 'cache'))).toEqual([]);
  });
});

describe('a registry that cannot be reached', () => {
  test.each([
    ['has no name', 'database-network', async () => 'registry.invalid/trivy-db:2'],
    ['refuses connections', 'database-network', async () => `${(await closedServer()).slice(7)}/trivy-db:2`],
  ])('because it %s is %s', async (_name, code, repository) => {
    await using t = await testHost();
    const search = obtainDatabase(VULNERABILITY_DATABASE, settings(t, [await repository()]), hurried(t.host).host);
    await expect(search).rejects.toMatchObject({ code, kind: 'verify' });
  });

  test('because nobody vouches for its certificate is said, without a second attempt', async () => {
    await using t = await testHost();
    const tls = await makeCertificate();
    await using registry = await start({ tls });
    await tls.remove();
    const { host, slept } = hurried(t.host);
    const error = await obtainDatabase(VULNERABILITY_DATABASE, settings(t, [registry.repository]), host).catch(
      (e) => e,
    );
    expect(error).toMatchObject({ code: 'database-network', message: expect.stringMatching(/certificate/) });
    expect([slept, registry.requests]).toEqual([[], []]);
  });
});

/** What a registry could serve with a digest that is right. */
describe('a hostile registry', () => {
  const layerDigest = (bytes: Uint8Array): string => `sha256:${createHash('sha256').update(bytes).digest('hex')}`;
  const small: DatabaseKind = { ...VULNERABILITY_DATABASE, maxLayerBytes: 200_000, maxUnpackedBytes: 1_000_000 };

  test.each<[string, string, RegExp, RegistryOptions]>([
    ['a gzip bomb', 'database-archive', /unpacks to more than/, { layer: gzipSync(Buffer.alloc(100_000_000)) }],
    ['a layer that is no gzip', 'database-archive', /header/, { layer: Buffer.from('x'.repeat(1000)) }],
    [
      'half a gzip',
      'database-archive',
      /unexpected end|cannot be unpacked/i,
      { layer: gzipSync(Buffer.alloc(100_000, 'x')).subarray(0, 60) },
    ],
    [
      'an empty archive',
      'database-archive',
      /no trivy.db and no metadata.json/,
      { layer: gzipSync(Buffer.alloc(1024)) },
    ],
    ['an empty layer', 'database-archive', /./, { layer: Buffer.alloc(0) }],
    ['a layer too large to be one', 'database-artifact', /at most/, { layer: Buffer.alloc(200_001) }],
    ['no manifest', 'database-artifact', /not a database of Trivy/, { manifest: () => [] }],
    ['an index', 'database-artifact', /not a database/, { manifest: () => ({ schemaVersion: 2, manifests: [] }) }],
    ['two layers', 'database-artifact', /not a/, { manifest: (m) => ({ ...m, layers: [...array(m), ...array(m)] }) }],
    ['no layer', 'database-artifact', /not a/, { manifest: (m) => ({ ...m, layers: [] }) }],
    [
      'another kind of layer',
      'database-artifact',
      /its layer is "text\/x"/,
      { manifest: (m) => ({ ...m, layers: [{ ...Object(array(m)[0]), mediaType: 'text/x' }] }) },
    ],
    [
      'a digest that is a path',
      'database-artifact',
      /not a database/,
      { manifest: (m) => ({ ...m, layers: [{ ...Object(array(m)[0]), digest: '../../x' }] }) },
    ],
    [
      'a size that is a lie',
      'database-network',
      /larger than 10 bytes/,
      { manifest: (m) => ({ ...m, layers: [{ ...Object(array(m)[0]), size: 10 }] }) },
    ],
    [
      'a blob that it does not have',
      'database-not-found',
      /404/,
      { manifest: (m) => ({ ...m, layers: [{ ...Object(array(m)[0]), digest: layerDigest(Buffer.from('x')) }] }) },
    ],
    [
      'other bytes than it names',
      'database-digest',
      /is not what its manifest/,
      { faults: { blob: Array(4).fill(answers.bytes(Buffer.from('other'))) } },
    ],
  ])('with %s is refused: %s', async (_name, code, message, options) => {
    await using t = await testHost();
    await using registry = await start(options);
    const error = await obtainDatabase(small, settings(t, [registry.repository]), t.host).catch((reason) => reason);
    expect(error).toMatchObject({ code, kind: 'verify', message: expect.stringMatching(message) });
    expect(error.message).not.toContain('\n');
    expect(await filesIn(join(t.folder, 'cache'))).toEqual([]);
    expect(await readdir(join(t.folder, 'cache'))).toEqual([]);
  });

  test('whose proxy spoils one download is asked once more', async () => {
    await using t = await testHost();
    await using registry = await start({ faults: { blob: [answers.bytes(Buffer.from('spoilt'))] } });
    const facts = await obtainDatabase(VULNERABILITY_DATABASE, settings(t, [registry.repository]), t.host);
    expect(facts.source).toContain(registry.digest);
  });

  test('cannot send the login of another one anywhere', async () => {
    await using t = await testHost();
    const login = { username: 'robot', password: 'pa:55' };
    await using registry = await start({ login });
    await using thief = await start({});
    const elsewhere = answers.redirect(`http://${thief.repository.split('/')[0]}/stolen`);
    await using lured = await start({ login, faults: { blob: Array(3).fill(elsewhere) } });
    const config = { auths: Object.fromEntries([registry, lured].map((one) => [hostOf(one), { auth: AUTH }])) };
    const host = await loggedIn(t, config);
    await obtainDatabase(VULNERABILITY_DATABASE, settings(t, [registry.repository]), host);
    const second = { ...settings(t, [lured.repository]), cacheDir: join(t.folder, 'second') };
    await expect(obtainDatabase(VULNERABILITY_DATABASE, second, host)).rejects.toMatchObject({ kind: 'verify' });
    expect(thief.requests).toContain('/stolen');
    expect(thief.headers.filter((headers) => 'authorization' in headers)).toEqual([]);
  });
});

const AUTH = Buffer.from(`${BASIC.username}:${BASIC.password}`).toString('base64');

function hostOf({ repository }: DatabaseRegistry): string {
  return repository.split('/')[0] ?? '';
}

function array(manifest: Record<string, unknown>): unknown[] {
  return Array.isArray(manifest['layers']) ? manifest['layers'] : [];
}

/** The host of a user who has logged in with docker. */
async function loggedIn(t: TestHost, config: object): Promise<TestHost['host']> {
  const folder = join(t.folder, 'docker');
  await t.host.files.writeText(join(folder, 'config.json'), JSON.stringify(config));
  return { ...t.host, env: createNodeEnv({ DOCKER_CONFIG: folder, PATH: process.env['PATH'] ?? '' }) };
}

describe('a registry that wants a login', () => {
  const login = { username: BASIC.username, password: BASIC.password };

  test.each<[string, NonNullable<RegistryOptions['login']>]>([
    ['a token', login],
    ['basic authentication', 'basic'],
  ])('gets that of docker login, by %s', async (_name, wanted) => {
    await using t = await testHost();
    await using registry = await start({ login: wanted });
    const repositories = [registry.repository];
    const anonymous = obtainDatabase(VULNERABILITY_DATABASE, settings(t, repositories), await loggedIn(t, {}));
    await expect(anonymous).rejects.toMatchObject({ code: 'database-denied' });
    const wrong = { auths: { [hostOf(registry)]: { auth: Buffer.from('robot:wrong').toString('base64') } } };
    const refused = obtainDatabase(VULNERABILITY_DATABASE, settings(t, repositories), await loggedIn(t, wrong));
    await expect(refused).rejects.toMatchObject({ code: 'database-denied' });
    const right = await loggedIn(t, { auths: { [hostOf(registry)]: { auth: AUTH } } });
    const facts = await obtainDatabase(VULNERABILITY_DATABASE, settings(t, repositories), right);
    expect(facts.source).toContain(registry.digest);
    expect(t.messages.join('\n')).not.toMatch(/pa:55|a-token/);
    expect(t.messages.join('\n')).not.toContain(AUTH);
  });

  test.each<[string, (host: string) => object]>([
    ['for this registry', (host) => ({ credHelpers: { [host]: 'gate-test' } })],
    ['for all', () => ({ credsStore: 'gate-test' })],
  ])('gets that of a credential helper %s', async (_name, config) => {
    await using t = await testHost();
    await using registry = await start({ login });
    const helper = join(t.folder, 'bin', 'docker-credential-gate-test');
    const answer = JSON.stringify({ ServerURL: '', Username: login.username, Secret: login.password });
    const script = `#!/bin/sh\n[ "$1" = get ] && [ "$(cat)" = '${hostOf(registry)}' ] && echo '${answer}'\n`;
    await t.host.files.makeFolder(join(t.folder, 'bin'));
    await t.host.files.save(helper, bytes(script), 0o755);
    const host = await loggedIn(t, config(hostOf(registry)));
    const exec = {
      ...host.exec,
      which: async (name: string) => (name === 'docker-credential-gate-test' ? helper : null),
    };
    const facts = await obtainDatabase(VULNERABILITY_DATABASE, settings(t, [registry.repository]), { ...host, exec });
    expect(facts.source).toContain(registry.digest);
  });

  test.each([
    ['broken', '{"auths":'],
    ['of another form', '{"auths":[1],"credHelpers":"x","credsStore":7}'],
    ['with a helper that is a path', '{"credsStore":"../../bin/sh"}'],
    ['with a helper that is not there', '{"credsStore":"nowhere"}'],
    ['with a login without a name', '{"auths":{"127.0.0.1":{"auth":"Og=="}}}'],
  ])('is asked without one when the config of docker is %s', async (_name, text) => {
    await using t = await testHost();
    await using registry = await start({});
    const host = await loggedIn(t, {});
    await t.host.files.writeText(join(t.folder, 'docker', 'config.json'), text);
    const facts = await obtainDatabase(VULNERABILITY_DATABASE, settings(t, [registry.repository]), host);
    expect(facts.source).toContain(registry.digest);
  });
});

async function* bytes(text: string): AsyncGenerator<Uint8Array> {
  yield Buffer.from(text);
}
