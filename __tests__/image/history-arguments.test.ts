import { describe, expect, test } from '@jest/globals';
import { historyArguments } from '../../src/image/history-arguments.ts';

function read(...entries: readonly string[]): (readonly [string, string])[] {
  const history = entries.map((createdBy) => ({ createdBy, comment: '', emptyLayer: false }));
  return historyArguments(history).map(({ name, value }) => [name, value]);
}

describe('what BuildKit writes', () => {
  // Taken from dockerfile2llb v0.34.2.
  const declarations = ['ARG A=hello world', 'ARG B=y C', 'ARG GIVEN=from cli x=1', 'ARG EMPTY='];

  test('values with blanks end where the declarations say', () => {
    const run = 'RUN |5 A=hello world B=y C= GIVEN=from cli x=1 EMPTY= /bin/sh -c echo hi # buildkit';
    expect(read(...declarations, run).slice(-3)).toEqual([
      ['A', 'hello world'],
      ['B', 'y'],
      ['GIVEN', 'from cli x=1'],
    ]);
  });

  test('an exec form, and a value that is a shell', () => {
    const run = 'RUN |6 A=hello world B=over C= GIVEN=from cli x=1 EMPTY= D=/bin/sh /bin/bash -o pipefail -c echo 1';
    expect(read(...declarations, 'ARG D=/bin/sh', run).slice(-4)).toEqual([
      ['A', 'hello world'],
      ['B', 'over'],
      ['GIVEN', 'from cli x=1'],
      ['D', '/bin/sh'],
    ]);
    expect(read('ARG A=1', 'RUN |1 A=1 /bin/prog x=2 # buildkit').slice(-1)).toEqual([['A', '1']]);
  });

  test('a declaration without a value, given on the command line', () => {
    expect(read('ARG TOKEN=abc')).toEqual([['TOKEN', 'abc']]);
    expect(read('ARG TOKEN', 'RUN |1 TOKEN=abc def /bin/sh -c x')).toEqual([['TOKEN', 'abc def']]);
  });

  test('two arguments of one instruction', () => {
    expect(read('ARG A=1 B=2', 'RUN |2 A=1 B=2 /bin/sh -c x')).toEqual([
      ['A', '1'],
      ['B', '2'],
      ['A', '1'],
      ['B', '2'],
    ]);
  });
});

test('what the builder before BuildKit writes', () => {
  const entries = ['/bin/sh -c #(nop)  ARG A', '|2 A=x B=long value /bin/sh -c make'];
  expect(read(...entries)).toEqual([
    ['A', 'x'],
    ['B', 'long value'],
  ]);
  expect(read('|0 /bin/sh -c make', '/bin/sh -c #(nop)  ENV A=b', '/bin/sh -c A=b make')).toEqual([]);
});

test('a history without declarations', () => {
  expect(read('RUN |2 NPM_TOKEN=a b OTHER=c /bin/sh -c FOO=1 npm ci')).toEqual([
    ['NPM_TOKEN', 'a b'],
    ['OTHER', 'c'],
  ]);
});

test('a command that only looks like one is none', () => {
  expect(read('RUN /bin/sh -c echo "|2 A=b"', 'CMD ["|1", "A=b"]', 'COPY . ARG A=b')).toEqual([]);
});

test('a hostile history costs no time', () => {
  const start = performance.now();
  read(`ARG ${'A=b '.repeat(200_000)}`, `RUN |9999 ${'A=b '.repeat(200_000)}`, `RUN |1 A=${' /'.repeat(200_000)}`);
  read(`RUN |1 A=${'/a/'.repeat(300_000)}`, `ARG ${'a'.repeat(600_000)}`);
  expect(performance.now() - start).toBeLessThan(3_000);
});
