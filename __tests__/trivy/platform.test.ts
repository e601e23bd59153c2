import { expect, test } from '@jest/globals';
import { samePlatform } from '../../src/trivy/platform.ts';

test.each([
  ['linux/amd64', 'linux/amd64', true],
  ['linux/arm64', 'linux/arm64/v8', true],
  ['linux/aarch64', 'linux/arm64', true],
  ['linux/arm', 'linux/arm/v7', true],
  ['Linux/x86_64', 'linux/amd64', true],
  ['linux/arm/v6', 'linux/arm/v7', false],
  ['linux/amd64', 'linux/arm64', false],
  ['linux/amd64', 'windows/amd64', false],
])('%s and %s: %s', (a, b, expected) => {
  expect(samePlatform(a, b)).toBe(expected);
  expect(samePlatform(b, a)).toBe(expected);
});
