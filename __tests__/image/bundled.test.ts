import { expect, test } from '@jest/globals';
import { bundledRemedy, isBundled } from '../../src/image/bundled.ts';

test.each([
  [
    'usr/local/lib/node_modules/npm/node_modules/tar/package.json',
    /^x belongs to npm, which the base image brings along, not to the application\. .*npm or npx.* rm -rf \/usr\/local\/lib\/node_modules\/npm \/usr\/local\/bin\/npm \/usr\/local\/bin\/npx\)/,
  ],
  ['usr/lib/node_modules/npm/package.json', /rm -rf \/usr\/lib\/node_modules\/npm \/usr\/bin\/npm \/usr\/bin\/npx\)/],
  ['usr/share/nodejs/npm/node_modules/tar/package.json', /apt-get purge -y npm/],
  [
    'usr/local/lib/node_modules/corepack/package.json',
    /rm -rf \/usr\/local\/lib\/node_modules\/corepack \/usr\/local\/bin\/corepack\)/,
  ],
  ['opt/yarn-v1.22.22/package.json', /rm -rf \/opt\/yarn-v1\.22\.22 /],
  ['usr/local/lib/python3.12/site-packages/pip-24.0.dist-info/METADATA', /pip uninstall -y setuptools wheel pip/],
  ['usr/local/lib/python3.12/site-packages/setuptools/_vendor/wheel-0.43.0.dist-info/METADATA', /pip uninstall/],
  [
    'usr/local/lib/python3.12/ensurepip/_bundled/pip-24.0.dist-info/METADATA',
    /rm -rf \/usr\/local\/lib\/python3\.12\/ensurepip\)/,
  ],
])('%s', (path, remedy) => {
  expect(bundledRemedy('x', path, 'base')).toMatch(remedy);
});

test.each([
  [null],
  ['app/node_modules/npm/node_modules/tar/package.json'],
  ['usr/local/lib/node_modules/typescript/package.json'],
  ['usr/local/lib/node_modules/npm-check/package.json'],
  ['usr/local/lib/python3.12/site-packages/pipx-1.0.dist-info/METADATA'],
  ['opt/venv/lib/python3.12/site-packages/pip-24.0.dist-info/METADATA'],
])('%s belongs to nobody but the application', (path) => {
  expect(bundledRemedy('x', path, 'base')).toBeNull();
  expect(isBundled(path, null)).toBe(false);
});

test('npm in a layer of the build is npm still, pip and setuptools there are installed on purpose', () => {
  const npm = 'usr/local/lib/node_modules/npm/package.json';
  expect(bundledRemedy('npm', npm, 'app')).toMatch(/^npm belongs to npm itself, not to the application/);
  expect(bundledRemedy('pip', 'usr/lib/python3/site-packages/pip-24.0.dist-info/METADATA', 'app')).toBeNull();
});
