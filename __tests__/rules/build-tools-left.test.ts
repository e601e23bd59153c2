import { expect, test } from '@jest/globals';
import type { ImageConfig } from '../../src/model/image.ts';
import { buildToolsLeft } from '../../src/rules/build-tools-left.ts';
import { image, judge } from '../support/evidence.ts';
import { imageWith, type Tree } from '../support/image-tree.ts';

const TIMES = { interval: 0, timeout: 0, startPeriod: 0, startInterval: 0, retries: 0 };

test.each<[string, Tree, Partial<ImageConfig>, string]>([
  ['git', { '/usr/bin/git': { program: 'amd64' } }, {}, 'fail'],
  ['git for a git server', { '/usr/bin/git': { program: 'amd64' } }, { entrypoint: ['mcp-server-git'] }, 'pass'],
  ['git for a GitHub server', { '/usr/bin/git': { program: 'amd64' } }, { entrypoint: ['github-mcp-server'] }, 'fail'],
  [
    'curl for the health check',
    { '/usr/bin/curl': '' },
    { healthcheck: { ...TIMES, test: ['CMD-SHELL', 'curl -f x || exit 1'] } },
    'pass',
  ],
  ['curl for nothing', { '/usr/bin/curl': '' }, { healthcheck: { ...TIMES, test: ['CMD', '/probe'] } }, 'fail'],
  [
    'applets of BusyBox',
    { '/bin/busybox': '', '/usr/bin/wget': { link: '/bin/busybox' }, '/usr/bin/nc': { link: '../../bin/busybox' } },
    {},
    'pass',
  ],
  ['perl, which Debian cannot do without', { '/usr/bin/perl': '' }, {}, 'pass'],
  ['files of those names elsewhere', { '/usr/share/doc/git': '', '/app/make': '' }, {}, 'pass'],
  ['a compiler with signs in its name', { '/usr/bin/g++': '', '/usr/bin/c++': '' }, {}, 'fail'],
  ['headers', { '/usr/include/zlib.h': '' }, {}, 'fail'],
])('%s: %s', (_title, files, config, answer) => {
  expect(judge(buildToolsLeft, { image: imageWith(files, config) }).answer).toBe(answer);
});

test('is open without the files', () => {
  expect(judge(buildToolsLeft, { image: image() }).answer).toBe('unknown');
});
