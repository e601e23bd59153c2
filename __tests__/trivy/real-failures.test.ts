import { cp, truncate, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { categorise, type FailureCategory } from '../../src/trivy/failures.ts';
import { startDatabaseRegistry } from '../support/db-registry.ts';
import { buildOciLayout } from '../support/image-builder/index.ts';
import { type TestHost, testHost } from '../support/test-host.ts';
import { trivyBinary } from '../support/trivy-binary.ts';
import { CARELESS, cacheWithDatabase } from './fixtures.ts';

/** Root mounts small and read-only file systems, in a namespace of its own; nobody else can. */
const asRoot = process.platform === 'linux' && process.getuid?.() === 0 ? test : test.skip;

const QUIET = ['--offline-scan', '--disable-telemetry', '--skip-version-check', '--no-progress', '--format=json'];
const OFFLINE = ['--skip-db-update', '--skip-java-db-update'];

interface Scene {
  readonly image: string;
  readonly cacheDir: string;
  readonly t: TestHost;
}

async function scene(t: TestHost): Promise<Scene> {
  const image = join(t.folder, 'image');
  await buildOciLayout({ tag: null, ...CARELESS }, image);
  return { image, cacheDir: await cacheWithDatabase(t.folder), t };
}

/** What Trivy itself says, seen by the table. */
async function causeOf(t: TestHost, args: readonly string[], before: readonly string[] = [], tmp = t.folder) {
  const [program = '', ...rest] = [...before, await trivyBinary(), 'image', ...args, ...QUIET];
  const env = { PATH: process.env['PATH'] ?? '', HOME: t.folder, TMPDIR: tmp };
  const run = await t.host.exec.run(program, rest, { cwd: t.folder, env, timeoutMs: 60_000 });
  expect(run.exitCode).not.toBe(0);
  return categorise(run);
}

/** Mounts a file system on a folder for one command. */
function mounted(folder: string, options: string): readonly string[] {
  return ['unshare', '-m', 'sh', '-c', `mount -t tmpfs -o ${options} tmpfs ${folder} && exec "$@"`, 'sh'];
}

describe('the real Trivy, when something is wrong', () => {
  test.each<[FailureCategory, string, (scene: Scene) => Promise<readonly string[]>]>([
    [
      'timeout',
      'no time',
      async ({ image, cacheDir }) => [`--input=${image}`, `--cache-dir=${cacheDir}`, '--timeout=1ms'],
    ],
    ['usage', 'an option of tomorrow', async ({ image }) => [`--input=${image}`, '--option-of-tomorrow']],
    ['usage', 'a scanner of tomorrow', async ({ image }) => [`--input=${image}`, '--scanners=tomorrow']],
    ['image-not-found', 'no image', async ({ cacheDir }) => ['--input=/nowhere', `--cache-dir=${cacheDir}`]],
    [
      'image-not-found',
      'no image but a file',
      async ({ cacheDir }) => ['--input=/etc/passwd', `--cache-dir=${cacheDir}`],
    ],
    ['image-not-found', 'no name of one', async ({ cacheDir }) => ['NO:::NAME', `--cache-dir=${cacheDir}`]],
    [
      'database-missing',
      'no database',
      async ({ image, t }) => [`--input=${image}`, `--cache-dir=${join(t.folder, 'x')}`],
    ],
    [
      'database-schema',
      'an old database',
      async ({ image, cacheDir }) => {
        await writeFile(join(cacheDir, 'db', 'metadata.json'), '{"Version":1,"UpdatedAt":"2026-01-01T00:00:00Z"}');
        return [`--input=${image}`, `--cache-dir=${cacheDir}`];
      },
    ],
    [
      'database-schema',
      'a database of tomorrow',
      async ({ image, cacheDir }) => {
        await writeFile(join(cacheDir, 'db', 'metadata.json'), '{"Version":3,"UpdatedAt":"2026-01-01T00:00:00Z"}');
        return [`--input=${image}`, `--cache-dir=${cacheDir}`];
      },
    ],
    [
      'database-corrupt',
      'an empty database',
      async ({ image, cacheDir }) => {
        await truncate(join(cacheDir, 'db', 'trivy.db'));
        return [`--input=${image}`, `--cache-dir=${cacheDir}`];
      },
    ],
    [
      'database-corrupt',
      'one page of a database',
      async ({ image, cacheDir }) => {
        await truncate(join(cacheDir, 'db', 'trivy.db'), 4096);
        return [`--input=${image}`, `--cache-dir=${cacheDir}`];
      },
    ],
  ])('%s: %s', async (category, _name, prepare) => {
    await using t = await testHost();
    expect(await causeOf(t, [...(await prepare(await scene(t))), ...OFFLINE])).toBe(category);
  });

  test.each<[FailureCategory, number, string]>([
    ['registry-denied', 401, 'UNAUTHORIZED'],
    ['registry-denied', 403, 'DENIED'],
    ['registry-not-found', 404, 'MANIFEST_UNKNOWN'],
    ['rate-limit', 429, 'TOOMANYREQUESTS'],
  ])('%s: a registry that answers %d', async (category, status, code) => {
    await using t = await testHost();
    const { cacheDir } = await scene(t);
    await using registry = await startDatabaseRegistry(join(cacheDir, 'db'), { refuse: { status, code } });
    const args = [
      '--download-db-only',
      `--db-repository=${registry.repository}`,
      `--cache-dir=${join(t.folder, 'new')}`,
    ];
    expect(await causeOf(t, args)).toBe(category);
  });

  test('network: a registry that is not there', async () => {
    await using t = await testHost();
    const args = [
      '--download-db-only',
      '--db-repository=127.0.0.1:9/trivy-db:2',
      `--cache-dir=${join(t.folder, 'new')}`,
    ];
    expect(await causeOf(t, args)).toBe('network');
  });

  test('killed: no memory', async () => {
    await using t = await testHost();
    const { image, cacheDir } = await scene(t);
    const limited = ['sh', '-c', 'ulimit -v 300000; exec "$@"', 'sh'];
    expect(await causeOf(t, [`--input=${image}`, `--cache-dir=${cacheDir}`, ...OFFLINE], limited)).toBe('killed');
  });

  asRoot('no-space: temporary files', async () => {
    await using t = await testHost();
    const { image, cacheDir } = await scene(t);
    const small = join(t.folder, 'small');
    await t.host.files.makeFolder(small);
    const args = [`--input=${image}`, `--cache-dir=${cacheDir}`, ...OFFLINE];
    expect(await causeOf(t, args, mounted(small, 'size=4k,nr_inodes=1'), small)).toBe('no-space');
  });

  asRoot('cache-unusable: a cache that cannot be written', async () => {
    await using t = await testHost();
    const { image, cacheDir } = await scene(t);
    const fanal = join(t.folder, 'cache', 'fanal');
    await t.host.files.makeFolder(fanal);
    const args = [`--input=${image}`, `--cache-dir=${cacheDir}`, ...OFFLINE];
    expect(await causeOf(t, args, mounted(fanal, 'ro'))).toBe('cache-unusable');
  });

  test('nothing at all: half of a database may go unnoticed, so the gate looks itself', async () => {
    await using t = await testHost();
    const { image, cacheDir } = await scene(t);
    await cp(join(cacheDir, 'db'), join(t.folder, 'whole'), { recursive: true });
    await truncate(join(cacheDir, 'db', 'trivy.db'), 20_000);
    const args = ['image', `--input=${image}`, `--cache-dir=${cacheDir}`, ...OFFLINE, ...QUIET];
    const env = { PATH: process.env['PATH'] ?? '', HOME: t.folder };
    const run = await t.host.exec.run(await trivyBinary(), args, { cwd: t.folder, env, timeoutMs: 60_000 });
    expect(run.exitCode === 0 || categorise(run) === 'database-corrupt').toBe(true);
    const { prepareDatabase } = await import('../../src/trivy/database.ts');
    const settings = {
      cacheDir,
      skipUpdate: true,
      maxAgeMs: null,
      repositories: [],
      workingDirectory: '/',
      timeoutMs: 1,
    };
    await expect(prepareDatabase(settings, t.host)).rejects.toMatchObject({ code: 'database-corrupt' });
  });
});
