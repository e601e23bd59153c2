import { describe, expect, test } from '@jest/globals';
import { readScript } from '../../../src/dockerfile/shell/commands-of.ts';

/** `level wrappers|words <stdin >stdout` of each command. */
function shape(text: string): string[] {
  return readScript(text).commands.map(({ level, wrappers, words, stdin, stdout }) =>
    [
      `${level} ${wrappers.map((name) => `${name}|`).join('')}${words.map(({ value, shown }) => value ?? `~${shown}`).join(' ')}`,
      ...(stdin === null ? [] : [`<${stdin}`]),
      ...(stdout === null ? [] : [`>${stdout}`]),
    ].join(' '),
  );
}

describe('commands', () => {
  test.each([
    ['a && b || c; d', ['0 a', '0 b', '0 c', '0 d']],
    ['a | b', ['0 a >0', '0 b <0']],
    ['a | (b; c | d)', ['0 a >0', '0 b <0', '0 c <0 >1', '0 d <1']],
    ['{ a; b; } | c', ['0 a >0', '0 b >0', '0 c <0']],
    ['a > f | b', ['0 a', '0 b <0']],
    ['if a; then b; else c; fi', ['0 a', '0 b', '0 c']],
    ['for x in 1; do a $x; done', ['0 a ~$x']],
    ['f() { a; }; f', ['0 a', '0 f']],
    ['case $x in y) a;; esac', ['0 a']],
    ['while a; do b; done', ['0 a', '0 b']],
    ['a # b; c', ['0 a']],
    ["echo 'a | b'", ['0 echo a | b']],
    ['echo "$(a | b)"', ['1 a >1', '1 b <1 >0', '0 echo ~$(a | b)']],
    ['sh <(a)', ['1 a >0', '0 sh ~<(a)']],
    ['sh < <(a)', ['1 a >0', '0 sh <0']],
    ['a | tee >(b)', ['0 a >0', '1 b <1', '0 tee ~>(b) <0']],
    ['sh -c "a | b"', ['0 sh -c a | b', '1 a >0', '1 b <0']],
    ['bash -eo pipefail -c a', ['0 bash -eo pipefail -c a', '1 a']],
    ['a | sh -c b', ['0 a >0', '0 sh -c b <0', '1 b <0']],
    ['sh -c "a $X"', ['0 sh -c ~a $X', '1 a ~${X}']],
    ['eval "a b"', ['0 eval a b', '1 a b']],
    ['su app -c "a b"', ['0 su app -c a b', '1 a b']],
    ['bash <<EOF\na | b\nEOF', ['0 bash', '1 a >0', '1 b <0']],
    ['cat <<EOF\na | b\nEOF', ['0 cat']],
    ['find . -exec a {} \\;', ['0 find . -exec a {} ;', '1 a {}']],
    ['sudo -u app env A=b nice -n 5 /usr/bin/a x', ['0 sudo|env|nice|/usr/bin/a x']],
    ['timeout -k 5 10 a', ['0 timeout|a']],
    ['command -v a', ['0 command -v a']],
    ['exec "$@"', ['0 exec|~$@']],
  ])('%s', (text, expected) => {
    expect(shape(text)).toEqual(expected);
    expect(readScript(text).complete).toBe(true);
  });

  test('the name is the program without its folder, and null when only the shell knows it', () => {
    const names = readScript('/usr/bin/a; $X b; "$D"/c; A=b').commands.map(({ name }) => name);
    expect(names).toEqual(['a', null, 'c', null]);
  });

  test('variables that are set, one value or none that is certain', () => {
    const { assigned } = readScript('A=1; B=$(x); export C="d e"; A=1; E=1; E=2; F=x cmd');
    expect([...assigned]).toEqual([
      ['A', '1'],
      ['B', null],
      ['C', 'd e'],
      ['E', null],
    ]);
  });

  test('redirections keep their number and whether they are glued to a word', () => {
    const [command] = readScript('a b>=1 > c 2>&1 <<X\nbody\nX').commands;
    expect(
      command?.redirects.map(({ operator, descriptor, target, body, glued }) => [
        operator,
        descriptor,
        target?.shown ?? body,
        glued,
      ]),
    ).toEqual([
      ['>', null, '=1', true],
      ['>', null, 'c', false],
      ['>&', 2, '1', false],
      ['<<', null, 'body\n', false],
    ]);
  });

  test.each(['a "b', 'if a; then', 'a | ', 'a $(b', '(a'])('%j is not read as a whole', (text) => {
    expect(readScript(text).complete).toBe(false);
  });
});

describe('hostile scripts', () => {
  const many = 120_000;
  test.each([
    ['commands', 'a;'],
    ['substitutions', '$('],
    ['quoted substitutions', '"$('],
    ['arithmetic', '$(('],
    ['defaults', '${a:-'],
    ['subshells', '('],
    ['functions', 'f(){'],
    ['backticks', '`'],
    ['escaped backticks', '`\\'],
    ['pipes', 'a|'],
    ['heredocs', 'cat <<A\n'],
    ['cases', 'case x in '],
    ['patterns', '@('],
    ['quotes', '"'],
  ])('%s without end cost no time and are not taken for read', (_name, unit) => {
    const start = performance.now();
    const { commands } = readScript(unit.repeat(many / unit.length));
    expect(performance.now() - start).toBeLessThan(5_000);
    expect(commands.length).toBeLessThanOrEqual(10_000);
  });

  test('too large a script is not read at all', () => {
    expect(readScript(`a ${'x'.repeat(200_000)}`)).toMatchObject({ commands: [], complete: false });
  });

  test('scripts in scripts end somewhere', () => {
    const { commands, complete } = readScript(`${'eval '.repeat(40)}a`);
    expect(commands.length).toBeLessThan(40);
    expect(complete).toBe(false);
  });
});
