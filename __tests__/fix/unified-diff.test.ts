import { execFileSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { unifiedDiff } from '../../src/fix/diff/unified-diff.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

test('the same text has no difference', () => {
  expect(unifiedDiff('Dockerfile', 'FROM a\n', 'FROM a\n')).toBe('');
});

test('a line in the middle, with its context', () => {
  const before = 'one\ntwo\nthree\nfour\nfive\nsix\nseven\neight\n';
  const after = before.replace('five', 'FIVE');
  expect(unifiedDiff('a/Dockerfile', before, after)).toBe(
    '--- a/a/Dockerfile\n+++ b/a/Dockerfile\n@@ -2,7 +2,7 @@\n two\n three\n four\n-five\n+FIVE\n six\n seven\n eight\n',
  );
});

test('a last line without a line end', () => {
  expect(unifiedDiff('D', 'FROM a\nCMD b', 'FROM a\nUSER 1\nCMD b')).toBe(
    '--- a/D\n+++ b/D\n@@ -1,2 +1,3 @@\n FROM a\n+USER 1\n CMD b\n\\ No newline at end of file\n',
  );
});

test('changes far apart stand in hunks of their own', () => {
  const lines = Array.from({ length: 30 }, (_, index) => `line ${index}`);
  const before = `${lines.join('\n')}\n`;
  const after = before.replace('line 2\n', '').replace('line 25\n', 'line 25\nmore\n');
  expect(unifiedDiff('D', before, after).match(/^@@.*@@$/gm)).toEqual(['@@ -1,6 +1,5 @@', '@@ -24,6 +23,7 @@']);
});

test('a name that would break the line is quoted', () => {
  expect(unifiedDiff('a\n"b\\c', 'x', 'y').split('\n')[0]).toBe('--- "a/a\\012\\"b\\\\c"');
});

test('texts that differ everywhere are one replaced by the other, in bounded time', () => {
  const text = (word: string): string => Array.from({ length: 20_000 }, (_, index) => `${word} ${index}\n`).join('');
  const started = performance.now();
  const diff = unifiedDiff('D', text('old'), text('new'));
  expect(performance.now() - started).toBeLessThan(5_000);
  expect(diff.split('\n')[2]).toBe('@@ -1,20000 +1,20000 @@');
});

test('git applies it, whatever the texts', async () => {
  await using folder = await temporaryFolder('diff');
  const file = join(folder.path, 'Dockerfile');
  const texts = fc.array(fc.constantFrom('a\n', 'b\n', 'c\r\n', '\n', '  d\n', 'e'), { maxLength: 25 });
  const cases = fc.sample(fc.tuple(texts, texts), { numRuns: 60, seed: 20261123 });
  for (const [old, now] of cases) {
    const [before, after] = [lines(old), lines(now)];
    if (before === after || before === '' || after === '') continue;
    writeFileSync(file, before);
    const patch = join(folder.path, 'patch');
    writeFileSync(patch, unifiedDiff('Dockerfile', before, after));
    execFileSync('git', ['apply', '--unsafe-paths', '--whitespace=nowarn', 'patch'], { cwd: folder.path });
    expect(readFileSync(file, 'utf8')).toBe(after);
  }
});

/** Only the last line may have no end. */
function lines(parts: readonly string[]): string {
  return parts.map((part, index) => (part === 'e' && index < parts.length - 1 ? 'e\n' : part)).join('');
}
