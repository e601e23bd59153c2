import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { parse } from 'yaml';
import { z } from 'zod';
import { runProgram } from '../../scripts/lib/program.ts';
import { ROOT } from '../../scripts/lib/repository.ts';
import { describeIf } from '../support/requires.ts';

const FOLDER = join(ROOT, '.github', 'workflows');
const workflow = z.object({
  permissions: z.object({}).strict(),
  jobs: z.record(
    z.string(),
    z.object({
      permissions: z.record(z.string(), z.enum(['read', 'write'])),
      'timeout-minutes': z.number(),
      steps: z.array(z.object({ uses: z.string().optional(), with: z.record(z.string(), z.unknown()).optional() })),
    }),
  ),
});

describe.each(readdirSync(FOLDER))('the workflow %s', (file) => {
  const text = readFileSync(join(FOLDER, file), 'utf8');

  test('has permissions and a time limit for each job, and none for all', () => {
    expect(workflow.safeParse(parse(text)).error?.issues ?? []).toEqual([]);
  });

  test('names every foreign action by commit, with its version beside it', () => {
    const foreign = text.split('\n').filter((line) => /\buses: (?!\.\/)/.test(line));
    expect(foreign.length).toBeGreaterThan(0);
    for (const line of foreign) {
      expect(line).toMatch(/uses: [\w./-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+$/);
    }
  });

  test('leaves no token in the checkout', () => {
    const steps = Object.values(workflow.parse(parse(text)).jobs).flatMap((job) => job.steps);
    const checkouts = steps.filter(({ uses }) => uses?.startsWith('actions/checkout@'));
    expect(checkouts.length).toBeGreaterThan(0);
    expect(checkouts.map((step) => step.with?.['persist-credentials'])).toEqual(checkouts.map(() => false));
  });
});

(await describeIf('go'))('the linters', () => {
  test('have nothing to say', async () => {
    const script = join(ROOT, 'scripts', 'lint-workflows.ts');
    const { code, output } = await runProgram(process.execPath, [script], { env: { NODE_OPTIONS: '' } });
    expect({ code, output: code === 0 ? '' : output }).toEqual({ code: 0, output: '' });
  }, 240_000);
});
