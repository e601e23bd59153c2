import { describe, expect, test } from '@jest/globals';
import { runsOf } from '../../../src/dockerfile/shell/runs.ts';
import { dockerfile } from '../../support/evidence.ts';

/** The command names of each RUN that is reached; null for a shell that is not read. */
function names(text: string): (string[] | null)[] {
  return runsOf(dockerfile(text)).map(({ script }) => script?.commands.map(({ name }) => name ?? '?') ?? null);
}

describe('forms of RUN', () => {
  test.each([
    ['RUN a && b', [['a', 'b']]],
    ['RUN a \\\n# a comment\n && b', [['a', 'b']]],
    ['RUN ["a", "&&", "b"]', [['a']]],
    ['RUN ["sh", "-c", "a && b"]', [['sh', 'a', 'b']]],
    ['RUN <<EOF\na\nb | c\nEOF', [['a', 'b', 'c']]],
    ["RUN <<-'EOF'\n\ta\n\tEOF", [['a']]],
    ['RUN <<EOF\n#!/bin/bash -e\na\nEOF', [['a']]],
    ['RUN <<EOF\n#!/usr/bin/env python3\nimport os; os.system("x")\nEOF', [['python3']]],
    ['RUN bash <<EOF\na\nEOF', [['bash', 'a']]],
    ['RUN python3 <<EOF\nimport x\nEOF', [['python3']]],
    ['RUN cat <<A > /x && b <<B\n1\nA\n2\nB', [['cat', 'b']]],
    ['RUN --mount=type=cache,target=/c a', [['a']]],
  ])('%j', (text, expected) => {
    expect(names(`FROM scratch\n${text}\n`)).toEqual(expected);
  });
});

describe('shells', () => {
  test.each([
    ['FROM scratch\nSHELL ["powershell", "-Command"]\nRUN a\n', [null]],
    ['FROM scratch\nSHELL ["/bin/bash", "-o", "pipefail", "-c"]\nRUN a\n', [['a']]],
    ['FROM scratch\nSHELL ["conda", "run", "-n", "x", "/bin/bash", "-c"]\nRUN a\n', [['a']]],
    ['FROM scratch AS x\nSHELL ["cmd", "/S", "/C"]\nFROM x\nRUN a\n', [null]],
    ['FROM scratch\nSHELL ["pwsh"]\nRUN ["a"]\n', [['a']]],
    ['FROM mcr.microsoft.com/windows/servercore:ltsc2022\nRUN a\nSHELL ["/bin/sh", "-c"]\nRUN b\n', [null, ['b']]],
  ])('%j', (text, expected) => {
    expect(names(text)).toEqual(expected);
  });
});

test('only stages that the build runs, and nothing of ONBUILD', () => {
  const text = 'FROM scratch AS a\nRUN a\nFROM scratch AS b\nRUN b\nONBUILD RUN c\nFROM b\nRUN d\n';
  expect(names(text)).toEqual([['b'], ['d']]);
});

test('many RUNs share one budget: time is bounded, and what is not read is said', () => {
  const text = `FROM scratch\n${`RUN ${'$('.repeat(30_000)}\n`.repeat(100)}`;
  const start = performance.now();
  const runs = runsOf(dockerfile(text));
  expect(performance.now() - start).toBeLessThan(15_000);
  expect(runs.every(({ script }) => script?.complete === false)).toBe(true);
});
