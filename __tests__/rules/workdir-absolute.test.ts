import { describe, expect, test } from '@jest/globals';
import { workdirAbsolute } from '../../src/rules/workdir-absolute.ts';
import { dockerfile, image, judge, judgeText } from '../support/evidence.ts';

describe('relative', () => {
  test('the first one of a chain is named, later ones are fixed by it', () => {
    const text = 'FROM scratch AS base\nWORKDIR srv\nWORKDIR app\nFROM base\nWORKDIR sub\n';
    expect(judgeText(workdirAbsolute, text).violations).toMatchObject([
      { place: 'workdir:base', location: { startLine: 2 }, severity: null },
    ]);
  });

  test('in a builder it weighs less, in a stage that is not built nothing', () => {
    const text =
      'FROM scratch AS build\nWORKDIR src\nFROM scratch AS unused\nWORKDIR x\nFROM scratch\nCOPY --from=build /src /a\n';
    expect(judgeText(workdirAbsolute, text).violations).toMatchObject([{ place: 'workdir:build', severity: 'low' }]);
  });

  test('what the base image sets can change, so it does not help', () => {
    const parts = {
      dockerfile: dockerfile('FROM acme/base:1\nWORKDIR app\n'),
      image: image({ workingDir: '/srv/app' }),
    };
    expect(judge(workdirAbsolute, parts).answer).toBe('fail');
  });

  test.each([
    'WORKDIR "/app"',
    'WORKDIR C:\\\\app',
    'WORKDIR ${X:-/app}',
    'ARG A=/app\nWORKDIR ${A}/x',
    'WORKDIR /$UNSET/app',
  ])('is absolute: %s', (line) => expect(judgeText(workdirAbsolute, `FROM scratch\n${line}\n`).answer).toBe('pass'));

  test('a variable that the base may set leaves it open', () => {
    expect(judgeText(workdirAbsolute, 'FROM acme/base:1\nWORKDIR ${HOME}/app\n').answer).toBe('unknown');
    expect(judgeText(workdirAbsolute, 'FROM acme/base:1\nWORKDIR app/${X}\n').answer).toBe('unknown');
  });
});

describe('a folder of the system', () => {
  test.each(['/etc', '/proc/self', '/sys/', '/dev', '/etc/../etc/app', '/bin'])('%s', (path) => {
    expect(judgeText(workdirAbsolute, `FROM scratch\nWORKDIR ${path}\n`).violations).toMatchObject([
      { place: 'workdir' },
    ]);
  });

  test.each(['/etcetera', '/app/etc', '/developer', '/home/root', '/srv', '/usr/src/app', '/rootfs'])(
    '%s is none',
    (path) => {
      expect(judgeText(workdirAbsolute, `FROM scratch\nWORKDIR ${path}\nUSER 1000\n`).answer).toBe('pass');
    },
  );

  test('only where the program starts', () => {
    expect(judgeText(workdirAbsolute, 'FROM scratch\nWORKDIR /etc\nWORKDIR /app\n').answer).toBe('pass');
  });

  test('/ on purpose is a note', () => {
    expect(judgeText(workdirAbsolute, 'FROM scratch\nWORKDIR /\n').violations).toMatchObject([{ severity: 'low' }]);
  });

  test("root's home is fine for root", () => {
    expect(judgeText(workdirAbsolute, 'FROM scratch\nWORKDIR /root\n').answer).toBe('pass');
    expect(judgeText(workdirAbsolute, 'FROM scratch\nWORKDIR /root\nUSER 0:0\n').answer).toBe('pass');
    expect(judgeText(workdirAbsolute, 'FROM scratch\nWORKDIR /root\nUSER app\n').answer).toBe('fail');
  });

  test('the built image is the last word', () => {
    expect(judge(workdirAbsolute, { image: image({ workingDir: '/etc' }) }).answer).toBe('fail');
    expect(judge(workdirAbsolute, { image: image({ workingDir: '' }) }).answer).toBe('pass');
    expect(judgeText(workdirAbsolute, 'FROM acme/base:1\n').answer).toBe('unknown');
  });
});
