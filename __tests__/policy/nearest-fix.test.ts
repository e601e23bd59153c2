import { expect, test } from '@jest/globals';
import { nearestFix } from '../../src/policy/nearest-fix.ts';

test.each([
  ['1.2.5', '0.2.4, 1.2.6', '1.2.6'],
  ['0.0.8', '0.2.4, 1.2.6', '0.2.4'],
  ['4.0.2', '2.5.4, 3.0.4, 4.0.4', '4.0.4'],
  ['3.0.1', '4.0.4, 2.5.4, 3.0.4', '3.0.4'],
  ['1.9', '1.10.0, 2.0.0', '1.10.0'],
  ['2.0.0-rc.1', '1.9.9, 2.0.0', '2.0.0'],
  ['2.0.0', '2.0.0-rc.2, 2.0.1', '2.0.1'],
  ['v1.2.3', 'v1.2.4, v1.3.0', 'v1.2.4'],
  ['4.2b1', '4.1, 4.2', '4.2'],
  // One is the answer, whatever it looks like.
  ['3.1.3-r0', '3.1.4-r0', '3.1.4-r0'],
  ['1:2.3', '>=2.4', '>=2.4'],
])('%s, fixed in %s: %s', (installed, fixed, nearest) => {
  expect(nearestFix(installed, fixed)).toBe(nearest);
});

test.each([
  ['none is above', '5.0.0', '1.0.0, 2.0.0'],
  ['a range', '1.0.0', '>=1.0.1, <2'],
  ['versions of a distribution', '1:1.0-3', '1:1.0-4, 1:1.1-1'],
  ['no version at all', 'main', '1.0.0, 2.0.0'],
  ['an early version that may be the nearer one', '4.2b1', '4.2b2, 4.2'],
  ['two early versions', '4.1', '4.2b1, 4.2b2'],
  ['a build that is not ordered', '1.0.0', '1.0.1.Final, 1.0.2'],
])('%s: not told', (_what, installed, fixed) => {
  expect(nearestFix(installed, fixed)).toBeNull();
});

test('hostile versions take no time', () => {
  const started = performance.now();
  nearestFix(`${'1.'.repeat(50_000)}x`, `${'1.'.repeat(50_000)}-rc, ${'rc'.repeat(100_000)}`);
  nearestFix('1', '1,'.repeat(200_000));
  expect(performance.now() - started).toBeLessThan(1000);
});
