import { describe, expect, test } from '@jest/globals';
import { UsageError } from '../../../src/model/failure.ts';
import { reasons, repository, user, way } from './repository.ts';

const BASE = [
  'FROM node:24-slim',
  'RUN useradd app',
  'ENV APP_UID=1001',
  'EXPOSE 3000',
  'HEALTHCHECK CMD node health.js',
  'USER app',
  'ONBUILD LABEL built=on',
].join('\n');
const CHILD = 'ARG TAG=1\nFROM ghcr.io/acme/mcp-base:$' + '{TAG}\nENV UID=$APP_UID\nCMD ["server.js"]\n';
const POLICY = 'bases:\n  ghcr.io/acme/mcp-base: base/Dockerfile\n';

describe('a base that the policy names', () => {
  test('gives user, ports and health check, each with the line of the base; alone nothing is known', async () => {
    await using repo = await repository({
      'base/Dockerfile': BASE,
      'time/Dockerfile': CHILD,
      '.github/image-gate.yml': POLICY,
    });
    const chain = await repo.chain('time/Dockerfile');
    const { config } = chain.evidence;
    const line = (startLine: number): object => expect.objectContaining({ file: 'base/Dockerfile', startLine });
    expect(config.user).toEqual({ value: 'app', known: true, from: line(6) });
    expect(config.exposedPorts.entries).toEqual([{ value: '3000/tcp', known: true, from: line(4) }]);
    expect(config.healthcheck).toEqual({
      value: expect.objectContaining({ test: ['CMD-SHELL', 'node health.js'] }),
      known: true,
      from: line(5),
    });
    expect(config.labels.entries).toEqual([{ value: 'built=on', known: true, from: line(7) }]);
    expect(config.env.entries).toContainEqual(expect.objectContaining({ value: 'UID=1001', known: true }));
    expect(way(chain)).toEqual(['ghcr.io/acme/mcp-base:1 base/Dockerfile', 'node:24-slim none']);
    expect(chain.bases[0]).toMatchObject({
      reason: 'built from base/Dockerfile by bases in .github/image-gate.yml:2',
      from: { file: 'time/Dockerfile', startLine: 2 },
    });
    expect(chain.bases[1]?.from).toMatchObject({ file: 'base/Dockerfile', startLine: 1 });

    await using alone = await repository({ 'time/Dockerfile': CHILD });
    const { evidence } = await alone.chain('time/Dockerfile');
    expect(evidence.config.user).toEqual({ value: null, known: false, from: null });
    expect(evidence.config.exposedPorts).toEqual({ entries: [], complete: false });
    expect(evidence.config.healthcheck).toEqual({ value: null, known: false, from: null });
  });

  test("what no Dockerfile sets has no place: the default PATH is the builder's", async () => {
    await using repo = await repository({
      'a/Dockerfile': 'FROM scratch\nUSER 1\n',
      'b/Dockerfile': 'FROM x.io/a\n',
      'c/Dockerfile': 'FROM x.io/b\n',
      '.github/image-gate.yml': 'bases: {x.io/a: a/Dockerfile, x.io/b: b/Dockerfile}',
    });
    const { evidence } = await repo.chain('c/Dockerfile');
    expect(evidence.config.env).toMatchObject({ complete: true, entries: [{ known: true, from: null }] });
    expect(evidence.config.workingDir).toEqual({ value: '/', known: true, from: null });
    expect(evidence.config.user.from).toMatchObject({ file: 'a/Dockerfile', startLine: 2 });
  });

  test('several levels, with a stage and build arguments of the policy', async () => {
    await using repo = await repository({
      'a/Dockerfile': 'ARG WHO=root\nFROM scratch AS slim\nARG WHO\nUSER $WHO\nFROM slim\nUSER 0\n',
      'b/Dockerfile': 'FROM x.io/a:1 AS one\nEXPOSE 80\nFROM one\n',
      'c/Dockerfile': 'FROM x.io/b\nEXPOSE 90\n',
      '.github/image-gate.yml':
        'bases:\n  x.io/b: b/Dockerfile\n  x.io/a: {dockerfile: a/Dockerfile, target: slim, build-args: {WHO: 1000}}\n',
    });
    const chain = await repo.chain('c/Dockerfile');
    expect(user(chain)).toEqual(['1000', true, 'a/Dockerfile:4']);
    expect(way(chain)).toEqual(['x.io/b b/Dockerfile', 'x.io/a:1 a/Dockerfile']);
    const ports = chain.evidence.config.exposedPorts;
    expect(ports.entries.map(({ value, from }) => [value, from?.file])).toEqual([
      ['80/tcp', 'b/Dockerfile'],
      ['90/tcp', 'c/Dockerfile'],
    ]);
    expect(ports.complete).toBe(true);
  });

  test('one file may build images upon each other', async () => {
    await using repo = await repository({
      Dockerfile: 'FROM scratch AS base\nUSER 7\nFROM x.io/base AS app\n',
      '.github/image-gate.yml': 'bases:\n  x.io/base: {dockerfile: Dockerfile, target: base}\n',
    });
    expect(user(await repo.chain('Dockerfile'))).toEqual(['7', true, 'Dockerfile:2']);
  });

  test('a circle is an error that names it', async () => {
    await using repo = await repository({
      'a/Dockerfile': 'FROM x.io/b\n',
      'b/Dockerfile': 'FROM x.io/a\n',
      'c/Dockerfile': 'FROM x.io/a\n',
      '.github/image-gate.yml': 'bases: {x.io/a: a/Dockerfile, x.io/b: b/Dockerfile}',
    });
    for (const path of ['a/Dockerfile', 'b/Dockerfile', 'c/Dockerfile']) {
      const failure = await repo.chain(path).catch((error: unknown) => error);
      expect(failure).toBeInstanceOf(UsageError);
      expect(failure).toMatchObject({
        code: 'base-circle',
        message: expect.stringContaining('x.io/a (a/Dockerfile) → x.io/b'),
      });
    }
  });

  test('a missing file is an error that names the policy; one that would not build is only not known', async () => {
    await using repo = await repository({
      'bad/Dockerfile': 'FROM scratch\nRUNN x\n',
      'a/Dockerfile': 'FROM x.io/gone\n',
      'b/Dockerfile': 'FROM x.io/bad\n',
      '.github/image-gate.yml': 'bases:\n  x.io/gone: gone/Dockerfile\n  x.io/bad: bad/Dockerfile\n',
    });
    await expect(repo.chain('a/Dockerfile')).rejects.toThrow(
      'There is no Dockerfile at gone/Dockerfile. (built from gone/Dockerfile by bases in .github/image-gate.yml:2)',
    );
    const chain = await repo.chain('b/Dockerfile');
    expect(chain.evidence.config.user.known).toBe(false);
    expect(reasons(chain)).toContain('bad/Dockerfile:2 would not build: unknown instruction');
  });

  test('a base that needs a variable of its own base is not rejected for it', async () => {
    await using repo = await repository({
      'base/Dockerfile': 'FROM far.io/away\nUSER $WHO\n',
      Dockerfile: 'FROM x.io/base\n',
      '.github/image-gate.yml': 'bases: {x.io/base: base/Dockerfile}',
    });
    expect(user(await repo.chain('Dockerfile'))).toEqual(['', false, 'base/Dockerfile:2']);
  });
});

test('a chain without end is given up', async () => {
  const levels = 40;
  const files = Object.fromEntries(
    Array.from({ length: levels }, (_, level) => [
      `d${level}/Dockerfile`,
      `FROM x.io/i${level + 1}\nEXPOSE ${level + 1}\n`,
    ]),
  );
  const bases = Array.from({ length: levels }, (_, level) => `  x.io/i${level}: d${level}/Dockerfile\n`).join('');
  await using repo = await repository({ ...files, '.github/image-gate.yml': `bases:\n${bases}` });
  const chain = await repo.chain('d0/Dockerfile');
  expect(chain.evidence.config.exposedPorts.entries.length).toBeGreaterThan(30);
  expect(reasons(chain)).toContain('longer than 32');
});

test('a base is evaluated once, however many stand upon it', async () => {
  const reads: string[] = [];
  await using repo = await repository({
    'base/Dockerfile': 'FROM scratch\nUSER 5\n',
    ...Object.fromEntries(
      Array.from({ length: 20 }, (_, index) => [`s${index}/Dockerfile`, 'FROM x.io/base\nFROM x.io/base\n']),
    ),
    '.github/image-gate.yml': 'bases: {x.io/base: base/Dockerfile}',
  });
  const { readBytes } = repo.host.files;
  const files = {
    ...repo.host.files,
    readBytes: (path: string, limit: number) => {
      reads.push(path);
      return readBytes(path, limit);
    },
  };
  const { explain } = await import('../../../src/commands/explain.ts');
  const { loadAsked } = await import('../../../src/commands/policy-file.ts');
  const host = { ...repo.host, files };
  const dockerfile = Array.from({ length: 20 }, (_, index) => `s${index}/Dockerfile`);
  const asked = await loadAsked({ workingDirectory: [repo.path], dockerfile }, host);
  const { explanations, exitCode } = await explain(asked, repo.cache, host);
  expect([exitCode, explanations.length]).toEqual([0, 20]);
  expect(reads.filter((path) => path.endsWith('base/Dockerfile'))).toHaveLength(1);
});
