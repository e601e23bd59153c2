import { describe, expect, test } from '@jest/globals';
import { evidenceOf, rejectionOf } from './support/text.ts';

const many = (count: number, line: (index: number) => string): string =>
  Array.from({ length: count }, (_, i) => line(i)).join('');

/** Milliseconds that the reading takes at least, over a few goes: the rest is noise of the machine. */
function cost(text: string): number {
  const times = Array.from({ length: 3 }, () => {
    const start = performance.now();
    evidenceOf(text);
    return performance.now() - start;
  });
  return Math.min(...times);
}

/** Hostile texts by size. Reading them four times as large may take four times as long, and some noise. */
const GROWING: readonly (readonly [string, number, (size: number) => string])[] = [
  ['ENV lines', 10_000, (n) => `FROM a\n${many(n, (i) => `ENV N${i}=value-${i}\n`)}`],
  [
    'stages, each from the one before',
    4000,
    (n) => `FROM a AS s0\n${many(n, (i) => `FROM s${i} AS s${i + 1}\nENV V${i}=1\n`)}`,
  ],
  [
    'stages, each copying from the one before',
    4000,
    (n) => `FROM a AS s0\n${many(n, (i) => `FROM a AS s${i + 1}\nCOPY --from=s${i} / /\n`)}`,
  ],
  ['whole port ranges', 5000, (n) => `FROM a\n${many(n, () => 'EXPOSE 0-65535 0-65535/udp\n')}`],
  [
    'nested defaults',
    20_000,
    (n) => `FROM a\nENV A=${many(n, () => '${a:-\\\n')}x${many(n / 50, () => `${'}'.repeat(50)}\\\n`)}\n`,
  ],
  [
    'nested patterns',
    10_000,
    (n) => `FROM a\nENV a=aaa\nENV A=${many(n, () => '${a#\\\n')}x${many(n / 50, () => `${'}'.repeat(50)}\\\n`)}\n`,
  ],
  [
    'nested defaults before a heredoc',
    20_000,
    (n) => `FROM a\nRUN ${many(n, () => '${a:-\\\n')}x${many(n / 50, () => `${'}'.repeat(50)}\\\n`)} <<E\nE\n`,
  ],
  ['a long instruction', 50_000, (n) => `FROM a\nRUN x \\\n${many(n, (i) => `  --option-${i} \\\n# comment\n\n`)}y\n`],
  ['many mounts', 3000, (n) => `FROM a\nRUN ${many(n, (i) => `--mount=type=cache,target=/x${i} \\\n`)} x\n`],
  ['a long heredoc', 20_000, (n) => `FROM a\nCOPY <<E /x\n${many(n, () => 'some ${text:-of} lines\n')}E\n`],
  ['quotes that never end', 20_000, (n) => `FROM a\nRUN <<E "${many(n, () => '\\"$A\' \\\n')}\nUSER x\n`],
];

describe('time grows with the size of the file, not with its square', () => {
  test.each(GROWING)('%s', (_name, size, make) => {
    cost(make(size));
    const small = cost(make(size));
    // A square would be 16 times; short times are mostly noise.
    expect(cost(make(size * 4))).toBeLessThan(Math.max(small * 10, 200));
  });
});

describe('what costs more than any honest file is refused', () => {
  test.each([
    [
      'values that double',
      `FROM a\nENV A=${'x'.repeat(64)}\n${many(60, () => 'ENV A=$A$A\n')}`,
      /^22: the values of variables add up to more than 64 MiB$/,
    ],
    [
      'a pattern against a long value',
      `FROM a\nENV A=${'a'.repeat(60_000)}\nENV B=\${A##${'*a'.repeat(20_000)}*b}`,
      /^3: a pattern and its value are too long/,
    ],
    [
      'ONBUILD times stages',
      `FROM a AS b\n${many(1000, (i) => `ONBUILD ENV A${i}=1\n`)}${many(200, (i) => `FROM b AS c${i}\n`)}FROM x\n${many(200, (i) => `COPY --from=c${i} / /\n`)}`,
      /more than 100000 ONBUILD instructions would run$/,
    ],
    ['a chain of ONBUILD', `FROM a\n${'ONBUILD '.repeat(8000)}RUN x`, /^2: chaining ONBUILD/],
  ])('%s', (_name, text, reason) => {
    expect(rejectionOf(text)).toMatch(reason);
  });
});

test('10 MB and 10,000 stages are read', () => {
  const text = `FROM a AS s0\n${many(10_000, (i) => `FROM s${i} AS s${i + 1}\nUSER u${i}\n${`RUN echo ${'x'.repeat(480)}\n`.repeat(2)}`)}`;
  expect(text.length).toBeGreaterThan(10_000_000);
  const { stages, config } = evidenceOf(text);
  expect([stages.length, config.user.value]).toEqual([10_001, 'u9999']);
});

test('a pattern with many wildcards takes no time to fail', () => {
  const text = `FROM a\nENV A=${'a'.repeat(5000)}\nENV B=\${A##${'*a'.repeat(100)}*b}`;
  expect(evidenceOf(text).config.env.entries[2]?.value).toBe(`B=${'a'.repeat(5000)}`);
});
