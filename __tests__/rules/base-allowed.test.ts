import { describe, expect, test } from '@jest/globals';
import { baseAllowed } from '../../src/rules/base-allowed.ts';
import { image, judge, judgeText } from '../support/evidence.ts';

const DIGEST = `sha256:${'0'.repeat(64)}`;

describe('patterns', () => {
  test.each([
    ['node', 'node:24', 'pass'],
    ['node', 'docker.io/library/node', 'pass'],
    ['docker.io/library/node', `node:24@${DIGEST}`, 'pass'],
    ['node:*-slim', 'node:24-slim', 'pass'],
    ['node:*-slim', `node:24-slim@${DIGEST}`, 'pass'],
    ['node:*-slim', `node@${DIGEST}`, 'fail'],
    ['node:*-slim*', `node:24-slim@${DIGEST}`, 'pass'],
    ['node:*-slim', 'node:24', 'fail'],
    ['node', 'node-evil:1', 'fail'],
    ['node', 'evil.example/node:1', 'fail'],
    ['node', 'acme/node:1', 'fail'],
    ['acme/*', 'acme/node:1', 'pass'],
    ['acme/*', 'acme/deep/node:1', 'fail'],
    ['ghcr.io/acme/**', 'ghcr.io/acme/deep/node:1', 'pass'],
    ['ghcr.io/acme/*', 'ghcr.io/acme-evil/x:1', 'fail'],
    ['localhost:5000/*', 'localhost:5000/base:1', 'pass'],
    ['*.example.com/**', 'registry.example.com/x/y:1', 'pass'],
    [`node@${DIGEST}`, `node:24@${DIGEST}`, 'pass'],
    ['{node,python}', 'node:24', 'fail'],
    ['!node', 'python:3', 'fail'],
  ])('%s allows FROM %s: %s', (pattern, reference, answer) => {
    expect(judgeText(baseAllowed, `FROM ${reference}\n`, { allowedBases: [pattern] }).answer).toBe(answer);
  });
});

test('a variable without a value leaves it open', () => {
  expect(judgeText(baseAllowed, 'ARG BASE\nFROM ${BASE}\n', { allowedBases: ['node'] }).answer).not.toBe('pass');
});

test('stages that the target does not need are not judged', () => {
  const text = 'FROM evil.example/x:1 AS other\nFROM node:24\nCMD ["x"]\n';
  expect(judgeText(baseAllowed, text, { allowedBases: ['node'] }).answer).toBe('pass');
});

test('an image alone does not tell what it was built from', () => {
  expect(judge(baseAllowed, { image: image() }, { allowedBases: ['node'] }).answer).toBe('unknown');
});

test('without a list there is nothing to hold', () => {
  expect(judgeText(baseAllowed, 'FROM evil.example/x:1\n').answer).toBe('not-applicable');
});
