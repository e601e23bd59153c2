import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from '@jest/globals';
import { checkRule } from '../../src/rules/check.ts';
import { RULES } from '../../src/rules/index.ts';
import { evidence } from '../support/evidence.ts';
import { judgeExample } from '../support/image-tree.ts';

/** What holds a rule; the other files of the folder help several of them. */
const RULE_FILE = /^export const \w+: Rule = \{$/m;

describe('rule, test and page stand 1:1:1', () => {
  const ids = RULES.map(({ id }) => id).sort();
  test('files', () => {
    const names = readdirSync('src/rules').filter((name) => name.endsWith('.ts'));
    const files = names.filter((name) => RULE_FILE.test(readFileSync(`src/rules/${name}`, 'utf8')));
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
    (_title, example) => {
      const { answer, reason } = judgeExample(rule, example);
      // A Dockerfile alone on a base that is not at hand may leave the answer open, but it must never blame.
      expect(['pass', 'unknown', 'not-applicable']).toContain(answer);
      const decides = example.image !== undefined || /^(#.*\n)?FROM scratch/.test(example.dockerfile);
      if (decides) expect([answer, reason]).toEqual(['pass', reason]);
    },
  );

  test.each(rule.examples.bad.map((example) => [example.title, example] as const))('blames: %s', (_title, example) => {
    const { answer, violations } = judgeExample(rule, example);
    expect(answer).toBe('fail');
    for (const { location, message, fix } of violations) {
      expect(location?.file).toBe('Dockerfile');
      expect(message).toMatch(/\.$/);
      expect(fix).not.toBe('');
    }
  });

  test('has examples of both kinds', () => {
    expect(rule.examples.good.length).toBeGreaterThan(0);
    expect(rule.examples.bad.length).toBeGreaterThan(0);
  });

  test('never passes without evidence', () => {
    const options = { profile: 'mcp', transport: 'auto', allowedBases: ['node'], allowedPorts: ['3000/tcp'] } as const;
    expect(checkRule(rule, 'high', evidence({}), options).answer).toBe('unknown');
  });

  test('violations of one check can be told apart', () => {
    for (const example of rule.examples.bad) {
      const places = judgeExample(rule, example).violations.map(({ place }) => place);
      expect(new Set(places).size).toBe(places.length);
    }
  });
});
