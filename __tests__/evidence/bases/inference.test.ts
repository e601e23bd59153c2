import { describe, expect, test } from '@jest/globals';
import { buildPush, COMPOSE, chainOf, run, V, workflow, X } from './build-files.ts';
import { reasons, repository, type Texts, user, way } from './repository.ts';

describe('a build file that builds and tags exactly this image', () => {
  test.each<[string, Texts]>([
    ['compose', { 'compose.yaml': COMPOSE }],
    [
      'compose, long form',
      {
        'deploy/docker-compose.prod.yml':
          'services:\n  b:\n    image: x.io/acme/base:1\n    build: {context: .., dockerfile: base/Dockerfile}\n',
      },
    ],
    ['compose, tags', { 'compose.yml': 'services:\n  b:\n    build: {context: base, tags: ["x.io/acme/base:1"]}\n' }],
    [
      'compose, a variable tag',
      { 'compose.yml': `services:\n  b:\n    image: x.io/acme/base:${V('TAG:-1')}\n    build: base\n` },
    ],
    [
      'compose, merged',
      { 'compose.yml': 'x-b: &b\n  build: base\nservices:\n  b:\n    <<: *b\n    image: x.io/acme/base:1\n' },
    ],
    [
      'bake, JSON',
      { 'docker-bake.json': JSON.stringify({ target: { b: { context: 'base', tags: ['x.io/acme/base:1'] } } }) },
    ],
    [
      'bake, HCL',
      {
        'docker-bake.hcl': `variable "TAG" { default = "1" }\n# a comment\ntarget "b" {\n  context = "base" // here\n  args = { "UNUSED" = "x" }\n  tags = ["x.io/acme/base:${V('TAG')}",\n    "x.io/acme/base:latest",]\n}\n`,
      },
    ],
    [
      'bake, inherited',
      {
        'docker-bake.hcl':
          'target "_c" {\n  context = "base"\n}\ntarget "b" {\n  inherits = ["_c"]\n  tags = ["x.io/acme/base:1"]\n  output = [{ type = "docker" }]\n}\n',
      },
    ],
    ['build-push-action', workflow(buildPush({ context: 'base', tags: 'x.io/acme/base:1' }))],
    [
      'build-push-action, file',
      workflow(
        buildPush({
          file: './base/Dockerfile',
          push: 'true',
          tags: `x.io/acme/base:latest,x.io/acme/base:${X('github.sha')}`,
        }),
      ),
    ],
    [
      'env',
      workflow(
        buildPush({ context: 'base', tags: `${X('env.REGISTRY')}/acme/base:${X('github.sha')}` }),
        'env: {REGISTRY: x.io}\n',
      ),
    ],
    [
      "the repository's name",
      workflow(
        buildPush({ context: 'base', tags: `x.io/${X('github.repository_owner')}/base:${X('github.ref_name')}` }),
      ),
    ],
    [
      'metadata-action',
      workflow(
        `      - id: meta\n        uses: docker/metadata-action@v5\n        with: {images: "name=x.io/acme/base,enable=true"}\n${buildPush({ context: 'base', tags: X('steps.meta.outputs.tags') })}`,
      ),
    ],
    [
      'matrix',
      {
        '.github/workflows/b.yml': `jobs:\n  b:\n    strategy: {matrix: {server: [time, base]}}\n    steps:\n${buildPush({ context: X('matrix.server'), tags: `x.io/acme/${X('matrix.server')}:1` })}`,
      },
    ],
    [
      'matrix include',
      {
        '.github/workflows/b.yml': `jobs:\n  b:\n    strategy: {matrix: {include: [{n: base, f: base/Dockerfile}, {n: time, f: t/Dockerfile}]}}\n    steps:\n${buildPush({ file: X('matrix.f'), tags: `x.io/acme/${X('matrix.n')}:1` })}`,
      },
    ],
    ['docker build', run('docker build -t x.io/acme/base:1 base')],
    [
      'docker buildx build',
      run(
        'set -e\ncd base && sudo docker buildx build --platform linux/amd64 \\\n  --push --tag=x.io/acme/base:1 -f Dockerfile .',
      ),
    ],
    ['a variable tag', run('podman build -t "x.io/acme/base:$GITHUB_SHA" -f base/Dockerfile . # comment')],
    ['a subshell', run('(cd elsewhere; true); DOCKER_BUILDKIT=1 docker build -q -tx.io/acme/base:1 base > log')],
    [
      'a working directory',
      workflow('      - run: docker build -t x.io/acme/base:1 .\n        working-directory: base\n'),
    ],
  ])('%s', async (_name, texts) => {
    const chain = await chainOf(texts, 'x.io/acme/base:1', { GITHUB_REPOSITORY: 'acme/mcp' });
    expect(user(chain)).toEqual(['app', true, 'base/Dockerfile:3']);
    expect(way(chain)).toEqual(['x.io/acme/base:1 base/Dockerfile']);
  });

  test('says where', async () => {
    expect(reasons(await chainOf({ 'compose.yaml': COMPOSE }))).toBe('built from base/Dockerfile by compose.yaml:3');
    expect(reasons(await chainOf(run('docker build -t x.io/acme/base:1 base')))).toBe(
      'built from base/Dockerfile by .github/workflows/build.yml:4',
    );
  });

  test('the policy wins over it', async () => {
    const chain = await chainOf({
      'compose.yaml': COMPOSE,
      'other/Dockerfile': 'FROM scratch\nUSER 9\n',
      '.github/image-gate.yml': 'bases: {x.io/acme/base: other/Dockerfile}',
    });
    expect(user(chain)).toEqual(['9', true, 'other/Dockerfile:2']);
  });
});

describe('what is not proven is only said', () => {
  test.each<[string, Texts, string, string]>([
    [
      'another tag',
      { 'compose.yaml': COMPOSE },
      'x.io/acme/base:2',
      'perhaps base/Dockerfile: compose.yaml:3 builds x.io/acme/base with another tag',
    ],
    ['a digest', { 'compose.yaml': COMPOSE }, `x.io/acme/base:1@sha256:${'a'.repeat(64)}`, 'FROM pins a digest'],
    ['another registry', { 'compose.yaml': COMPOSE }, 'y.io/acme/base:1', 'an image of a name like this'],
    [
      'a variable registry',
      { 'compose.yml': `services:\n  b:\n    image: ${V('R:-x.io')}/acme/base:1\n    build: base\n` },
      'x.io/acme/base:1',
      'an image of a name like this',
    ],
    [
      'a name alone',
      {},
      'x.io/acme/mcp-base:1',
      'perhaps base/Dockerfile, by its name; if so, name base/Dockerfile under bases',
    ],
    [
      'two Dockerfiles',
      { 'compose.yaml': COMPOSE, 'o/Dockerfile': 'FROM scratch\n', ...run('docker build -t x.io/acme/base:1 o') },
      'x.io/acme/base:1',
      'built in several ways: ',
    ],
  ])('%s', async (_name, texts, from, reason) => {
    const chain = await chainOf(texts, from);
    expect(user(chain)).toEqual([null, false, null]);
    expect(reasons(chain)).toContain(reason);
  });

  test.each<[string, Texts]>([
    [
      'a context elsewhere',
      { 'compose.yaml': 'services: {b: {image: "x.io/acme/base:1", build: "https://github.com/a/b.git"}}' },
    ],
    [
      'an inline Dockerfile',
      {
        'compose.yaml':
          'services: {b: {image: "x.io/acme/base:1", build: {context: base, dockerfile_inline: "FROM x"}}}',
      },
    ],
    ['a Dockerfile outside', { 'compose.yaml': 'services: {b: {image: "x.io/acme/base:1", build: ../base}}' }],
    ['no such Dockerfile', { 'compose.yaml': 'services: {b: {image: "x.io/acme/base:1", build: nowhere}}' }],
    ['no build', { 'compose.yaml': 'services: {b: {image: "x.io/acme/base:1"}}' }],
    ['standard input', run('docker build -t x.io/acme/base:1 - < base/Dockerfile')],
    ['a folder that only the run knows', run('cd "$DIR" && docker build -t x.io/acme/base:1 base')],
    ['a Dockerfile that only the run knows', run('docker build -t x.io/acme/base:1 -f "$FILE" .')],
    ['a command in quotes', run('echo "docker build -t x.io/acme/base:1 base"')],
    ['a stage that only the run knows', run('docker build -t x.io/acme/base:1 --target "$STAGE" base')],
    [
      'build arguments from elsewhere',
      workflow(buildPush({ context: 'base', tags: 'x.io/acme/base:1', 'build-args': X('steps.x.outputs.args') })),
    ],
    [
      'a bake matrix',
      {
        'docker-bake.hcl':
          'target "b" {\n  matrix = { n = ["a"] }\n  context = "base"\n  tags = ["x.io/acme/base:1"]\n}\n',
      },
    ],
    [
      'bake arguments of a function',
      {
        'docker-bake.hcl':
          'target "b" {\n  context = "base"\n  args = merge(a, {})\n  tags = ["x.io/acme/base:1"]\n}\n',
      },
    ],
    ['broken YAML', { 'compose.yaml': 'services: [' }],
    ['broken HCL', { 'docker-bake.hcl': 'target "b {\n' }],
  ])('%s', async (_name, texts) => {
    const chain = await chainOf(texts);
    expect([user(chain), way(chain)]).toEqual([[null, false, null], ['x.io/acme/base:1 none']]);
  });

  test('a build that takes the name of a public image for its own does not make the public one', async () => {
    const texts = { 'compose.yaml': 'services: {b: {image: "node:24", build: base}}' };
    const chain = await chainOf(texts, 'node:24');
    expect([user(chain), way(chain)]).toEqual([[null, false, null], ['node:24 none']]);
    expect(reasons(chain)).toContain('compose.yaml:1 builds docker.io/library/node, the name of a public image');
  });

  test("a short name that is nobody else's is a local image", async () => {
    const chain = await chainOf(
      { 'compose.yaml': 'services: {b: {image: "mcp-base:ci", build: base}}' },
      'mcp-base:ci',
    );
    expect(user(chain)).toEqual(['app', true, 'base/Dockerfile:3']);
  });

  test('an image that is built upon itself', async () => {
    const chain = await chainOf({ 'compose.yaml': 'services: {b: {image: webapp, build: .}}' }, 'webapp');
    expect(way(chain)).toEqual(['webapp none']);
    expect(reasons(chain)).toContain('leads in a circle: webapp (Dockerfile) → webapp');
  });

  test('every image of a circle is unknown, whoever asks', async () => {
    await using repo = await repository({
      'a/Dockerfile': 'FROM x.io/bb\nUSER a\n',
      'b/Dockerfile': 'FROM x.io/aa\nUSER b\n',
      'c/Dockerfile': 'FROM x.io/aa\n',
      'compose.yaml': 'services:\n  a: {image: x.io/aa, build: a}\n  b: {image: x.io/bb, build: b}\n',
    });
    for (const path of ['c/Dockerfile', 'a/Dockerfile', 'b/Dockerfile']) {
      const { bases } = await repo.chain(path);
      expect(bases.map(({ resolvedBy }) => resolvedBy)).toEqual(['none']);
    }
  });
});
