import { spawn } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { text } from 'node:stream/consumers';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { ExplanationJson } from '../../src/report/explain/schema.ts';
import { CLI, type Ran } from '../support/command-line.ts';
import { buildOciLayout } from '../support/image-builder/oci-layout.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

/** The shipped `image-gate explain`. */

type Explained = Extract<ExplanationJson, { config: unknown }>;

async function run(args: readonly string[], cwd: string): Promise<Ran> {
  const child = spawn(
    process.execPath,
    [CLI, 'explain', '--resolve-bases', 'repository', '--platform', 'linux/amd64', ...args],
    {
      cwd,
      stdio: ['ignore', 'pipe', 'pipe'],
      env: { PATH: process.env['PATH'], HOME: cwd, NO_COLOR: '1' },
    },
  );
  const code = new Promise<number | null>((resolve, reject) => {
    child.on('error', reject);
    child.on('close', resolve);
  });
  const [stdout, stderr] = await Promise.all([text(child.stdout), text(child.stderr)]);
  return { code: await code, stdout, stderr };
}

const BASE = 'FROM scratch\nEXPOSE 3000\nHEALTHCHECK CMD ["/health"]\nUSER app\n';
const FILES: Readonly<Record<string, string>> = {
  'base/Dockerfile': BASE,
  'time/Dockerfile': 'ARG TAG=1\nFROM ghcr.io/acme/mcp-base:$' + '{TAG} AS final\nENTRYPOINT ["/server"]\n',
  'alone/Dockerfile': 'FROM ghcr.io/acme/other:1\n',
  'bad/Dockerfile': 'FROM scratch\nRUNN x\n',
  'late/Dockerfile': 'FROM scratch AS a\nFROM a\nUSER $NOBODY\nSTOPSIGNAL $NOTHING\n',
  'policy.yml':
    'bases:\n  ghcr.io/acme/mcp-base: base/Dockerfile\nimages:\n  - {name: t, dockerfile: time/Dockerfile}\n',
};

let folder: Awaited<ReturnType<typeof temporaryFolder>>;

beforeAll(async () => {
  folder = await temporaryFolder('explain');
  for (const [file, content] of Object.entries(FILES)) {
    await mkdir(dirname(join(folder.path, file)), { recursive: true });
    await writeFile(join(folder.path, file), content);
  }
});
afterAll(async () => {
  await folder[Symbol.asyncDispose]();
});

async function explain(...args: readonly string[]): Promise<Ran & { readonly json: Explained }> {
  const ran = await run(['--format', 'json', ...args], folder.path);
  return { ...ran, json: JSON.parse(ran.stdout) };
}

describe('one Dockerfile', () => {
  test("inherits from the base that the same repository builds, with the base's lines", async () => {
    const { code, json, stderr } = await explain('--dockerfile', 'time/Dockerfile', '--policy', 'policy.yml');
    expect([code, stderr]).toEqual([0, '']);
    expect(json).toMatchObject({
      schema: 'image-gate/explain/1',
      dockerfile: 'time/Dockerfile',
      target: 'final',
      stages: [{ name: 'final', from: 'ghcr.io/acme/mcp-base:$' + '{TAG}', line: 2 }],
      bases: [{ ref: 'ghcr.io/acme/mcp-base:1', resolvedBy: 'dockerfile', dockerfile: 'base/Dockerfile' }],
      config: {
        user: { value: 'app', known: true, from: { file: 'base/Dockerfile', line: 4 } },
        exposedPorts: { value: ['3000/tcp'], known: true, from: [{ file: 'base/Dockerfile', line: 2 }] },
        healthcheck: { value: ['CMD', '/health'], known: true, from: { file: 'base/Dockerfile', line: 3 } },
        entrypoint: { value: ['/server'], known: true, from: { file: 'time/Dockerfile', line: 3 } },
        env: { known: true, from: [null] },
      },
    });
  });

  test('alone knows none of it', async () => {
    const { json } = await explain('--dockerfile', 'alone/Dockerfile');
    expect(json.bases).toMatchObject([{ ref: 'ghcr.io/acme/other:1', resolvedBy: 'none', dockerfile: null }]);
    expect(json.config).toMatchObject({
      user: { value: null, known: false, from: null },
      exposedPorts: { value: [], known: false, from: [] },
      healthcheck: { value: null, known: false, from: null },
    });
  });

  test('as a table', async () => {
    const { code, stdout } = await run(['--dockerfile', 'time/Dockerfile', '--policy', 'policy.yml'], folder.path);
    expect(code).toBe(0);
    expect(stdout.replace(/\s+/g, ' ')).toContain(
      'user app base/Dockerfile:4, through FROM ghcr.io/acme/mcp-base:1 (time/Dockerfile:2)',
    );
  });
});

describe('several', () => {
  test('are a list in the order asked, with what BuildKit rejects in its place, and exit 2', async () => {
    const files = ['bad/Dockerfile', 'base/Dockerfile', 'nope/Dockerfile', 'late/Dockerfile'];
    const ran = await run(['--format', 'json', ...files.flatMap((file) => ['--dockerfile', file])], folder.path);
    expect(ran.code).toBe(2);
    expect(JSON.parse(ran.stdout)).toMatchObject([
      { dockerfile: 'bad/Dockerfile', error: { line: 2, message: expect.stringContaining('unknown instruction') } },
      { dockerfile: 'base/Dockerfile', config: { user: { value: 'app' } } },
      { dockerfile: 'nope/Dockerfile', error: { line: null, message: expect.stringContaining('no Dockerfile') } },
      { dockerfile: 'late/Dockerfile', error: { line: 4 } },
    ]);
  });

  test('of the policy file', async () => {
    const { code, stdout } = await run(['--format', 'json', '--policy', 'policy.yml'], folder.path);
    expect([code, JSON.parse(stdout)]).toMatchObject([0, [{ dockerfile: 'time/Dockerfile' }]]);
  });

  test('cannot share a stage', async () => {
    const files = ['--dockerfile', 'base/Dockerfile', '--dockerfile', 'time/Dockerfile', '--target', 'x'];
    const { code, stdout, stderr } = await run(files, folder.path);
    expect([code, stdout]).toEqual([2, '']);
    expect(stderr).toContain('hold for one subject');
  });
});

test('an image has its own config, with the lines of the Dockerfile that is named', async () => {
  const config = { User: 'app', ExposedPorts: { '3000/tcp': {} }, Env: ['A=1'] };
  await buildOciLayout(
    { config, steps: [{ createdBy: 'COPY', files: [{ path: 'a', content: 'a' }] }] },
    join(folder.path, 'image'),
  );
  const { code, json } = await explain('--image', 'oci:image', '--dockerfile', 'base/Dockerfile');
  expect(code).toBe(0);
  expect(json).toMatchObject({
    image: { reference: 'oci:image', imageId: expect.stringMatching(/^sha256:/) },
    config: {
      user: { value: 'app', known: true, from: { file: 'base/Dockerfile', line: 4 } },
      env: { value: ['A=1'], known: true, from: [null] },
      healthcheck: { value: null, known: true, from: null },
    },
  });
  const alone = await explain('--image', 'oci:image');
  expect(alone.json).toMatchObject({ dockerfile: null, target: null, config: { user: { value: 'app', from: null } } });
  expect((await explain('--image', 'oci:nope')).code).toBe(2);
});

test('a wrong policy file is exit 2, with line and column', async () => {
  await writeFile(join(folder.path, 'wrong.yml'), 'images:\n  - {nam: x}\n');
  const { code, stderr } = await run(['--policy', 'wrong.yml'], folder.path);
  expect([code, stderr]).toEqual([
    2,
    expect.stringContaining('wrong.yml:2:6: unknown key "nam"; did you mean "name"?'),
  ]);
});

const CORPUS = join(import.meta.dirname, '../../../shared/corpus');

/** One line of the answers of BuildKit that stand beside the corpus. */
interface Expected {
  readonly file: string;
  readonly error?: string;
  readonly user: string;
  readonly exposed: readonly string[] | null;
  readonly healthcheck: readonly string[] | null;
  readonly env: readonly string[] | null;
  readonly entrypoint: readonly string[] | null;
  readonly cmd: readonly string[] | null;
  readonly workingDir: string;
  readonly stopSignal: string;
}

(existsSync(CORPUS) ? test : test.skip)(
  'the real files of the corpus beside the project: as BuildKit says, in one process',
  async () => {
    const lines = readFileSync(join(CORPUS, 'buildkit-expected.jsonl'), 'utf8')
      .split('\n')
      .filter((line) => line !== '');
    const expected = lines.map((line) => JSON.parse(line) as Expected);
    const started = performance.now();
    const { code, stdout } = await run(
      ['--format', 'json', ...expected.flatMap(({ file }) => ['--dockerfile', file])],
      CORPUS,
    );
    const seconds = (performance.now() - started) / 1000;
    const explained: readonly ExplanationJson[] = JSON.parse(stdout);
    expect(explained.map(ours)).toEqual(expected.map(theirs));
    expect(code).toBe(expected.some(({ error }) => error !== undefined) ? 2 : 0);
    expect(expected.length).toBeGreaterThan(200);
    // It takes half a second; a machine that is busy with other tests is given more.
    expect(seconds).toBeLessThan(10);
  },
);

/** Empty and missing are one in BuildKit's JSON. */
function filled<T>(value: T): T | null {
  const isEmpty = value === '' || (Array.isArray(value) && value.length === 0);
  return isEmpty ? null : value;
}

function ours(explanation: ExplanationJson): object {
  if ('error' in explanation) return { file: explanation.dockerfile, rejectedAt: explanation.error.line };
  const { user, exposedPorts, healthcheck, env, entrypoint, cmd, workingDir, stopSignal } = explanation.config;
  const settings = { user, exposedPorts, healthcheck, env, entrypoint, cmd, workingDir, stopSignal };
  const values = Object.entries(settings).map(([name, { value }]) => [name, filled<unknown>(value)]);
  return { file: explanation.dockerfile, ...Object.fromEntries(values) };
}

function theirs({
  file,
  error,
  exposed,
  user,
  healthcheck,
  env,
  entrypoint,
  cmd,
  workingDir,
  stopSignal,
}: Expected): object {
  if (error !== undefined) return { file, rejectedAt: Number(/line (\d+):/.exec(error)?.[1]) };
  const settings = { user, exposedPorts: exposed, healthcheck, env, entrypoint, cmd, workingDir, stopSignal };
  return {
    file,
    ...Object.fromEntries(Object.entries(settings).map(([name, value]) => [name, filled<unknown>(value)])),
  };
}
