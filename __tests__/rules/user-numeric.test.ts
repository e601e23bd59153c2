import { expect, test } from '@jest/globals';
import { userNumeric } from '../../src/rules/user-numeric.ts';
import { image, judge, judgeText } from '../support/evidence.ts';

test.each([
  ['1001', 'pass'],
  ['1001:app', 'pass'],
  ['+5', 'pass'],
  ['app', 'fail'],
  ['root', 'fail'],
  ['0x10', 'fail'],
  ['', 'not-applicable'],
  [':app', 'not-applicable'],
])('USER %j in the image: %s', (user, answer) => {
  expect(judge(userNumeric, { image: image({ user }) }).answer).toBe(answer);
});

test('variables are expanded first; one without a value leaves it open', () => {
  expect(judgeText(userNumeric, 'FROM x\nARG UID=1654\nUSER $UID\nCMD ["x"]\n').answer).toBe('pass');
  expect(judgeText(userNumeric, 'FROM x\nUSER $APP_UID\nCMD ["x"]\n').answer).toBe('unknown');
});
