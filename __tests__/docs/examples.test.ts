import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from '@jest/globals';
import { parse } from 'yaml';
import { readPolicyFile } from '../../src/policy/file/read.ts';
import { RULES } from '../../src/rules/index.ts';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const read = (file: string): Promise<string> => readFile(join(ROOT, file), 'utf8');

interface Step {
  readonly uses?: string;
  readonly with?: Readonly<Record<string, unknown>>;
}

test('the example of a policy is accepted, and not a key of it is passed over', async () => {
  const surroundings = { today: '2026-11-23', ruleIds: RULES.map(({ id }) => id) };
  const policy = readPolicyFile(await read('examples/image-gate.yml'), 'examples/image-gate.yml', surroundings);
  expect(policy.images.map(({ name }) => name)).toEqual(['time', 'notes', 'base']);
  expect(policy.waivers).toMatchObject([{ ids: ['CVE-2026-12345'], expires: '2026-12-31' }]);
});

test('the example workflows use declared inputs, and ask for no more than they need', async () => {
  const { inputs } = parse(await read('action.yml'));
  const names = await readdir(join(ROOT, 'examples/workflows'));
  expect(names).toContain('required.yml');
  for (const name of names) {
    const workflow = parse(await read(`examples/workflows/${name}`));
    expect(workflow.permissions).toEqual({});
    const { permissions, steps }: { permissions: unknown; steps: readonly Step[] } = workflow.jobs.gate;
    expect(permissions).toEqual({ contents: 'read', 'security-events': 'write', actions: 'read' });
    const ours = steps.filter(({ uses }) => uses?.startsWith('image-hardening-gate/image-hardening-gate@'));
    expect(ours).toHaveLength(1);
    expect(Object.keys(inputs)).toEqual(expect.arrayContaining(Object.keys(ours[0]?.with ?? {})));
  }
});
