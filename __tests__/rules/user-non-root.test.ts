import { describe, expect, test } from '@jest/globals';
import { userNonRoot } from '../../src/rules/user-non-root.ts';
import { dockerfile, image, judge, judgeText } from '../support/evidence.ts';

const PASSWD = 'root:x:0:0:root:/root:/bin/sh\ntoor:x:0:0::/root:/bin/sh\napp:x:1001:1002::/home/app:/bin/sh\n';
const GROUP = 'root:x:0:\napp:x:1002:\n';
const texts = { '/etc/passwd': PASSWD, '/etc/group': GROUP };

describe('the built image is the last word', () => {
  test.each([
    ['app', 'pass'],
    ['app:root', 'pass'],
    ['1001', 'pass'],
    ['4242', 'pass'],
    ['1001:0', 'pass'],
    ['', 'fail'],
    ['root', 'fail'],
    ['0', 'fail'],
    ['00', 'fail'],
    ['+0', 'fail'],
    ['0:0', 'fail'],
    ['root:app', 'fail'],
    ['toor', 'fail'],
    [':1000', 'fail'],
    [':', 'fail'],
    ['nosuch', 'fail'],
    ['Root', 'fail'],
  ])('USER %j: %s', (user, answer) => {
    expect(judge(userNonRoot, { image: image({ user }, { texts }) }).answer).toBe(answer);
  });

  test('a name without any passwd file starts no container', () => {
    const { answer, reason } = judge(userNonRoot, { image: image({ user: 'app' }) });
    expect(answer).toBe('fail');
    expect(reason).toContain('cannot be resolved in the image');
  });

  test('a Dockerfile that is right does not excuse an image that is not', () => {
    const parts = {
      dockerfile: dockerfile('FROM alpine:3.22\nUSER app\nCMD ["/x"]\n'),
      image: image({ user: '' }, { texts }),
    };
    expect(judge(userNonRoot, parts)).toMatchObject({ answer: 'fail', violations: [{ location: { startLine: 2 } }] });
  });

  test('an image whose base is already non-root passes, whatever the Dockerfile says', () => {
    const parts = {
      dockerfile: dockerfile('FROM gcr.io/distroless/static:nonroot\nCMD ["/x"]\n'),
      image: image({ user: '65532' }),
    };
    expect(judge(userNonRoot, parts).answer).toBe('pass');
  });

  test('without a Dockerfile there is no line', () => {
    expect(judge(userNonRoot, { image: image({ user: '0' }) }).violations[0]?.location).toBeNull();
  });
});

describe('a Dockerfile alone', () => {
  test.each([
    ['FROM node:24-slim\nCMD ["x"]\n', 'unknown'],
    ['FROM node:24-slim\nUSER $APP_UID\n', 'unknown'],
    ['FROM node:24-slim\nARG APP_UID=1000\nUSER $APP_UID\n', 'pass'],
    ['FROM node:24-slim\nARG APP_UID=0\nUSER $APP_UID\n', 'fail'],
    ['FROM node:24-slim\nUSER toor\n', 'unknown'],
    ['FROM node:24-slim\nUSER root:app\n', 'fail'],
    ['FROM node:24-slim\nUSER node\nUSER root\nRUN x\nUSER node\n', 'pass'],
  ])('%j: %s', (text, answer) => {
    expect(judgeText(userNonRoot, text).answer).toBe(answer);
  });

  test('points at the USER that selects root', () => {
    expect(judgeText(userNonRoot, 'FROM node:24\nRUN x\nUSER root\n').violations[0]?.location).toEqual({
      file: 'Dockerfile',
      startLine: 3,
      endLine: 3,
    });
  });

  test('tells of a user that is created but not selected', () => {
    const { reason } = judgeText(userNonRoot, 'FROM scratch\nRUN adduser -D app\nCMD ["x"]\n');
    expect(reason).toContain('A user is created but never selected.');
  });

  test('an image without a program is data', () => {
    expect(judgeText(userNonRoot, 'FROM scratch\nCOPY data /data\n').answer).toBe('not-applicable');
  });
});
