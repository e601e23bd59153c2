import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { totalmem } from 'node:os';
import { dirname, join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { scanImage } from '../../src/trivy/scan.ts';
import { type TestHost, testHost } from '../support/test-host.ts';
import { CARELESS, realTrivy, scanRequest, scriptAsTrivy } from './fixtures.ts';

/** Something that a change under review, or whoever writes to the environment of a job, can bring along. */
interface Hostile {
  /** By their path in the working folder, which is the home folder as well. */
  readonly files?: Readonly<Record<string, string>>;
  /** `{cwd}` stands for that folder. */
  readonly env?: Readonly<Record<string, string>>;
}

const REGO = 'package trivy\ndefault ignore = true\n';
const SECRETS_OFF = 'disable-rules: [github-pat]\n';
const IGNORE_ALL = 'CVE-2021-23337\nCVE-2025-15467\ngithub-pat\n';

/** Each makes Trivy itself say something else; the first test of each pair shows that. */
const HOSTILE: readonly [string, Hostile][] = [
  ['trivy.yaml', { files: { 'trivy.yaml': 'severity: [UNKNOWN]\n' } }],
  ['.trivyignore', { files: { '.trivyignore': IGNORE_ALL } }],
  ['trivy-secret.yaml', { files: { 'trivy-secret.yaml': SECRETS_OFF } }],
  ['TRIVY_CONFIG', { files: { 'x.yaml': 'severity: [UNKNOWN]\n' }, env: { TRIVY_CONFIG: '{cwd}/x.yaml' } }],
  ['TRIVY_IGNOREFILE', { files: { ignored: IGNORE_ALL }, env: { TRIVY_IGNOREFILE: '{cwd}/ignored' } }],
  ['TRIVY_SECRET_CONFIG', { files: { 'x.yaml': SECRETS_OFF }, env: { TRIVY_SECRET_CONFIG: '{cwd}/x.yaml' } }],
  ['TRIVY_IGNORE_POLICY', { files: { 'x.rego': REGO }, env: { TRIVY_IGNORE_POLICY: '{cwd}/x.rego' } }],
  ['TRIVY_SEVERITY', { env: { TRIVY_SEVERITY: 'UNKNOWN' } }],
  ['TRIVY_IGNORE_STATUS', { env: { TRIVY_IGNORE_STATUS: 'fixed' } }],
  ['TRIVY_PKG_TYPES', { env: { TRIVY_PKG_TYPES: 'os' } }],
  ['TRIVY_SKIP_DIRS', { env: { TRIVY_SKIP_DIRS: '/app' } }],
  ['TRIVY_SKIP_FILES', { env: { TRIVY_SKIP_FILES: '**/package.json' } }],
  ['TRIVY_DISTRO', { env: { TRIVY_DISTRO: 'alpine/3.10' } }],
  ['TRIVY_MAX_IMAGE_SIZE', { env: { TRIVY_MAX_IMAGE_SIZE: '1B' } }],
  ['TRIVY_EXIT_CODE', { env: { TRIVY_EXIT_CODE: '9' } }],
  ['TRIVY_RUN_AS_PLUGIN', { env: { TRIVY_RUN_AS_PLUGIN: 'evil' } }],
  ['TRIVY_SERVER', { env: { TRIVY_SERVER: 'http://127.0.0.1:9' } }],
];

/** What is found: ids of advisories and secrets; how it ended, when it did not end well. */
async function naively(t: TestHost, input: string, cacheDir: string, cwd: string, env: Record<string, string>) {
  const output = join(t.folder, `naive-${Math.random()}.json`);
  const args = ['image', `--input=${input}`, `--output=${output}`, '--format=json', `--cache-dir=${cacheDir}`];
  const rest = ['--skip-db-update', '--skip-java-db-update', '--offline-scan', '--cache-backend=memory'];
  const trivy = await realTrivy();
  const more = { cwd, env: { PATH: process.env['PATH'] ?? '', HOME: cwd, ...env }, timeoutMs: 60_000 };
  const { exitCode } = await t.host.exec.run(trivy.path, [...args, ...rest], more);
  const text = await readFile(output, 'utf8').catch(() => '{}');
  const results: { Vulnerabilities?: object[]; Secrets?: object[] }[] = JSON.parse(text).Results ?? [];
  const count = (key: 'Vulnerabilities' | 'Secrets') => results.reduce((sum, one) => sum + (one[key]?.length ?? 0), 0);
  return { exitCode, advisories: count('Vulnerabilities'), secrets: count('Secrets') };
}

async function place(t: TestHost, { files = {}, env = {} }: Hostile) {
  const cwd = join(t.folder, 'workspace');
  await mkdir(cwd);
  for (const [path, content] of Object.entries(files)) {
    await mkdir(dirname(join(cwd, path)), { recursive: true });
    await writeFile(join(cwd, path), content);
  }
  const filled = Object.entries(env).map(([name, value]) => [name, value.replace('{cwd}', cwd)]);
  return { cwd, env: Object.fromEntries(filled) as Record<string, string> };
}

/** Runs with another working folder, home and environment. */
async function within<T>(cwd: string, env: Record<string, string>, work: () => Promise<T>): Promise<T> {
  const before = process.cwd();
  const all: Record<string, string> = { HOME: cwd, XDG_CONFIG_HOME: cwd, ...env };
  const old = Object.fromEntries(Object.keys(all).map((name) => [name, process.env[name]]));
  process.chdir(cwd);
  Object.assign(process.env, all);
  try {
    return await work();
  } finally {
    process.chdir(before);
    for (const [name, value] of Object.entries(old)) {
      if (value === undefined) delete process.env[name];
      else process.env[name] = value;
    }
  }
}

describe.each(HOSTILE)('%s', (_name, hostile) => {
  test('changes what Trivy alone says, and nothing of what the gate sees', async () => {
    await using t = await testHost();
    const request = await scanRequest(t.folder, CARELESS);
    const { cwd, env } = await place(t, hostile);
    const clean = await naively(t, request.input, request.cacheDir, t.folder, {});
    expect(clean).toMatchObject({ exitCode: 0, secrets: 2 });
    expect(await naively(t, request.input, request.cacheDir, cwd, env)).not.toEqual(clean);
    const scan = await within(cwd, env, async () => scanImage(await realTrivy(), request, t.host));
    expect([scan.advisories.length, scan.secrets.length]).toEqual([clean.advisories, clean.secrets]);
  });
});

test('of our environment Trivy gets the path alone, with an empty home and an empty docker config', async () => {
  await using t = await testHost();
  const seen = join(t.folder, 'seen');
  const trivy = await scriptAsTrivy(
    t.folder,
    `env > ${seen}; ls -A "$HOME" "$DOCKER_CONFIG" "$PWD" >> ${seen}; exit 1`,
  );
  const secrets = {
    GITHUB_TOKEN: 'x',
    AWS_SECRET_ACCESS_KEY: 'x',
    TRIVY_PASSWORD: 'x',
    HTTPS_PROXY: 'http://user:pass@proxy.example',
    LD_PRELOAD: '',
  };
  const { cwd } = await place(t, { files: { '.docker/config.json': '{"auths":{"r":{"auth":"eDp5"}}}' } });
  const request = await scanRequest(t.folder, CARELESS);
  await within(cwd, secrets, () => scanImage(trivy, request, t.host).catch(() => null));
  const text = await readFile(seen, 'utf8');
  const names = text.split('\n').flatMap((line) => /^([A-Z_]+)=/.exec(line)?.[1] ?? []);
  expect(names.filter((name) => !['PWD', 'OLDPWD', '_', 'SHLVL'].includes(name)).sort()).toEqual([
    'DOCKER_CONFIG',
    'GOGC',
    'GOMEMLIMIT',
    'HOME',
    'PATH',
    'TEMP',
    'TMP',
    'TMPDIR',
    'USERPROFILE',
  ]);
  expect(text).not.toMatch(/config\.json|pass@/);
  expect(t.host.machine.memory).toBeLessThanOrEqual(totalmem());
  expect(text).toContain(`GOMEMLIMIT=${Math.floor(t.host.machine.memory / 2)}\n`);
});

test('what Trivy is told on its command line holds no secret', async () => {
  await using t = await testHost();
  const seen = join(t.folder, 'seen');
  const trivy = await scriptAsTrivy(t.folder, `printf '%s\\n' "$@" > ${seen}; exit 1`);
  await scanImage(trivy, await scanRequest(t.folder, CARELESS), t.host).catch(() => null);
  expect(await readFile(seen, 'utf8')).not.toMatch(/token|password|username|registry/i);
});
