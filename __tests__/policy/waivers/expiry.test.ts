import { expect, test } from '@jest/globals';
import { lastDayBefore } from '../../../src/policy/waivers/expiry.ts';

test.each([
  ['2026-03-01', '2026-02-28'],
  ['2024-03-01', '2024-02-29'],
  ['2026-1-1', '2025-12-31'],
  ['2026-03-01T12:00:00Z', '2026-02-28'],
  ['2026-03-01 00:00:00', '2026-02-28'],
  ['2026-03-01t00:30:00+02:00', '2026-02-27'],
  ['2026-02-28T23:30:00.5-01:00', '2026-02-28'],
  ['2026-02-30', null],
  ['2026-13-01', null],
  ['2026-03-01T24:00:00Z', null],
  ['01-03-2026', null],
  ['soon', null],
  ['', null],
])('until %s: the last whole day is %s', (text, expected) => {
  expect(lastDayBefore(text)).toBe(expected);
});
