import { expect, test } from '@jest/globals';
import { checkRule } from '../../src/rules/check.ts';
import { packageManagerLeft } from '../../src/rules/package-manager-left.ts';
import { evidence, image, judge } from '../support/evidence.ts';
import { imageWith, type Tree } from '../support/image-tree.ts';

const reasonOf = (files: Tree, config = {}): string =>
  judge(packageManagerLeft, { image: imageWith(files, config) }).reason;

test.each<[string, Tree, string]>([
  ['apk', { '/sbin/apk': { program: 'amd64' } }, 'apk (/sbin/apk)'],
  [
    'apt and dpkg',
    { '/usr/bin/apt-get': '', '/usr/bin/apt': '', '/usr/bin/dpkg': '' },
    'apt (/usr/bin/apt), dpkg (/usr/bin/dpkg)',
  ],
  [
    'pip under several names',
    { '/usr/local/bin/pip': '', '/usr/local/bin/pip3': '', '/usr/local/bin/pip3.14': '' },
    'pip (/usr/local/bin/pip).',
  ],
  ['ensurepip', { '/usr/local/lib/python3.14/ensurepip/__main__.py': '' }, 'pip ('],
  ['uv in a home', { '/root/.local/bin/uvx': '' }, 'uv (/root/.local/bin/uvx)'],
])('%s', (_title, files, said) => {
  expect(reasonOf(files)).toContain(said);
});

test.each<[string, Tree]>([
  ['packages of those names', { '/app/node_modules/npm/index.js': '', '/app/node_modules/yarn/package.json': '{}' }],
  ['links that lead nowhere', { '/usr/local/bin/npm': { link: '../lib/node_modules/npm/bin/npm-cli.js' } }],
  ['folders', { '/opt/bin/pip/': {} }],
  ['what is deleted later', { '/usr/local/bin/npm': { content: '', deleted: true } }],
  ['other programs', { '/usr/bin/pipewire': '', '/usr/bin/uvicorn': '', '/usr/bin/pip-audit': '' }],
])('passes: %s', (_title, files) => {
  expect(judge(packageManagerLeft, { image: imageWith(files) }).answer).toBe('pass');
});

test('says so when the start command needs it', () => {
  expect(reasonOf({ '/usr/local/bin/npx': '' }, { entrypoint: ['npx', 'server'] })).toContain(
    'The start command itself uses npm',
  );
});

test('gates in the strict profile only', () => {
  const subject = evidence({ image: imageWith({ '/sbin/apk': '' }) });
  const options = { transport: 'auto', allowedBases: [], allowedPorts: null } as const;
  for (const profile of ['mcp', 'container', 'strict'] as const) {
    const usual = packageManagerLeft.severity[profile];
    const check = usual === 'off' ? null : checkRule(packageManagerLeft, usual, subject, { ...options, profile });
    expect(check?.severity).toBe(profile === 'strict' ? 'high' : 'medium');
  }
});

test('is open without the files', () => {
  expect(judge(packageManagerLeft, { image: image() }).answer).toBe('unknown');
});
