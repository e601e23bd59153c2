import { describe, expect, test } from '@jest/globals';
import type { Scope } from '../../src/dockerfile/scope.ts';
import { expandWord } from '../../src/dockerfile/shell-word.ts';

const VALUES: Readonly<Record<string, string>> = { B: 'banana', E: '', F: 'a/b.tar.gz', W: '1 2' };

function scope(complete = true): Scope {
  const lookup = (name: string) =>
    Object.hasOwn(VALUES, name) ? { value: VALUES[name] ?? '', known: name !== 'W' } : null;
  return { lookup, complete, spend: () => undefined };
}

const expand = (text: string) => expandWord(text, scope(), { escapeToken: '\\' });

describe('expansion', () => {
  test.each([
    ['$B', 'banana'],
    ['${B}s', 'bananas'],
    ['$Bs', ''],
    ['$U', ''],
    ['${U:-w}${E:-w}${B:-w}', 'wwbanana'],
    ['${U-w}${E-w}${B-w}', 'wbanana'],
    ['${U:+w}${E:+w}${B:+w}', 'w'],
    ['${U+w}${E+w}${B+w}', 'ww'],
    ['${B:?m}${E?m}', 'banana'],
    ['${F#*/}', 'b.tar.gz'],
    ['${F##*.}', 'gz'],
    ['${F%.*}', 'a/b.tar'],
    ['${F%%.*}', 'a/b'],
    ['${B/a/o}', 'bonana'],
    ['${B//a/o}', 'bonono'],
    ['${B//an/$E}', 'ba'],
    ['${B//a/[${U:-"$B"}]}', 'b[banana]n[banana]n[banana]'],
    ['${U:-${V:-"x $B"}}', 'x banana'],
    ['\\$B \\\\ \\x', '$B \\ x'],
    ['\'$B\' "$B" "\'"', "$B banana '"],
    ['"\\$B \\" \\x"', '$B " \\x'],
    ['$', '$'],
    ['$B$', 'banana$'],
    ['$9x', 'x'],
  ])('%s is %j', (text, expected) => {
    expect(expand(text).text).toBe(expected);
  });

  test.each([
    ['${', "syntax error: missing '}' in a substitution"],
    ['${}', 'syntax error: bad substitution'],
    ['${{x}}', 'syntax error: bad substitution'],
    ['${B', 'unsupported modifier () in substitution'],
    ['${B:-x', "syntax error: missing '}' in a substitution"],
    ['${B/x', "syntax error: missing '/' in a substitution"],
    ['${B^}', 'unsupported modifier (^) in substitution'],
    ['${B:#x}', 'unsupported modifier (:#) in substitution'],
    ['${U:?give one}', 'U: give one'],
    ['${E:?}', 'E: is not allowed to be empty'],
    ['${B#\\x}', "invalid escape '\\x' in a pattern"],
    ['"a', 'a double quote is not closed'],
    ["'a", 'a single quote is not closed'],
  ])('%s is rejected', (text, reason) => {
    expect(() => expand(text)).toThrow(reason);
  });

  test('words are split at white space in the text and in values, not in quotes', () => {
    const words = (text: string) => expandWord(text, scope(), { escapeToken: '\\', split: true }).words;
    expect(words('a $W "b $W" c\\ d')).toEqual(['a', '1', '2', 'b 1 2', 'c d']);
    expect(words('80${U:-81} ${U:-x y}')).toEqual(['81', 'x', 'y']);
  });

  test('with the backtick as escape character a backslash is plain', () => {
    expect(expandWord('C:\\$B `$B', scope(), { escapeToken: '`' }).text).toBe('C:\\banana $B');
  });
});

describe('what is known', () => {
  test.each([
    ['plain', true, null],
    ['$B', true, null],
    ['$W', false, null],
    ['$U', false, 'U'],
    ['${U:-x}', false, null],
    ['${B:-$W}', true, null],
    ['${B:+$W}', false, null],
    ['${U#x}', false, 'U'],
    ['"${B%$W}"', false, null],
  ])('%s: %p, unset %j', (text, known, unset) => {
    expect(expandWord(text, scope(false), { escapeToken: '\\' })).toMatchObject({ known, unset });
  });
});
