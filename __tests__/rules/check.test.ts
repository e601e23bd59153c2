import { describe, expect, test } from '@jest/globals';
import type { Check } from '../../src/model/check.ts';
import type { Evidence } from '../../src/model/subject.ts';
import { type CheckOptions, checkRules } from '../../src/rules/check.ts';
import { dockerfile, evidence, image } from '../support/evidence.ts';

const OPTIONS: CheckOptions = { profile: 'mcp', transport: 'auto', allowedBases: [], allowedPorts: null };
const ROOT = evidence({ image: image({ user: '0' }) });

function checkOf(rule: string, parts: Evidence, ruleSeverity: NonNullable<CheckOptions['ruleSeverity']>): Check {
  const found = checkRules(parts, { ...OPTIONS, ruleSeverity }).find((check) => check.rule === rule);
  if (found === undefined) throw new Error(`${rule} is not listed`);
  return found;
}

describe('what the policy says of a rule', () => {
  test('off: it is listed, and never run', () => {
    const judge = (): never => {
      throw new Error('it was run');
    };
    const rule = {
      id: 'loud-rule',
      title: 'Loud',
      severity: { mcp: 'medium', container: 'low', strict: 'off' },
      why: '',
      fix: '',
      aliases: [],
      examples: { good: [], bad: [] },
      judge,
    } as const;
    expect(checkRules(ROOT, { ...OPTIONS, ruleSeverity: { 'loud-rule': 'off' } }, [rule])).toEqual([
      {
        rule: 'loud-rule',
        title: 'Loud',
        answer: 'not-applicable',
        severity: 'medium',
        reason: 'Switched off by the policy.',
        violations: [],
      },
    ]);
    expect(() => checkRules(ROOT, OPTIONS, [rule])).toThrow('it was run');
    expect(checkRules(ROOT, { ...OPTIONS, profile: 'strict' }, [rule])).toEqual([]);
    expect(() =>
      checkRules(ROOT, { ...OPTIONS, profile: 'strict', ruleSeverity: { 'loud-rule': 'low' } }, [rule]),
    ).toThrow();
  });

  test('a severity counts for all its violations, a proven credential among them', () => {
    const token = `ghp_${'0123456789abcdefghij'.repeat(2).slice(0, 36)}`;
    const parts = evidence({ image: image({ env: [`A=${token}`, 'DB_PASSWORD=x'] }) });
    const before = checkOf('secret-in-env', parts, {});
    expect(before.violations.map(({ severity }) => severity)).toEqual(['critical', 'medium']);
    const after = checkOf('secret-in-env', parts, { 'secret-in-env': 'low' });
    expect([after.severity, ...after.violations.map(({ severity }) => severity)]).toEqual(['low', 'low', 'low']);
  });

  test('it counts for an answer that is open, too', () => {
    const open = evidence({ dockerfile: dockerfile('FROM node:24-slim\nCMD ["x"]\n') });
    expect(checkOf('user-non-root', open, { 'user-non-root': 'critical' })).toMatchObject({
      answer: 'unknown',
      severity: 'critical',
    });
  });
});

describe('a USER that the image does not know is blamed once', () => {
  const lost = evidence({ image: image({ user: 'nosuch' }) });
  const answers = (ruleSeverity: NonNullable<CheckOptions['ruleSeverity']>): readonly string[] =>
    ['user-non-root', 'user-resolvable'].map((rule) => checkOf(rule, lost, ruleSeverity).answer);

  test('by user-resolvable, which the other names', () => {
    expect(answers({})).toEqual(['not-applicable', 'fail']);
    expect(checkOf('user-non-root', lost, {}).reason).toMatch(
      /cannot be resolved.* This is what user-resolvable is about\.$/,
    );
  });

  test.each([
    ['switched off', { 'user-resolvable': 'off' }, ['fail', 'not-applicable']],
    ['weighs less', { 'user-resolvable': 'low' }, ['fail', 'fail']],
    ['weighs more', { 'user-resolvable': 'critical' }, ['not-applicable', 'fail']],
  ] as const)('where user-resolvable is %s', (_what, ruleSeverity, expected) => {
    expect(answers(ruleSeverity)).toEqual(expected);
  });

  test('root is the business of user-non-root alone', () => {
    expect(['user-non-root', 'user-resolvable'].map((rule) => checkOf(rule, ROOT, {}).answer)).toEqual([
      'fail',
      'pass',
    ]);
  });

  test('where nobody read the accounts, both are open', () => {
    const unread = evidence({ image: image({ user: 'app' }, { texts: {} }) });
    expect(['user-non-root', 'user-resolvable'].map((rule) => checkOf(rule, unread, {}).answer)).toEqual([
      'unknown',
      'unknown',
    ]);
  });
});
