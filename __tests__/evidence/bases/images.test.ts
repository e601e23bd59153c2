import { chmod, readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { UsageError } from '../../../src/model/failure.ts';
import { buildOciIndex, buildOciLayout } from '../../support/image-builder/oci-layout.ts';
import { temporaryFolder } from '../../support/temporary-folder.ts';
import { type HostOptions, reasons, repository, type TestRepository, user, way } from './repository.ts';

const ID = 'a'.repeat(64);
const DIGEST = `sha256:${'d'.repeat(64)}`;
const CONFIG = {
  User: 'node',
  Env: ['NODE_VERSION=24'],
  ExposedPorts: { '80/tcp': {} },
  Healthcheck: null,
  OnBuild: ['ENV BUILT=on'],
};
const INSPECTED = { Id: `sha256:${ID}`, Os: 'linux', Architecture: 'amd64', Config: CONFIG };
const FILES = { Dockerfile: 'FROM node:24\nCMD ["node"]\n' };

/** A program that answers by its arguments (a part of them decides) and notes what it was asked. */
async function program(folder: string, name: string, answers: readonly (readonly [string, string])[]): Promise<string> {
  const file = join(folder, name);
  const cases = answers.map(([part, output], index) => ({ part, file: join(folder, `${name}-${index}`), output }));
  for (const { file: answer, output } of cases) await writeFile(answer, output);
  const branches = cases.map(({ part, file: answer }) => `*"${part}"*) cat '${answer}';;`).join('\n');
  await writeFile(
    file,
    `#!/bin/sh\necho "$*" >> '${file}.log'\ncase "$*" in\n${branches}\n*) echo "unknown: $*" >&2; exit 1;;\nesac\n`,
  );
  await chmod(file, 0o755);
  return file;
}

const asked = async (file: string): Promise<readonly string[]> =>
  (await readFile(`${file}.log`, 'utf8').catch(() => '')).split('\n').filter((line) => line !== '');

async function withPrograms(
  programs: Readonly<Record<string, readonly (readonly [string, string])[]>>,
  files: Readonly<Record<string, string>> = FILES,
): Promise<{ readonly repo: TestRepository; readonly files: Readonly<Record<string, string>> } & AsyncDisposable> {
  const folder = await temporaryFolder('programs');
  const paths: Record<string, string> = {};
  for (const [name, answers] of Object.entries(programs)) paths[name] = await program(folder.path, name, answers);
  const options: HostOptions = { programs: paths };
  const repo = await repository(files, options);
  return {
    repo,
    files: paths,
    [Symbol.asyncDispose]: async () => {
      await repo[Symbol.asyncDispose]();
      await folder[Symbol.asyncDispose]();
    },
  };
}

const row = (repository: string, tag: string, digest = '<none>', id = ID): string =>
  `${repository}\t${tag}\t${digest}\tsha256:${id}\n`;

describe('the local engine', () => {
  const docker = [
    ['image ls', row('python', '3') + row('node', '24', DIGEST)],
    [`image inspect sha256:${ID}`, JSON.stringify([INSPECTED])],
  ] as const;

  test('gives the config of an image of exactly this name, and its ONBUILD runs', async () => {
    await using setup = await withPrograms({ docker });
    const chain = await setup.repo.chain('Dockerfile');
    expect(user(chain)).toEqual(['node', true, 'Dockerfile:1']);
    const { env, exposedPorts, healthcheck } = chain.evidence.config;
    expect(env.entries.map(({ value }) => value)).toEqual(expect.arrayContaining(['NODE_VERSION=24', 'BUILT=on']));
    expect([env.complete, exposedPorts.complete, healthcheck.known, healthcheck.value]).toEqual([
      true,
      true,
      true,
      null,
    ]);
    expect(reasons(chain)).toBe(`the local image ${ID.slice(0, 12)} of docker; another build may find a newer one`);
    expect((await asked(setup.files['docker'] ?? '')).every((line) => !/\b(pull|run)\b/.test(line))).toBe(true);
  });

  test.each([
    ['a digest', `node@${DIGEST}`, 'node'],
    ['a tag and a digest', `node:24@${DIGEST}`, 'node'],
    ['the whole name', 'docker.io/library/node:24', 'node'],
    ['another tag', 'node:25', null],
    ['another digest', `node:24@sha256:${'e'.repeat(64)}`, null],
    ['another registry', 'x.io/node:24', null],
  ])('%s', async (_name, reference, expected) => {
    await using setup = await withPrograms({ docker }, { Dockerfile: `FROM ${reference}\n` });
    expect(user(await setup.repo.chain('Dockerfile'))[0]).toBe(expected);
  });

  test('an image for another platform is no base', async () => {
    const inspected = JSON.stringify([{ ...INSPECTED, Architecture: 'arm64' }]);
    await using setup = await withPrograms({
      docker: [
        ['image ls', row('node', '24')],
        ['inspect', inspected],
      ],
    });
    const chain = await setup.repo.chain('Dockerfile');
    expect(user(chain)).toEqual([null, false, null]);
    expect(reasons(chain)).toContain('is for linux/arm64, not for linux/amd64');
  });

  test('two engines with different images decide nothing', async () => {
    await using setup = await withPrograms({
      docker,
      podman: [['image ls', row('docker.io/library/node', '24', '<none>', 'b'.repeat(64))]],
    });
    const chain = await setup.repo.chain('Dockerfile');
    expect([user(chain)[1], reasons(chain)]).toEqual([false, 'docker and podman have different images of this name']);
  });

  test('what podman built without a registry', async () => {
    await using setup = await withPrograms({
      podman: [
        ['image ls', row('localhost/node', '24')],
        ['inspect', JSON.stringify([INSPECTED])],
      ],
    });
    expect(user(await setup.repo.chain('Dockerfile'))).toEqual(['node', true, 'Dockerfile:1']);
  });

  test.each([
    ['an engine that is down', []],
    ['nonsense', [['image ls', 'what\nis\tthis\t\t\n']]],
    ['an image that is gone', [['image ls', row('node', '24')]]],
    [
      'an answer that is none',
      [
        ['image ls', row('node', '24')],
        ['inspect', '{"a":'],
      ],
    ],
    [
      'an answer of another form',
      [
        ['image ls', row('node', '24')],
        ['inspect', '[{"Os":1}]'],
      ],
    ],
  ] as const)('%s is no failure', async (_name, answers) => {
    await using setup = await withPrograms({ docker: answers });
    expect(user(await setup.repo.chain('Dockerfile'))).toEqual([null, false, null]);
  });

  test('is not asked when only the repository counts', async () => {
    await using setup = await withPrograms({ docker });
    expect(user(await setup.repo.chain('Dockerfile', { resolveBases: ['repository'] }))[1]).toBe(false);
    expect(await asked(setup.files['docker'] ?? '')).toEqual([]);
  });
});

describe('an image that is given', () => {
  const image = (platform: string, User: string): Parameters<typeof buildOciLayout>[0] => ({
    platform,
    config: { User, OnBuild: ['EXPOSE 90'] },
    steps: [{ createdBy: 'COPY', files: [{ path: 'a', content: 'a' }] }],
  });

  test('is read from its layout, and wins over all else', async () => {
    await using repo = await repository({
      ...FILES,
      'compose.yaml': 'services: {n: {image: "node:24", build: other}}',
      'other/Dockerfile': 'FROM scratch\n',
    });
    await buildOciLayout(image('linux/amd64', 'given'), join(repo.path, 'base'));
    const chain = await repo.chain('Dockerfile', { base: ['node:24=oci:base'] });
    expect(user(chain)).toEqual(['given', true, 'Dockerfile:1']);
    expect(chain.evidence.config.exposedPorts.entries.map(({ value }) => value)).toEqual(['90/tcp']);
    expect([way(chain), reasons(chain)]).toEqual([['node:24 image'], 'oci:base, as given for it']);
  });

  test('for the platform that is built', async () => {
    await using repo = await repository({ Dockerfile: 'FROM --platform=linux/arm64 node:24\n' });
    await buildOciIndex([image('linux/amd64', 'amd'), image('linux/arm64', 'arm')], join(repo.path, 'base'), {});
    expect(user(await repo.chain('Dockerfile', { base: ['node:24=oci:base'] }))[0]).toBe('arm');
  });

  test('and is not there, is an error', async () => {
    await using repo = await repository(FILES);
    const failure = await repo.chain('Dockerfile', { base: ['node:24=oci:nope'] }).catch((error: unknown) => error);
    expect(failure).toBeInstanceOf(UsageError);
    expect(failure).toMatchObject({ message: expect.stringContaining('The base oci:nope: there is no such folder') });
  });

  test('for what is no name of an image, is an error', async () => {
    await using repo = await repository(FILES);
    await expect(repo.chain('Dockerfile', { base: ['No Name=oci:base'] })).rejects.toMatchObject({
      code: 'base-invalid',
    });
  });
});

describe('a registry, when it is asked for', () => {
  const config = JSON.stringify({ os: 'linux', architecture: 'amd64', config: CONFIG });
  const skopeo = [
    ['--format {{.Digest}} docker://docker.io/library/node:24', `${DIGEST}\n`],
    [`inspect --config docker://docker.io/library/node@${DIGEST}`, config],
  ] as const;
  const registry = { resolveBases: ['registry'] };

  test('through skopeo, and the next time from the cache', async () => {
    await using setup = await withPrograms({ skopeo });
    const { repo } = setup;
    expect(user(await repo.chain('Dockerfile'))[1]).toBe(false);
    const chain = await repo.chain('Dockerfile', registry);
    expect(user(chain)).toEqual(['node', true, 'Dockerfile:1']);
    expect(reasons(chain)).toBe(`the registry's ${DIGEST.slice(0, 19)}`);
    expect(await readdir(join(repo.cache, 'bases'))).toEqual([`${'d'.repeat(64)}-linux-amd64.json`]);
    expect(user(await repo.chain('Dockerfile', registry))[0]).toBe('node');
    const lines = await asked(setup.files['skopeo'] ?? '');
    expect(lines.map((line) => line.includes('--config'))).toEqual([false, true, false]);
  });

  test('a digest that is in the cache needs no tool; a damaged entry counts as none', async () => {
    await using setup = await withPrograms({ skopeo }, { ...FILES, Pinned: `FROM node:24@${DIGEST}\n` });
    const { repo } = setup;
    await repo.chain('Dockerfile', registry);
    const before = await asked(setup.files['skopeo'] ?? '');
    expect(user(await repo.chain('Pinned', registry))[0]).toBe('node');
    expect(await asked(setup.files['skopeo'] ?? '')).toEqual(before);
    await writeFile(join(repo.cache, 'bases', `${'d'.repeat(64)}-linux-amd64.json`), '{"os":1}');
    expect(user(await repo.chain('Dockerfile', registry))[0]).toBe('node');
  });

  test.each([
    ['one image', JSON.parse(config)],
    ['an index', { 'linux/arm64': { os: 'linux', architecture: 'arm64' }, 'linux/amd64': JSON.parse(config) }],
  ])('through docker buildx: %s', async (_name, image) => {
    const docker = [
      ['imagetools inspect', JSON.stringify({ name: 'x', manifest: { digest: DIGEST }, image })],
    ] as const;
    await using setup = await withPrograms({ docker });
    expect(user(await setup.repo.chain('Dockerfile', registry))).toEqual(['node', true, 'Dockerfile:1']);
  });

  test('that does not answer leaves the base unknown, and says why', async () => {
    await using setup = await withPrograms({ skopeo: [], docker: [] });
    const chain = await setup.repo.chain('Dockerfile', registry);
    expect(user(chain)).toEqual([null, false, null]);
    expect(reasons(chain)).toMatch(/^skopeo: unknown: .*; docker buildx: unknown: /);
    await using bare = await repository(FILES);
    expect(reasons(await bare.chain('Dockerfile', registry))).toContain('neither skopeo nor docker buildx is there');
  });
});
