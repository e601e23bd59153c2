import { expect, test } from '@jest/globals';
import { packageCacheLeft } from '../../src/rules/package-cache-left.ts';
import { image, judge } from '../support/evidence.ts';
import { imageWith } from '../support/image-tree.ts';

test.each([
  ['/var/lib/apt/lists/deb.debian.org_InRelease', 'fail'],
  ['/var/cache/apk/APKINDEX.0.tar.gz', 'fail'],
  ['/var/cache/dnf/x.solv', 'fail'],
  ['/var/cache/apt/archives/git.deb', 'fail'],
  ['/root/.cache/pip/http/a', 'fail'],
  ['/home/app/.cache/uv/archive/a', 'fail'],
  ['/.npm/_cacache/index', 'fail'],
  ['/root/.cargo/registry/x.crate', 'fail'],
  ['/var/lib/apt/extended_states', 'pass'],
  ['/root/.cache/huggingface/model', 'pass'],
  ['/app/.cache/pip/x', 'pass'],
  ['/var/lib/dpkg/status', 'pass'],
])('%s: %s', (path, answer) => {
  expect(judge(packageCacheLeft, { image: imageWith({ [path]: { size: 1_000_000 } }) }).answer).toBe(answer);
});

test('a lock file or an empty index is not worth a word', () => {
  const files = { '/var/lib/apt/lists/lock': '', '/var/cache/apk/x': { size: 20_000 } };
  expect(judge(packageCacheLeft, { image: imageWith(files) }).answer).toBe('pass');
});

test('sizes, the largest first; what was deleted too late is said', () => {
  const files = {
    '/var/lib/apt/lists/a': { size: 1_000_000, deleted: true },
    '/root/.cache/pip/b': { size: 2_000_000 },
    '/root/.cache/pip/c': { size: 500_000 },
  } as const;
  expect(judge(packageCacheLeft, { image: imageWith(files) }).reason).toBe(
    'Caches of package managers, 3.5 MB in all: /root/.cache/pip (2.5 MB), /var/lib/apt/lists (1.0 MB, deleted too late).',
  );
});

test('is open without the files', () => {
  expect(judge(packageCacheLeft, { image: image() }).answer).toBe('unknown');
});
