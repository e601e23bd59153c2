import { describe, expect, test } from '@jest/globals';
import { FINDING_STATUSES } from '../../src/model/finding.ts';
import { combinations, FACTS, judged, PRECEDENCE, rowOf } from '../support/precedence.ts';

const ALL = combinations();

test('every combination of facts is there', () => {
  const count = Object.values(FACTS).reduce((product, answers) => product * answers.length, 1);
  expect(new Set(ALL.map((facts) => JSON.stringify(facts))).size).toBe(count);
});

test('every row decides some of them, and every status has one row', () => {
  expect(new Set(ALL.map(rowOf))).toEqual(new Set(PRECEDENCE));
  expect(PRECEDENCE.map(({ status }) => status).sort()).toEqual([...FINDING_STATUSES].sort());
});

describe.each(PRECEDENCE.map((row) => [row.status, row] as const))('%s', (status, row) => {
  const mine = ALL.filter((facts) => rowOf(facts) === row);

  test('in each combination that it decides', () => {
    const wrong = mine.filter((facts) => judged(facts).finding.status !== status);
    expect(wrong).toEqual([]);
  });

  test('gates exactly if it is fail, has a deadline exactly if it is grace, and always a reason', () => {
    for (const facts of mine) {
      const { verdict, finding } = judged(facts);
      expect(verdict.verdict).toBe(status === 'fail' ? 'fail' : 'pass');
      expect(finding.deadline === null).toBe(status !== 'grace');
      expect(finding.waiver === null).toBe(status !== 'waived');
      expect(finding.reason).toMatch(/^\w.{9,}[^.]$/);
    }
  });
});

describe('the second reason', () => {
  const failing = ALL.filter((facts) => rowOf(facts).status === 'fail').map(
    (facts) => [facts, judged(facts).finding.reason] as const,
  );

  test.each([
    ['its waiver expired on 2026-05-31', { waiver: 'has expired' }],
    ['its grace ended on 2026-01-31', { grace: 'over', change: 'unchanged' }],
    ['no grace for what the change introduces', { grace: 'running', change: 'new' }],
    ['no grace without a date of publication', { grace: 'without a date', change: 'not known' }],
    ['; the change introduces it', { gate: 'new', change: 'new' }],
    ['whether the change introduces it is not known', { gate: 'new', change: 'not known' }],
  ])('%s', (words, facts) => {
    const meant = failing.filter(([all]) =>
      Object.entries(facts).every((fact) => Object.entries(all).some(([k, v]) => k === fact[0] && v === fact[1])),
    );
    expect(meant.length).toBeGreaterThan(0);
    for (const [, reason] of meant) expect(reason).toContain(words);
  });
});
