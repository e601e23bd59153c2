import { describe, expect, test } from '@jest/globals';
import { isIgnored, readIgnoreFile, readIgnoreRules } from '../../src/dockerfile/ignore-file.ts';

function ignored(text: string, ...paths: readonly string[]): readonly boolean[] | null {
  const rules = readIgnoreFile(text);
  return rules === null ? null : paths.map((path) => isIgnored(rules, path));
}

/** Answers of moby/patternmatcher v0.6.1, walked down as tonistiigi/fsutil walks. */
const SEEN: readonly (readonly [string, string, readonly string[], readonly boolean[]])[] = [
  ['a plain name is of the top folder only', '.env', ['.env', 'a/.env', '.env.local'], [true, false, false]],
  ['a folder with all below it', 'node_modules', ['node_modules/x', 'a/node_modules/x'], [true, false]],
  [
    'in any folder',
    '**/node_modules',
    ['node_modules/x', 'a/b/node_modules/x', 'xnode_modules/y'],
    [true, true, false],
  ],
  ['a double star without a slash also matches within names', '**env', ['.env', 'a/.env', 'env'], [true, true, true]],
  ['a star stops at a slash', '*.md', ['a.md', 'b/a.md'], [true, false]],
  ['a double star at the end spares the folder itself', 'a/**', ['a/b', 'a/b/c', 'ab'], [true, true, false]],
  ['in the middle: whole folders or none', 'a/**/c', ['a/c', 'a/b/c', 'ab/c', 'a/b/c/d'], [true, true, false, true]],
  ['everything but', '*\n!src', ['src/a', 'b', 'src'], [false, true, false]],
  ['an exception below an ignored folder', 'a\n!a/b', ['a/b/c', 'a/c'], [false, true]],
  ['the last one that matches decides', '!a\na', ['a'], [true]],
  ['an exception before anything is ignored counts for nothing below', 'x/y\n!x', ['x/y'], [true]],
  ['paths are cleaned', './a/../b/', ['b/c', 'a'], [true, false]],
  ['a slash at the start is the context', '/dist', ['dist/a', 'a/dist'], [true, false]],
  ['blanks and CRLF', '  .git \r\n.env\r\n', ['.git/config', '.env'], [true, true]],
  ['comments only at the start of a line', '#.git\n #x', ['.git/config', '#x'], [false, true]],
  ['a byte-order mark', '\uFEFF.env', ['.env'], [true]],
  ['one character', '.en?', ['.env', '.en/'], [true, false]],
  ['a set', '[a-c]x\n[^.]y', ['bx', 'dx', 'zy', '.y'], [true, false, true, false]],
  ['an escaped star', 'a\\*', ['a*', 'ab'], [true, false]],
  ['a dot is a dot', 'a.b', ['a.b', 'axb'], [true, false]],
  ['spaces behind an exclamation mark', '*\n! b', ['b', 'a'], [false, true]],
  ['the context itself is never ignored', '.\n/', ['a'], [false]],
  ['a closing bracket', 'a]\n**]', ['a]', 'b/]', 'xb]'], [true, true, false]],
  ['nothing', '\n\n', ['a'], [false]],
];

describe('as BuildKit reads it', () => {
  test.each(SEEN)('%s', (_title, text, paths, expected) => {
    expect(ignored(text, ...paths)).toEqual(expected);
  });

  test.each([
    ['an exclamation mark alone', '!'],
    ['a set that is not closed', 'a[b'],
    ['an empty set', 'a[]b'],
    ['an escape at the end', 'a\\'],
    ['a line that the reader gives up on', `a\n${'b'.repeat(70_000)}`],
  ])('what it refuses is not known: %s', (_title, text) => {
    expect(readIgnoreFile(text)).toBeNull();
  });
});

test('patterns of COPY --exclude', () => {
  const rules = readIgnoreRules(['.env*', '', ' .git ']);
  expect(rules === null ? null : ['.env.local', '.git/config', 'a'].map((path) => isIgnored(rules, path))).toEqual([
    true,
    true,
    false,
  ]);
});

test('hostile patterns take linear time', () => {
  const path = `${'a'.repeat(100)}/${'b/'.repeat(10)}c`;
  const start = performance.now();
  expect(ignored(Array.from({ length: 100 }, () => '*a'.repeat(101)).join('\n'), path)).toEqual([false]);
  expect(ignored(`${'**/'.repeat(500)}c`, path)).toEqual([true]);
  expect(ignored('**/*?'.repeat(300), path)).toEqual([false]);
  expect(ignored('x\n'.repeat(100_000), '.git/config')).toEqual([false]);
  expect(ignored('a*?'.repeat(10_000), path)).toBeNull();
  expect(performance.now() - start).toBeLessThan(5_000);
});
