import { readdirSync } from 'node:fs';
import { describe, expect, test } from '@jest/globals';
import { checkRule } from '../../src/rules/check.ts';
import { RULES } from '../../src/rules/index.ts';
import { evidence, judgeText } from '../support/evidence.ts';

const HELPERS = ['check.ts', 'credentials.ts', 'effective.ts', 'index.ts', 'rule.ts', 'transport.ts'];

describe('rule, test and page stand 1:1:1', () => {
  const ids = RULES.map(({ id }) => id).sort();
  test('files', () => {
    const files = readdirSync('src/rules').filter((file) => !HELPERS.includes(file));
    expect(files.sort()).toEqual(ids.map((id) => `${id}.ts`));
  });

  test('tests', () => {
    const tests = readdirSync('__tests__/rules').map((file) => file.replace('.test.ts', ''));
    expect(tests).toEqual(expect.arrayContaining(ids));
  });

  test('pages', () => {
    const pages = readdirSync('docs/rules').filter((file) => file !== 'README.md');
    expect(pages.sort()).toEqual(ids.map((id) => `${id}.md`));
  });

  test('ids are unique', () => {
    expect(new Set(ids).size).toBe(ids.length);
  });
});

describe.each(RULES.map((rule) => [rule.id, rule] as const))('%s', (_id, rule) => {
  test.each(rule.examples.good.map((example) => [example.title, example] as const))(
    'is content with: %s',
    (_title, { dockerfile, options }) => {
      const { answer, reason } = judgeText(rule, dockerfile, options);
      // A Dockerfile alone on a base that is not at hand may leave the answer open, but it must never blame.
      expect(['pass', 'unknown', 'not-applicable']).toContain(answer);
      if (/^(#.*\n)?FROM scratch/.test(dockerfile)) expect([answer, reason]).toEqual(['pass', reason]);
    },
  );

  test.each(rule.examples.bad.map((example) => [example.title, example] as const))(
    'blames: %s',
    (_title, { dockerfile, options }) => {
      const { answer, violations } = judgeText(rule, dockerfile, options);
      expect(answer).toBe('fail');
      for (const { location, message, fix } of violations) {
        expect(location?.file).toBe('Dockerfile');
        expect(message).toMatch(/\.$/);
        expect(fix).not.toBe('');
      }
    },
  );

  test('has examples of both kinds', () => {
    expect(rule.examples.good.length).toBeGreaterThan(0);
    expect(rule.examples.bad.length).toBeGreaterThan(0);
  });

  test('never passes without evidence', () => {
    const options = { profile: 'mcp', transport: 'auto', allowedBases: ['node'], allowedPorts: ['3000/tcp'] } as const;
    expect(checkRule(rule, 'high', evidence({}), options).answer).toBe('unknown');
  });

  test('violations of one check can be told apart', () => {
    for (const { dockerfile, options } of rule.examples.bad) {
      const places = judgeText(rule, dockerfile, options).violations.map(({ place }) => place);
      expect(new Set(places).size).toBe(places.length);
    }
  });
});
