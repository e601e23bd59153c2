import { describe, expect, test } from '@jest/globals';
import { COMPOSE, chainOf, run } from './build-files.ts';
import { reasons, user, way } from './repository.ts';

describe('build arguments', () => {
  test('that are written out count', async () => {
    const chain = await chainOf({ 'compose.yaml': `${COMPOSE.replace('./base', '{context: base, args: [WHO=me]}')}` });
    expect(user(chain)).toEqual(['me', true, 'base/Dockerfile:3']);
  });

  test('that only the build knows make unknown what hangs on them, and nothing else', async () => {
    const chain = await chainOf(run('docker build --build-arg WHO=$USER -t x.io/acme/base:1 base'));
    expect(user(chain)).toEqual([null, false, 'base/Dockerfile:3']);
    expect(chain.evidence.config.exposedPorts).toMatchObject({
      complete: true,
      entries: [{ value: '3000/tcp', known: true }],
    });
  });

  test('that differ between two builds of one file, too', async () => {
    const chain = await chainOf({
      'compose.yaml': COMPOSE,
      ...run('docker build --build-arg WHO=root -t x.io/acme/base:1 base'),
    });
    expect(user(chain)).toEqual([null, false, 'base/Dockerfile:3']);
    expect(reasons(chain)).toBe('built from base/Dockerfile by .github/workflows/build.yml:4, compose.yaml:3');
  });

  test('ONBUILD that hangs on one is no base', async () => {
    const chain = await chainOf({
      'base/Dockerfile': 'FROM scratch\nARG WHO\nUSER x\nONBUILD USER y\n',
      ...run('docker build --build-arg WHO=$USER -t x.io/acme/base:1 base'),
    });
    expect(user(chain)).toEqual(['y', true, 'base/Dockerfile:4']);
  });
});

test('hostile build files cost little', async () => {
  const started = performance.now();
  const deep = `services: ${'['.repeat(200_000)}`;
  const chain = await chainOf({
    'compose.yaml': deep,
    'compose.a.yaml': `build: &a [x]\n${'b: *a\n'.repeat(5000)}`,
    'docker-bake.hcl': `target "b" {\n  tags = ["${'\\"'.repeat(200_000)}\n${'/*'.repeat(20_000)}`,
    'docker-bake.x.hcl': `target "b" {\n  tags = ${'['.repeat(100_000)}`,
    ...run(`build ${'${'.repeat(50_000)}${'"'.repeat(10_001)}${"'".repeat(10_001)}`),
  });
  expect(way(chain)).toEqual(['x.io/acme/base:1 none']);
  expect(performance.now() - started).toBeLessThan(10_000);
});
