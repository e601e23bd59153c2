import { expect, test } from '@jest/globals';
import { entrypointPresent } from '../../src/rules/entrypoint-present.ts';
import { dockerfile, image, judge, judgeText } from '../support/evidence.ts';

test('ENTRYPOINT drops the CMD of the stage below, and the image has the last word', () => {
  expect(judgeText(entrypointPresent, 'FROM scratch AS a\nCMD ["x"]\nFROM a\nENTRYPOINT []\n').answer).toBe('fail');
});

test('an image without a program fails at FROM', () => {
  const parts = { dockerfile: dockerfile('FROM node:24\nCOPY . .\n'), image: image({ entrypoint: null, cmd: [] }) };
  expect(judge(entrypointPresent, parts)).toMatchObject({
    answer: 'fail',
    violations: [{ location: { startLine: 1 } }],
  });
});

test('a base that is not at hand leaves it open', () => {
  expect(judgeText(entrypointPresent, 'FROM node:24\nCOPY . .\n').answer).toBe('unknown');
});
