import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { stringify } from 'yaml';
import { UsageError } from '../../../src/model/failure.ts';
import type { PolicyFile } from '../../../src/policy/file/policy-file.ts';
import { readPolicyFile } from '../../../src/policy/file/read.ts';
import { policySchema } from '../../../src/policy/file/schema.ts';

/** The policy, or the one kind of error that a text may lead to. */
function outcome(text: string): PolicyFile | string {
  try {
    return readPolicyFile(text, 'p.yml', { today: '2026-11-23', ruleIds: ['user-non-root'] });
  } catch (error) {
    if (error instanceof UsageError && error.code === 'bad-policy') return error.message;
    throw error;
  }
}

const KEYS = [
  ...Object.keys(policySchema.shape),
  'id',
  'ids',
  'reason',
  'expires',
  'dockerfile',
  'build-args',
  '__proto__',
];
const SCRAPS = [
  ...KEYS.map((key) => `${key}: `),
  '- ',
  '\n',
  '  ',
  '{',
  '}',
  '[',
  ']',
  '&a ',
  '*a',
  '"',
  '2026-12-01',
  '7d',
  'high',
];

describe('no text crashes the reader', () => {
  test('any text', () => {
    fc.assert(fc.property(fc.string({ unit: 'binary' }), (text) => expect(outcome(text)).toBeDefined()));
  });

  test('texts that are nearly a policy', () => {
    const text = fc.array(fc.constantFrom(...SCRAPS), { maxLength: 40 }).map((parts) => parts.join(''));
    fc.assert(
      fc.property(text, (written) => expect(outcome(written)).toBeDefined()),
      { numRuns: 1000 },
    );
  });

  test('any value under any key; each mistake has its place', () => {
    const value = fc.dictionary(fc.constantFrom(...KEYS), fc.jsonValue({ maxDepth: 4 }), { minKeys: 1, maxKeys: 4 });
    fc.assert(
      fc.property(value, (policy) => {
        const result = outcome(stringify(policy));
        if (typeof result === 'string') expect(result).toMatch(/^p\.yml:\d+:\d+: /);
      }),
      { numRuns: 500 },
    );
  });
});
