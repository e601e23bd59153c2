import { describe, expect, test } from '@jest/globals';
import type { RepositoryEvidence } from '../../src/model/repository.ts';
import { dependencyUpdates } from '../../src/rules/dependency-updates.ts';
import type { Judgement } from '../../src/rules/rule.ts';
import { dockerfile, judge, repository } from '../support/evidence.ts';

const FROM = 'FROM node:24-slim\n';

function judgeWith(
  updaters: Readonly<Record<string, string>>,
  text = FROM,
  rest: Partial<RepositoryEvidence> = {},
): Judgement {
  return judge(dependencyUpdates, { dockerfile: dockerfile(text), repository: repository({ updaters, ...rest }) });
}

/** An entry of the docker ecosystem. */
function dependabot(lines: string): Readonly<Record<string, string>> {
  const text = `version: 2\nupdates:\n  - package-ecosystem: docker\n${lines.replace(/^/gm, '    ')}\n`;
  return { '.github/dependabot.yml': text };
}

const renovate = (text: string, file = 'renovate.json'): Readonly<Record<string, string>> => ({ [file]: text });

describe('Dependabot', () => {
  test.each([
    ['/', ''],
    ['""', ''],
    ['/servers/time', 'servers/time'],
    ['servers/time/', 'servers/time'],
  ])('directory %s covers folder %j', (directory, prefix) => {
    expect(judgeWith(dependabot(`directory: ${directory}`), FROM, { prefix }).answer).toBe('pass');
  });

  test.each([
    ['/', 'servers/time'],
    ['/servers', 'servers/time'],
    ['/servers/*', 'servers/time'],
    ['/servers/time', 'servers/timer'],
  ])('directory %s does not cover folder %j: it is not recursive and no glob', (directory, prefix) => {
    expect(judgeWith(dependabot(`directory: "${directory}"`), FROM, { prefix }).answer).toBe('fail');
  });

  test.each([
    ['"**/*"', '', 'pass'],
    ['"**/*"', 'a/b/c', 'pass'],
    ['"/servers/*"', 'servers/time', 'pass'],
    ['"/servers/*"', 'servers/a/b', 'fail'],
    ['"/servers/**"', 'servers/a/b', 'pass'],
    ['"/*"', 'servers', 'pass'],
    ['"/*"', 'servers/time', 'fail'],
    ['/lib-*', 'lib-a', 'pass'],
  ])('directories [%s] and folder %j: %s', (glob, prefix, answer) => {
    expect(judgeWith(dependabot(`directories: [${glob}]`), FROM, { prefix }).answer).toBe(answer);
  });

  test.each([
    [
      'another ecosystem',
      { '.github/dependabot.yml': 'version: 2\nupdates:\n  - package-ecosystem: npm\n    directory: /\n' },
    ],
    [
      'compose files only',
      { '.github/dependabot.yml': 'version: 2\nupdates:\n  - package-ecosystem: docker-compose\n    directory: /\n' },
    ],
    ['switched off', dependabot('directory: /\nopen-pull-requests-limit: 0')],
    ['everything ignored', dependabot('directory: /\nignore:\n  - dependency-name: "*"')],
    ['the file excluded', dependabot('directory: /\nexclude-paths: ["Dockerfile"]')],
  ])('does not cover it: %s', (_title, updaters) => expect(judgeWith(updaters).answer).toBe('fail'));

  test('ignoring major versions only is fine', () => {
    const lines = 'directory: /\nignore:\n  - dependency-name: "*"\n    update-types: ["version-update:semver-major"]';
    expect(judgeWith(dependabot(lines)).answer).toBe('pass');
  });

  test('the other spelling of the file', () => {
    const [text] = Object.values(dependabot('directory: /'));
    expect(judgeWith({ '.github/dependabot.yaml': text ?? '' }).answer).toBe('pass');
  });

  test('a version in a variable stays as it is, and is told at its line', () => {
    const text = `ARG TAG=24\nFROM node:\${TAG} AS build\nFROM node:24-slim\nCOPY --from=build /a /a\n`;
    const { violations } = judgeWith(dependabot('directory: /'), text);
    expect(violations).toMatchObject([
      { location: { startLine: 2 }, message: expect.stringContaining('FROM node:${TAG}') },
    ]);
  });

  test('the name of the file must say that it is a Dockerfile', () => {
    const named = (file: string) => ({ ...dockerfile(FROM), file });
    const around = repository({ updaters: dependabot('directory: /') });
    const answers = ['Dockerfile.prod', 'app.dockerfile', 'Containerfile', 'image.build'].map(
      (file) => judge(dependencyUpdates, { dockerfile: named(file), repository: around }).answer,
    );
    expect(answers).toEqual(['pass', 'pass', 'pass', 'fail']);
  });
});

describe('Renovate', () => {
  test.each([
    ['renovate.json', '{"extends":["config:recommended"]}'],
    ['.renovaterc', '{ /* all */ "extends": ["config:recommended",], // done\n}'],
    ['.github/renovate.json5', "{ extends: ['config:recommended'], url: 'http://x/y', }"],
    ['package.json', '{"name":"x","renovate":{"extends":["config:recommended"]}}'],
  ])('%s covers it', (file, text) => expect(judgeWith(renovate(text, file)).answer).toBe('pass'));

  test('it follows variables', () => {
    expect(judgeWith(renovate('{}'), 'ARG TAG=24\nFROM node:${TAG}\n').answer).toBe('pass');
  });

  test.each([
    ['switched off', '{"enabled":false}', ''],
    ['Dockerfiles switched off', '{"dockerfile":{"enabled":false}}', ''],
    ['other managers only', '{"enabledManagers":["npm"]}', ''],
    ['by a preset', '{"extends":["docker:disable"]}', ''],
    ['by a rule', '{"packageRules":[{"matchManagers":["dockerfile"],"enabled":false}]}', ''],
    ['an ignored folder', '{"ignorePaths":["legacy/**"]}', 'legacy/app'],
    ['what the usual preset ignores', '{"extends":["config:recommended"]}', 'examples/app'],
    ['not an included folder', '{"includePaths":["servers/**"]}', 'tools'],
  ])('does not cover it: %s', (_title, text, prefix) => {
    expect(judgeWith(renovate(text), FROM, { prefix }).answer).toBe('fail');
  });

  test.each([
    [
      'one image switched off',
      '{"packageRules":[{"matchManagers":["dockerfile"],"matchPackageNames":["x"],"enabled":false}]}',
      '',
    ],
    ['a list of its own replaces the preset', '{"extends":["config:recommended"],"ignorePaths":[]}', 'examples/app'],
    ['an included folder', '{"includePaths":["servers/**"]}', 'servers/time'],
  ])('still covers it: %s', (_title, text, prefix) => {
    expect(judgeWith(renovate(text), FROM, { prefix }).answer).toBe('pass');
  });
});

describe('what is not known', () => {
  test.each([
    ['broken YAML', { '.github/dependabot.yml': 'updates: [' }],
    ['no configuration at all', { '.github/dependabot.yml': 'hello' }],
    ['broken JSON', { 'renovate.json': '{"a":' }],
    [
      'aliases that multiply',
      {
        '.github/dependabot.yml':
          'a: &a [x,x]\nb: &b [*a,*a,*a,*a,*a,*a,*a,*a,*a]\nc: &c [*b,*b,*b,*b,*b,*b,*b,*b,*b]\nupdates: [*c,*c,*c,*c,*c,*c,*c,*c,*c]\n',
      },
    ],
    ['too deep', { 'renovate.json': '['.repeat(50_000) }],
    ['too large', { '.github/dependabot.yml': `updates: [] # ${'x'.repeat(100_000)}` }],
  ])('%s', (_title, updaters) => expect(judgeWith(updaters).answer).toBe('unknown'));

  test('a file that could not be read', () => {
    expect(judgeWith({}, FROM, { unreadable: ['renovate.json'] }).answer).toBe('unknown');
    expect(judgeWith({}, FROM, { unreadable: ['.dockerignore'] }).answer).toBe('fail');
  });

  test('no repository', () => {
    expect(judgeWith({}, FROM, { prefix: null, files: null }).answer).toBe('unknown');
    expect(judge(dependencyUpdates, { dockerfile: dockerfile(FROM) }).answer).toBe('unknown');
  });
});

test('hostile configuration costs no time', () => {
  const start = performance.now();
  const globs = Array.from({ length: 500 }, () => `"${'*a'.repeat(40)}"`).join(',');
  expect(judgeWith(dependabot(`directories: [${globs}]`), FROM, { prefix: 'a'.repeat(200) }).answer).toBe('pass');
  judgeWith(renovate(`{${Array.from({ length: 20_000 }, (_, at) => `k${at}:1`).join(',')}}`));
  judgeWith(renovate('"'.repeat(120_000)));
  judgeWith(renovate('/*'.repeat(60_000)));
  expect(performance.now() - start).toBeLessThan(5_000);
});

describe('a base that this repository builds', () => {
  const text = dockerfile('FROM node:24 AS build\nFROM ghcr.io/acme/base:1\nCOPY --from=build /a /a\n');
  const judged = (here: readonly string[]) =>
    judge(dependencyUpdates, {
      dockerfile: {
        ...text,
        pulledImages: text.pulledImages.map((image) =>
          here.includes(image.reference ?? '') ? { ...image, builtBy: 'base/Dockerfile' } : image,
        ),
      },
      repository: repository({ updaters: {} }),
    });

  test('is renewed with its own Dockerfile', () => {
    expect(judged(['node:24', 'ghcr.io/acme/base:1'])).toMatchObject({
      answer: 'pass',
      reason: 'FROM names only images that this repository builds.',
    });
  });

  test('does not answer for the others', () => {
    expect(judged(['ghcr.io/acme/base:1'])).toMatchObject({
      answer: 'fail',
      violations: [{ location: { startLine: 1 } }],
    });
    expect(judged([]).answer).toBe('fail');
  });
});
