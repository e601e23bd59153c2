import { describe, expect, test } from '@jest/globals';
import { userResolvable } from '../../src/rules/user-resolvable.ts';
import { dockerfile, image, judge, judgeText } from '../support/evidence.ts';

const texts = {
  '/etc/passwd': 'root:x:0:0::/root:/bin/sh\ntoor:x:0:0::/root:/bin/sh\napp:x:1001:1002::/home/app:/bin/sh\n',
  '/etc/group': 'root:x:0:\napp:x:1002:\n',
};

describe('the image, spelling by spelling', () => {
  test.each([
    ['', 'pass'],
    ['0', 'pass'],
    ['00', 'pass'],
    ['+0', 'pass'],
    ['-0', 'pass'],
    ['root', 'pass'],
    ['root:root', 'pass'],
    ['0:1002', 'pass'],
    ['toor', 'pass'],
    [':', 'pass'],
    [':1000', 'pass'],
    ['app', 'pass'],
    ['app:root', 'pass'],
    ['1001:0', 'pass'],
    ['4242', 'pass'],
    ['4242:4242', 'pass'],
    ['0x0', 'fail'],
    ['0.0', 'fail'],
    ['Root', 'fail'],
    ['nosuch', 'fail'],
    [' 0', 'fail'],
    ['app:nosuch', 'fail'],
    ['4294967296', 'fail'],
  ])('USER %j: %s', (user, answer) => {
    expect(judge(userResolvable, { image: image({ user }, { texts }) }).answer).toBe(answer);
  });

  test('even root needs an entry when it is named', () => {
    expect(judge(userResolvable, { image: image({ user: 'root' }) }).answer).toBe('fail');
  });

  test('files that were not read leave it open', () => {
    expect(judge(userResolvable, { image: image({ user: 'app' }, { texts: {} }) }).answer).toBe('unknown');
    expect(judge(userResolvable, { image: image({ user: '1001' }, { texts: {} }) }).answer).toBe('pass');
  });

  test('points at USER', () => {
    const parts = { dockerfile: dockerfile('FROM alpine\nUSER app\nCMD ["x"]\n'), image: image({ user: 'app' }) };
    expect(judge(userResolvable, parts).violations[0]?.location?.startLine).toBe(2);
  });
});

describe('a Dockerfile alone', () => {
  test.each([
    ['FROM alpine:3.22\nUSER app\nCMD ["x"]\n', 'unknown'],
    ['FROM alpine:3.22\nRUN adduser -D app\nUSER app\nCMD ["x"]\n', 'unknown'],
    ['FROM scratch\nCOPY --from=build /etc/passwd /etc/passwd\nUSER app\nCMD ["/x"]\n', 'unknown'],
    ['FROM scratch\nCOPY rootfs /\nUSER app\nCMD ["/x"]\n', 'unknown'],
    ['FROM scratch\nCOPY rootfs /app/../\nUSER app\nCMD ["/x"]\n', 'unknown'],
    ['FROM scratch\nWORKDIR /etc\nCOPY passwd .\nUSER app\nCMD ["/x"]\n', 'unknown'],
    ['FROM scratch\nCOPY x ${DIR}\nUSER app\nCMD ["/x"]\n', 'unknown'],
    ['FROM scratch\nCOPY ["server", "/srv/server"]\nUSER app\nCMD ["/x"]\n', 'fail'],
    ['FROM scratch AS base\nCOPY rootfs /\nFROM base\nUSER app\nCMD ["/x"]\n', 'unknown'],
    ['FROM scratch\nUSER 1000:app\nCMD ["/x"]\n', 'fail'],
    ['FROM node:24\nUSER $APP\nCMD ["/x"]\n', 'unknown'],
    ['FROM node:24\nUSER 1000\nCMD ["/x"]\n', 'pass'],
    ['FROM scratch\nUSER app\n', 'not-applicable'],
  ])('%j: %s', (text, answer) => {
    expect(judgeText(userResolvable, text).answer).toBe(answer);
  });
});
