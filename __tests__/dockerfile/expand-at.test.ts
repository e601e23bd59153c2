import { describe, expect, test } from '@jest/globals';
import { expandAt } from '../../src/dockerfile/expand-at.ts';
import { dockerfile } from '../support/evidence.ts';

/** Expands the text of the last USER in the file, at its place. */
function lastUser(text: string): string | null {
  const evidence = dockerfile(text);
  const stage = evidence.stages[evidence.target];
  const user = stage?.instructions.findLast(({ keyword }) => keyword === 'USER');
  if (stage === undefined || user === undefined) throw new Error('no USER');
  return expandAt(evidence, stage, user, user.text);
}

describe('a word at its place', () => {
  test.each([
    ['plain', 'FROM scratch\nUSER app\n', 'app'],
    ['quotes', 'FROM scratch\nUSER "a"\'b\'\n', 'ab'],
    ['ARG', 'FROM scratch\nARG U=app\nUSER $U\n', 'app'],
    ['a global ARG that the stage takes', 'ARG U=app\nFROM scratch\nARG U\nUSER ${U}\n', 'app'],
    ['the value from before the instruction', 'FROM scratch\nENV U=a\nENV U=b\nUSER $U\nENV U=c\n', 'b'],
    ['of the stage below', 'FROM scratch AS base\nENV U=a\nFROM base\nUSER $U\n', 'a'],
    ['an inherited ENV wins over an inherited ARG', 'FROM scratch AS b\nENV U=e\nARG U=a\nFROM b\nUSER $U\n', 'e'],
    ['a default in the word', 'FROM scratch\nUSER ${U:-app}\n', 'app'],
    ['nothing below scratch can set it', 'FROM scratch\nUSER x$U\n', 'x'],
  ])('%s', (_title, text, expected) => expect(lastUser(text)).toBe(expected));

  test.each([
    ['an outer base could set it', 'FROM acme/base:1\nUSER $U\n'],
    ['nobody gives the argument', 'FROM scratch\nARG U\nUSER $U\n'],
    ['a global ARG that the stage does not take', 'ARG U=app\nFROM acme/base:1\nUSER $U\n'],
    ['another escape character', '# escape=`\nFROM scratch\nARG U=a\nUSER `$U\n'],
  ])('unknown: %s', (_title, text) => expect(lastUser(text)).toBeNull());

  test('a value that doubles with each step is given up on, not computed', () => {
    const steps = Array.from({ length: 30 }, (_, at) => `ENV A${at + 1}=$A${at}$A${at}\n`).slice(0, 12);
    expect(lastUser(`FROM scratch\nENV A0=aa\n${steps.join('')}USER $A12\n`)).toBeNull();
  });
});

test('ten thousand stages and lookups end in time', () => {
  const stages = Array.from(
    { length: 10_000 },
    (_, at) => `FROM ${at === 0 ? 'scratch' : `s${at - 1}`} AS s${at}\nUSER $U\n`,
  );
  const evidence = dockerfile(stages.join(''));
  const start = performance.now();
  for (const stage of evidence.stages) for (const one of stage.instructions) expandAt(evidence, stage, one, one.text);
  expect(performance.now() - start).toBeLessThan(5_000);
});
