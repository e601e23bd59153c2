import { describe, expect, test } from '@jest/globals';
import { baseEol } from '../../src/rules/base-eol.ts';
import { image, judge, judgeText, scan } from '../support/evidence.ts';

const today = '2026-09-01';
const built = (osRelease: string | null, env: readonly string[] = []) =>
  image({ env: [...env] }, { texts: { '/etc/os-release': osRelease, '/usr/lib/os-release': null } });

describe('the image', () => {
  test.each([
    ['ID=debian\nVERSION_ID="13"\n', [], 'pass'],
    ['ID=debian\nVERSION_ID="10"\n', [], 'fail'],
    ["ID=alpine\nVERSION_ID='3.18.4'\n", [], 'fail'],
    ['ID=alpine\nVERSION_ID=3.23.3\n', ['NODE_VERSION=24.13.0'], 'pass'],
    ['ID=alpine\nVERSION_ID=3.23.3\n', ['NODE_VERSION=23.11.0'], 'fail'],
    ['ID="rhel"\nVERSION_ID="9.6"\n', [], 'pass'],
    ['ID=debian\nVERSION_ID="99"\n', [], 'unknown'],
    ['ID=nixos\nVERSION_ID="25.05"\n', [], 'unknown'],
    ['ID=alpine\nVERSION_ID=3.23.3\n', ['PYTHON_VERSION=3.99.0'], 'unknown'],
    ['ID=constructor\nVERSION_ID=toString\n', [], 'unknown'],
    ['', [], 'unknown'],
    [null, [], 'pass'],
    [null, ['NODE_VERSION=18.0.0'], 'fail'],
    [null, ['NODE_VERSION=lts'], 'pass'],
  ])('%j %j: %s', (osRelease, env, answer) => {
    expect(judge(baseEol, { image: built(osRelease, env) }, { today }).answer).toBe(answer);
  });

  test('the last day of support is a day of support', () => {
    const evidence = { image: built('ID=alpine\nVERSION_ID=3.18.0\n') };
    expect(judge(baseEol, evidence, { today: '2025-05-09' }).answer).toBe('pass');
    expect(judge(baseEol, evidence, { today: '2025-05-10' }).answer).toBe('fail');
  });

  test('without a day nothing is promised', () => {
    expect(judge(baseEol, { image: built('ID=debian\nVERSION_ID="13"\n') }).answer).toBe('unknown');
    expect(judge(baseEol, { image: built('ID=debian\nVERSION_ID="10"\n') }).answer).toBe('unknown');
  });

  test('what the scanner knows counts too, and is said once', () => {
    const old = scan({ os: { family: 'debian', name: '10.13', endOfLife: true } });
    expect(
      judge(baseEol, { image: built('ID=debian\nVERSION_ID="10"\n'), scan: old }, { today }).violations,
    ).toHaveLength(1);
    const suse = scan({ os: { family: 'sles', name: '12', endOfLife: true } });
    expect(judge(baseEol, { image: built('ID=sles\nVERSION_ID="12"\n'), scan: suse }).answer).toBe('fail');
    const wolfi = scan({ os: { family: 'wolfi', name: '20230201', endOfLife: false } });
    expect(judge(baseEol, { image: built('ID=wolfi\nVERSION_ID="20230201"\n'), scan: wolfi }, { today }).answer).toBe(
      'pass',
    );
    const strange = { ...wolfi, osVersionKnown: false };
    expect(judge(baseEol, { image: built('ID=wolfi\nVERSION_ID="20230201"\n'), scan: strange }, { today }).answer).toBe(
      'unknown',
    );
  });
});

describe('a Dockerfile alone', () => {
  test.each([
    ['node:23', 'fail'],
    ['node:23.11.0-alpine', 'fail'],
    ['node:24-bullseye-slim', 'fail'],
    ['python:3.13-slim-bookworm', 'pass'],
    ['debian:buster-slim', 'fail'],
    ['ubuntu:20.04', 'fail'],
    ['alpine:3.22.1', 'pass'],
    ['node:lts', 'unknown'],
    ['node:latest', 'unknown'],
    ['ghcr.io/acme/node:23', 'unknown'],
    ['acme/node:23', 'unknown'],
    ['node@sha256:595398b0081eacda8e1c4c5b97b76cd1020e4d58a8ebcb4843b9bca1e79e7436', 'unknown'],
  ])('%s: %s', (base, answer) => {
    expect(judgeText(baseEol, `FROM ${base}\nCMD ["x"]\n`, { today }).answer).toBe(answer);
  });

  test('only the final base counts', () => {
    expect(judgeText(baseEol, 'FROM node:16 AS b\nFROM node:24-slim\n', { today }).answer).toBe('pass');
  });
});
