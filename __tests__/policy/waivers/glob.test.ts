import { describe, expect, test } from '@jest/globals';
import { compileGlob } from '../../../src/policy/waivers/glob.ts';

test.each([
  ['a/b', 'a/b', true],
  ['a/b', 'a/bc', false],
  ['a.b', 'axb', false],
  ['*', 'a', true],
  ['*', '.hidden', true],
  ['*', 'a/b', false],
  ['*.json', 'package.json', true],
  ['a*c', 'ac', true],
  ['a?c', 'abc', true],
  ['a?c', 'a/c', false],
  ['?', '', false],
  ['**', 'a/b/c', true],
  ['**', '', true],
  ['**/c', 'c', true],
  ['**/c', 'a/b/c', true],
  ['**/c', 'a/bc', false],
  ['a/**', 'a', true],
  ['a/**', 'a/b/c', true],
  ['a/**', 'ab', false],
  ['a/**/c', 'a/c', true],
  ['a/**/c', 'a/x/y/c', true],
  ['a/**/c', 'axc', false],
  ['a**c', 'abc', true],
  ['a**c', 'a/c', false],
  ['a/**b', 'a/xb', true],
  ['a/**b', 'a/x/b', false],
  ['[a-c]', 'b', true],
  ['[!a-c]', 'b', false],
  ['[^a-c]', 'd', true],
  ['[!a]', '/', false],
  ['[a\\]]', ']', true],
  ['[a-]', '-', true],
  ['\\*', '*', true],
  ['\\*', 'a', false],
  ['{a,b}/c', 'b/c', true],
  ['{a,b}/c', 'c/c', false],
  ['{a,b{c,d}}', 'bd', true],
  ['x{,y}', 'x', true],
  ['\\{a,b}', '{a,b}', true],
  ['[{]a,b', '{a,b', true],
  ['é?', 'é😀', true],
] as const)('%s and %s: %s', (pattern, text, expected) => {
  expect(compileGlob(pattern)?.(text)).toBe(expected);
});

test.each(['[', '[]', '[a', '[a-', 'a\\', '{a', '{a,{b}', 'x'.repeat(1001), '{a,b}'.repeat(8)])(
  '%s is malformed, or too much',
  (pattern) => {
    expect(compileGlob(pattern)).toBeNull();
  },
);

describe('hostile patterns', () => {
  test.each([
    ['*a'.repeat(400), `${'a'.repeat(5000)}b`],
    ['**/'.repeat(300), 'a/'.repeat(2000)],
    ['{*,**}a'.repeat(6), 'a'.repeat(3000)],
  ])('%.20s ends soon', (pattern, text) => {
    const started = performance.now();
    compileGlob(pattern)?.(text);
    expect(performance.now() - started).toBeLessThan(10_000);
  });
});
