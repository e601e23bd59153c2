import { describe, expect, test } from '@jest/globals';
import { countFindings } from '../../src/report/counts.ts';
import { headline, sentence } from '../../src/report/sentence.ts';
import {
  brokenVerdict,
  errorVerdict,
  failSubject,
  failVerdict,
  HOSTILE,
  hostileSubject,
  passSubject,
  passVerdict,
  ruleFinding,
  verdictOf,
} from '../support/verdicts.ts';

describe('sentence', () => {
  test('a pass says how much was looked at', () => {
    expect(sentence(passVerdict)).toBe('Nothing fails the gate in 1 subject.');
  });

  test('a pass with findings says that they do not gate', () => {
    const waiting = { ...passSubject, findings: [ruleFinding({ status: 'below-threshold' })] };
    expect(sentence(verdictOf([waiting]))).toBe('Nothing fails the gate in 1 subject; 1 finding does not gate.');
  });

  test('a fail gives counts and the worst three', () => {
    expect(sentence(failVerdict)).toBe(
      '5 findings fail the gate in 1 subject (2 critical, 3 high): CVE-2025-7783 in form-data ' +
        '(servers/notes/package-lock.json:212-221), secret-in-env (servers/notes/Dockerfile:6), ' +
        'CVE-2023-5363 in libcrypto3 (servers/notes/Dockerfile:1) and 2 more.',
    );
  });

  test('two of one rule on one line are named once', () => {
    const twice = { ...failSubject, findings: [ruleFinding({}), ruleFinding({ fingerprint: 'other' })] };
    expect(sentence(verdictOf([twice]))).toMatch(/^2 findings fail [^:]*: user-non-root \([^()]+\) and 1 more\.$/u);
  });

  test('a finding without a line is placed by its subject', () => {
    const bare = { ...failSubject, findings: [ruleFinding({ location: null })] };
    expect(sentence(verdictOf([bare]))).toBe('1 finding fails the gate in 1 subject (1 high): user-non-root (notes).');
  });

  test('an error says what could not be verified and hides no finding', () => {
    expect(sentence(errorVerdict)).toMatch(
      /^Wrong input for 1 of 3 subjects: search: No image \S+ in the local engine \(asked: docker, podman\); 6 findings fail the gate in 2 subjects \(2 critical, 4 high\): /,
    );
  });

  test('an error of the run as a whole', () => {
    expect(sentence(brokenVerdict)).toBe(
      'Could not verify the run: The advisory database is 9 days old, older than --max-db-age 48h.',
    );
  });

  test('is one bounded line that no log obeys, whatever an image says', () => {
    const text = sentence(
      verdictOf([hostileSubject], { errors: [{ kind: 'verify', code: 'x', message: HOSTILE, advice: '' }] }),
    );
    expect(text).not.toMatch(/[\p{Cc}\p{Cf}]/u);
    expect(text).not.toContain('##[');
    expect(text.length).toBeLessThan(2_000);
  });

  test('the headline names nothing', () => {
    expect(headline(failVerdict)).toBe('5 findings fail the gate in 1 subject (2 critical, 3 high)');
  });
});

describe('countFindings', () => {
  test('counts every finding of every subject once', () => {
    expect(countFindings(errorVerdict)).toEqual({ findings: 8, critical: 2, high: 4, medium: 1, low: 1, unknown: 0 });
    expect(countFindings(brokenVerdict)).toEqual({ findings: 0, critical: 0, high: 0, medium: 0, low: 0, unknown: 0 });
  });
});
