import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from '@jest/globals';
import { completeLock } from '../../scripts/lib/complete-lock.ts';
import { ROOT } from '../../scripts/lib/repository.ts';

test('adds the packages for other systems, and keeps what is there', () => {
  const lock = {
    packages: {
      '': { version: '1.0.0' },
      'node_modules/@tool/linux-x64': { version: '2.0.0', integrity: 'sha512-x', optional: true },
      'node_modules/tool': {
        version: '2.0.0',
        dev: true,
        optionalDependencies: {
          '@tool/linux-x64': '2.0.0',
          '@tool/darwin-arm64': '2.0.0',
          '@tool/linux-arm64-musl': '2.0.0',
          '@tool/linux-arm-gnueabihf': '2.0.0',
          'no-system': '2.0.0',
          '@tool/win32-x64-msvc': '^2.0.0',
        },
      },
    },
  };
  const { completed, added } = completeLock(lock);
  expect(added).toEqual([
    'node_modules/@tool/darwin-arm64',
    'node_modules/@tool/linux-arm-gnueabihf',
    'node_modules/@tool/linux-arm64-musl',
  ]);
  expect(completed.packages).toEqual({
    ...lock.packages,
    'node_modules/@tool/darwin-arm64': { version: '2.0.0', cpu: ['arm64'], dev: true, optional: true, os: ['darwin'] },
    'node_modules/@tool/linux-arm-gnueabihf': {
      version: '2.0.0',
      cpu: ['arm'],
      dev: true,
      optional: true,
      os: ['linux'],
    },
    'node_modules/@tool/linux-arm64-musl': {
      version: '2.0.0',
      cpu: ['arm64'],
      dev: true,
      libc: ['musl'],
      optional: true,
      os: ['linux'],
    },
  });
  expect(Object.keys(completed.packages)).toEqual(Object.keys(completed.packages).sort());
});

test('the committed lock file is complete', async () => {
  const lock = JSON.parse(await readFile(join(ROOT, 'package-lock.json'), 'utf8'));
  expect(completeLock(lock).added).toEqual([]);
});
