import { describe, expect, test } from '@jest/globals';
import type { ImageConfig } from '../../src/model/image.ts';
import { userHome } from '../../src/rules/user-home.ts';
import { image, judge } from '../support/evidence.ts';
import { imageWith, type Tree } from '../support/image-tree.ts';

const PASSWD = 'root:x:0:0::/root:/bin/sh\napp:x:1001:1002::/home/app:/bin/sh\n';

describe('user-home', () => {
  test.each<[string, Tree, Partial<ImageConfig>, string, string | null]>([
    ['an account with its home', { '/home/app/': { uid: 1001 } }, { user: 'app' }, 'pass', null],
    ['root', {}, { user: '' }, 'pass', null],
    ['a home that belongs to root', { '/home/app/': {} }, { user: 'app' }, 'fail', 'low'],
    ['the same with npx', { '/home/app/': {} }, { user: 'app', entrypoint: ['npx', 'x'] }, 'fail', null],
    [
      'the same with npx in a shell',
      { '/home/app/': {} },
      { user: 'app', entrypoint: ['/bin/sh', '-c', 'exec npx x'] },
      'fail',
      null,
    ],
    ['a home by its group', { '/home/app/': { gid: 1002, mode: 0o775 } }, { user: 'app' }, 'pass', null],
    [
      'HOME in the environment goes first',
      { '/data/': { uid: 1001 } },
      { user: 'app', env: ['HOME=/data'] },
      'pass',
      null,
    ],
    ['a number without an account', {}, { user: '4242', entrypoint: ['uvx', 'x'] }, 'fail', null],
    [
      'with a cache that can be made',
      { '/tmp/': { mode: 0o1777 } },
      { user: '4242', entrypoint: ['uvx', 'x'], env: ['UV_CACHE_DIR=/tmp/uv'] },
      'pass',
      null,
    ],
    [
      'with a cache that cannot be made',
      { '/var/': {} },
      { user: '4242', entrypoint: ['uvx', 'x'], env: ['UV_CACHE_DIR=/var/uv'] },
      'fail',
      null,
    ],
    [
      'a home behind a closed folder',
      { '/home/': { mode: 0o700 }, '/home/app/': { uid: 1001 } },
      { user: 'app' },
      'fail',
      'low',
    ],
    [
      'a home that is a link',
      { '/srv/app/': { uid: 1001 }, '/home/app': { link: '../srv/app' } },
      { user: 'app' },
      'pass',
      null,
    ],
    ['a home that is a file', { '/home/app': 'x' }, { user: 'app' }, 'fail', 'low'],
  ])('%s', (_title, files, config, answer, severity) => {
    const built = imageWith({ '/etc/passwd': PASSWD, ...files }, config);
    expect(judge(userHome, { image: built })).toMatchObject({ answer, severity });
  });

  test('names the cache that root left', () => {
    const files = { '/etc/passwd': PASSWD, '/home/app/': { uid: 1001 }, '/home/app/.cache/uv/': {} };
    const { answer, reason } = judge(userHome, { image: imageWith(files, { user: 'app' }) });
    expect(answer).toBe('fail');
    expect(reason).toContain('/home/app/.cache, /home/app/.cache/uv');
  });

  test('is open without the files', () => {
    expect(judge(userHome, { image: image({ user: '1' }) }).answer).toBe('unknown');
    expect(judge(userHome, { image: imageWith({}, { user: 'nosuch' }) }).answer).toBe('unknown');
  });
});
