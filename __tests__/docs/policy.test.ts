import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from '@jest/globals';
import { Ajv2020 } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import { parse } from 'yaml';
import { POLICY_SCHEMA_URL } from '../../src/policy/file/json-schema.ts';
import { readPolicyFile } from '../../src/policy/file/read.ts';
import { policySchema } from '../../src/policy/file/schema.ts';
import { RULES } from '../../src/rules/index.ts';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const SURROUNDINGS = { today: '2026-11-23', ruleIds: RULES.map(({ id }) => id) };

async function examples(page: string): Promise<readonly string[]> {
  const text = await readFile(join(ROOT, page), 'utf8');
  return [...text.matchAll(/```yaml\n(.*?)```/gs)].map(([, block]) => block ?? '');
}

test('the policies of the documentation are accepted, and one of them has every key', async () => {
  const all = [...(await examples('docs/policy.md')), ...(await examples('docs/bases.md'))];
  for (const text of all) expect(readPolicyFile(text, 'p.yml', SURROUNDINGS).file).toBe('p.yml');
  const [whole = ''] = all;
  const keys = Object.keys(policySchema.shape).filter((key) => key !== '$schema');
  expect(Object.keys(parse(whole)).sort()).toEqual(keys.sort());
  expect(whole).toContain(`$schema=${POLICY_SCHEMA_URL}\n`);
});

test('the published schema accepts them, too', async () => {
  const ajv = new Ajv2020({ strict: true, strictRequired: false, allowUnionTypes: true });
  addFormats.default(ajv);
  const validate = ajv.compile(JSON.parse(await readFile(join(ROOT, 'schemas/policy-1.schema.json'), 'utf8')));
  for (const text of await examples('docs/policy.md'))
    expect([validate(parse(text)), validate.errors]).toEqual([true, null]);
});

test('the mistakes that are shown are those that are told', async () => {
  const shown = /```\n(\.github\/image-gate\.yml:.*)\n```/.exec(
    await readFile(join(ROOT, 'docs/policy.md'), 'utf8'),
  )?.[1];
  const text =
    'profile: mcp\nfail-onn: high\n\nimages:\n  - image: a\n\n\nwaivers:\n  - id: A\n    expires: 2026-12-31\n';
  expect(() => readPolicyFile(text, '.github/image-gate.yml', SURROUNDINGS)).toThrow(shown);
});
