import { describe, expect, test } from '@jest/globals';
import { resolveRunUser } from '../../src/image/run-user.ts';

const PASSWD = `root:x:0:0:root:/root:/bin/sh
toor:x:0:0:alias:/other:/bin/sh
app:x:1001:1002:app:/home/app:/bin/sh
4000:x:1003:1003:a name of digits:/home/digits:/bin/sh
`;
const GROUP = `root:x:0:
app:x:1002:app
1000:x:77:
`;

const ROOT = { kind: 'resolved', uid: 0, gid: 0, home: '/root' };

/** As seen with Docker Engine 20.10 and an image that holds these accounts. */
describe('resolveRunUser on an image with accounts', () => {
  test.each(['', '0', '00', '000', '+0', '-0', 'root', 'root:root', '0:0', ':0', ':', 'toor', 'root:', '0:'])(
    '%j is root',
    (user) => {
      expect(resolveRunUser(user, PASSWD, GROUP)).toEqual(ROOT);
    },
  );

  test.each([
    ['root:1000', 0, 1000, '/root'],
    ['0:1002', 0, 1002, '/root'],
    [':1000', 0, 1000, '/root'],
    ['app', 1001, 1002, '/home/app'],
    ['app:root', 1001, 0, '/home/app'],
    ['app:app', 1001, 1002, '/home/app'],
    ['1001:0', 1001, 0, '/home/app'],
    ['1001', 1001, 1002, '/home/app'],
    ['4242', 4242, 0, '/'],
    ['4242:4242', 4242, 4242, '/'],
    ['app:1002:more', 1001, 1002, '/home/app'],
    ['4000', 4000, 0, '/'],
    ['2147483647', 2147483647, 0, '/'],
  ])('%j is %i:%i at %s', (user, uid, gid, home) => {
    expect(resolveRunUser(user, PASSWD, GROUP)).toEqual({ kind: 'resolved', uid, gid, home });
  });

  test.each([
    ['0x0', /unable to find user 0x0/],
    ['0.0', /unable to find user 0\.0/],
    ['Root', /unable to find user Root/],
    ['nosuch', /unable to find user nosuch/],
    [' 0', /unable to find user {2}0/],
    ['0 ', /unable to find user/],
    ['1_0', /unable to find user/],
    ['٠', /unable to find user/],
    ['app:nosuch', /unable to find group nosuch/],
    ['root:App', /unable to find group App/],
    ['-1', /range/],
    ['2147483648', /range/],
    ['99999999999999999999', /unable to find user/],
    ['app:-1', /range/],
    ['1001:2147483648', /range/],
  ])('%j does not start', (user, message) => {
    expect(resolveRunUser(user, PASSWD, GROUP)).toEqual({ kind: 'error', message: expect.stringMatching(message) });
  });
});

describe('resolveRunUser on an image without accounts', () => {
  test.each([
    ['', 0, 0],
    ['0', 0, 0],
    ['1001', 1001, 0],
    ['1001:1002', 1001, 1002],
    [':5', 0, 5],
  ])('%j is %i:%i', (user, uid, gid) => {
    expect(resolveRunUser(user, null, null)).toEqual({ kind: 'resolved', uid, gid, home: '/' });
  });

  test.each(['root', 'app', '0:root'])('%j does not start', (user) => {
    expect(resolveRunUser(user, null, null)).toMatchObject({ kind: 'error' });
  });
});

describe('resolveRunUser on odd files', () => {
  test.each([
    ['the first of two lines wins', 'app:x:5:6::/a:\napp:x:7:8::/b:\n', 5],
    ['a uid that is no number is root', 'app:x:abc:6::/a:\n', 0],
    ['a missing uid is root', 'app\n', 0],
    ['an empty uid is root', 'app:x::6::/a:\n', 0],
    ['blanks around a line do not count', '  app:x:5:6::/a:  \r\n', 5],
    ['a negative uid of an account is taken', 'app:x:-5:6::/a:\n', -5],
  ])('%s', (_what, passwd, uid) => {
    expect(resolveRunUser('app', passwd, null)).toMatchObject({ kind: 'resolved', uid });
  });

  test.each([
    ['a byte order mark belongs to the name', '\ufeffapp:x:5:6::/a:\n'],
    ['a comment is an account like any other', '#app:x:5:6::/a:\n'],
    ['blanks inside a field belong to it', 'app :x:5:6::/a:\n'],
    ['a line that is too long', `${'x'.repeat(70_000)}\napp:x:5:6::/a:\n`],
  ])('%s', (_what, passwd) => {
    expect(resolveRunUser('app', passwd, null)).toMatchObject({ kind: 'error' });
  });

  test('the group of an account may be that of root', () => {
    expect(resolveRunUser('5', 'five:x:5:0::/five:\n', null)).toEqual({
      kind: 'resolved',
      uid: 5,
      gid: 0,
      home: '/five',
    });
  });
});

describe('resolveRunUser when files were not read', () => {
  test('a name is unknown', () => {
    expect(resolveRunUser('app', undefined, undefined)).toMatchObject({ kind: 'unknown' });
    expect(resolveRunUser('1001:app', PASSWD, undefined)).toMatchObject({ kind: 'unknown' });
  });

  test.each([
    ['', 0],
    ['0', 0],
    ['1001', 1001],
    ['1001:5', 1001],
  ])('%j is uid %i all the same', (user, uid) => {
    expect(resolveRunUser(user, undefined, undefined)).toMatchObject({ kind: 'resolved', uid });
  });
});
