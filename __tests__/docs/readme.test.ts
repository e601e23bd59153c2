import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from '@jest/globals';
import { parse } from 'yaml';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const read = (file: string): Promise<string> => readFile(join(ROOT, file), 'utf8');

interface Step {
  readonly uses?: string;
  readonly with?: Readonly<Record<string, unknown>>;
}

/** What people paste must work: the YAML of the README against action.yml. */
describe('the workflows of the README', () => {
  async function blocks(): Promise<readonly string[]> {
    return [...(await read('README.md')).matchAll(/```yaml\n(.*?)```/gs)].map(([, text]) => text ?? '');
  }

  function steps(text: string): readonly Step[] {
    const parsed = parse(text);
    return Array.isArray(parsed) ? parsed : Object.values<{ steps: Step[] }>(parsed.jobs).flatMap((job) => job.steps);
  }

  test('use declared inputs and outputs of this action', async () => {
    const { inputs, outputs } = parse(await read('action.yml'));
    const texts = await blocks();
    const ours = texts.flatMap(steps).filter(({ uses }) => uses?.includes('/image-hardening-gate@'));
    expect(ours.length).toBeGreaterThan(1);
    for (const step of ours) expect(Object.keys(inputs)).toEqual(expect.arrayContaining(Object.keys(step.with ?? {})));
    for (const [, name] of texts.join('\n').matchAll(/steps\.gate\.outputs\.([\w-]+)/g))
      expect(Object.keys(outputs)).toContain(name);
  });

  test('run where a verdict is needed: on changes, in merge queues, and where baselines and new advisories come from', async () => {
    const { on } = parse((await blocks()).find((text) => text.includes('jobs:')) ?? '');
    expect(Object.keys(on).sort()).toEqual(['merge_group', 'pull_request', 'push', 'schedule']);
    expect(on.push).toEqual({ branches: ['main'] });
  });

  test('ask for the least: contents to read, security events to write for the upload', async () => {
    const workflow = parse((await blocks()).find((text) => text.includes('jobs:')) ?? '');
    expect(workflow.permissions).toEqual({ contents: 'read' });
    expect(workflow.jobs.image.permissions).toEqual({
      contents: 'read',
      'security-events': 'write',
      actions: 'read',
      packages: 'write',
    });
  });
});
