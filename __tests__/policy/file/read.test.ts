import { describe, expect, test } from '@jest/globals';
import { UsageError } from '../../../src/model/failure.ts';
import { readPolicyFile } from '../../../src/policy/file/read.ts';

const read = (text: string): ReturnType<typeof readPolicyFile> => readPolicyFile(text, 'policy.yml');

function mistakes(text: string): string {
  try {
    read(text);
  } catch (error) {
    if (error instanceof UsageError && error.code === 'bad-policy') return error.message;
    throw error;
  }
  return 'nothing wrong';
}

describe('a policy file', () => {
  test('with everything in it', () => {
    const text = [
      'profile: strict',
      'bases:',
      '  ghcr.io/acme/base: base/Dockerfile',
      '  ghcr.io/acme/slim:',
      '    dockerfile: base/Dockerfile',
      '    target: slim',
      '    build-args: { NODE_VERSION: 24.10, DEBUG: yes, EMPTY: "" }',
      'images:',
      '  - name: time',
      '    image: ghcr.io/acme/time:ci',
      '    dockerfile: servers/time/Dockerfile',
      '    target: final',
      '    build-args: { TAG: 010 }',
      '    platform: linux/arm64',
      '    transport: stdio',
      '    context: servers',
      '  - image: ghcr.io/acme/git:ci',
    ].join('\n');
    const nothing = { target: null, buildArgs: {} };
    expect(read(text)).toMatchObject({
      file: 'policy.yml',
      profile: 'strict',
      bases: {
        'ghcr.io/acme/base': { ...nothing, dockerfile: 'base/Dockerfile', line: 3 },
        'ghcr.io/acme/slim': {
          dockerfile: 'base/Dockerfile',
          target: 'slim',
          buildArgs: { NODE_VERSION: '24.10', DEBUG: 'yes', EMPTY: '' },
          line: 4,
        },
      },
      images: [
        {
          name: 'time',
          image: 'ghcr.io/acme/time:ci',
          dockerfile: 'servers/time/Dockerfile',
          target: 'final',
          buildArgs: { TAG: '010' },
          platform: 'linux/arm64',
          transport: 'stdio',
          context: 'servers',
        },
        {
          ...nothing,
          name: null,
          image: 'ghcr.io/acme/git:ci',
          dockerfile: null,
          platform: null,
          transport: null,
          context: null,
        },
      ],
    });
  });

  test.each([[''], ['# nothing yet\n'], ['{}'], ['---\n...\n']])('%j says nothing', (text) => {
    expect(read(text)).toMatchObject({ file: 'policy.yml', profile: null, bases: {}, images: [] });
  });
});

describe('mistakes have a line and a column', () => {
  test.each([
    ['bases:\n  acme/base:1: Dockerfile', '2:3: bases.acme/base:1: write an image repository without tag'],
    ['imags: []', '1:1: unknown key "imags"; did you mean "images"?'],
    ['images:\n  - image: a\n    dockerfle: b', '3:5: unknown key "dockerfle"; did you mean "dockerfile"?'],
    ['rules: {}', '1:1: unknown key "rules"; known: profile, bases, images'],
    ['profile: srtict', '1:1: profile: allowed: mcp, container, strict'],
    ['images:\n  - name: x', '2:5: images.0: name an image, a Dockerfile or both'],
    ['images: x', '1:1: images: write a list of images'],
    ['bases: [a]', '1:1: bases: write a map of image repositories and Dockerfiles'],
    ['bases:\n  a/b: 7', '2:3: bases.a/b: write the path of a Dockerfile, or a map with'],
    ['bases:\n  a/b: ../Dockerfile', '2:3: bases.a/b.dockerfile: write a path inside the repository'],
    ['bases:\n  a/b: /etc/Dockerfile', '2:3: bases.a/b.dockerfile: write a path inside the repository'],
    [
      'bases:\n  node: a\n  docker.io/library/node: b',
      '3:3: "docker.io/library/node" and "node" are one image repository',
    ],
    ['images:\n  - {name: a, image: a}\n  - {name: a, image: b}', '3:6: two images have the name "a"'],
    ['images:\n  - image: a\n    platform: arm64', '3:5: images.0.platform: write os/architecture'],
    ['images:\n  - image: a\n    transport: tcp', '3:5: images.0.transport: allowed: auto, http, stdio, both'],
    ['images:\n  - image: a\n    build-args: {A: [1]}', '3:18: images.0.build-args.A: write a text'],
    ['images:\n  - image: "a\\nb"', '2:5: images.0.image: control characters are not allowed'],
    ['a: 1\na: 2', '2:1: Map keys must be unique'],
    ['images: [', '1:10: Flow sequence in block collection must be'],
    ['just words', '1:1: write a map with profile, bases and images'],
    ['images: *nobody', '1:1: Unresolved alias'],
  ])('%j', (text, message) => {
    expect(mistakes(text)).toContain(`policy.yml:${message}`);
  });

  test('all at once, in the order of the file', () => {
    const all = mistakes('profile: x\nbase: {}\nimages:\n  - nam: a\n    image: b\n');
    expect(all.match(/policy\.yml:\d+:\d+/g)).toEqual(['policy.yml:1:1', 'policy.yml:2:1', 'policy.yml:4:5']);
    expect(all).not.toContain('\n');
  });
});

test('a file made to be deep is refused', () => {
  const message = mistakes(`images: ${'['.repeat(100_000)}`);
  expect(message).toMatch(/^policy\.yml:1:\d+: /);
  expect(message.length).toBeLessThan(5000);
});

test('a file made to grow is refused, fast', () => {
  const bomb = [
    'a: &a [x,x,x,x,x,x,x,x,x]',
    ...'bcdefghij'.split('').map((name, index) => {
      const before = 'abcdefghij'[index];
      return `${name}: &${name} [${`*${before},`.repeat(9)}]`;
    }),
  ].join('\n');
  expect(mistakes(bomb)).toContain('policy.yml:1:1: Excessive alias count');
});
