import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { expect, test } from '@jest/globals';
import { ROOT } from '../../scripts/lib/repository.ts';
import { committed, SERVERS } from '../init/repository.ts';
import type { Ran } from '../support/command-line.ts';

/** What a new user does: `image-gate init`, then `image-gate check`. Run from the sources. */
async function imageGate(cwd: string, ...args: readonly string[]): Promise<Ran> {
  const child = spawn(process.execPath, [join(ROOT, 'src', 'cli.ts'), ...args], {
    cwd,
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { PATH: process.env['PATH'], HOME: cwd, NO_COLOR: '1' },
  });
  const code = new Promise<number | null>((resolve, reject) => {
    child.on('error', reject);
    child.on('close', resolve);
  });
  const [stdout, stderr] = await Promise.all([text(child.stdout), text(child.stderr)]);
  return { code: await code, stdout, stderr };
}

test('init alone leads to a verdict with reasons', async () => {
  await using repository = await committed(SERVERS);
  const first = await imageGate(repository.path, 'init');
  expect([first.code, first.stderr]).toEqual([0, '']);
  expect(first.stdout).toContain('image-gate check');

  const check = await imageGate(repository.path, 'check', '--format', 'json');
  expect(check.code).toBe(1);
  const { verdict, errors, subjects } = JSON.parse(check.stdout);
  expect([verdict, errors]).toEqual(['fail', []]);
  const gating = subjects.map(({ name, findings }: { name: string; findings: { id: string; status: string }[] }) => [
    name,
    findings.filter(({ status }) => status === 'fail').map(({ id }) => id),
  ]);
  expect(gating).toEqual([
    ['fetch', ['user-non-root']],
    ['git', []],
    ['time', ['expose-debug-port', 'expose-policy']],
  ]);
  // The servers inherit what their base sets.
  const time = subjects.find(({ name }: { name: string }) => name === 'time');
  expect(time.checks).toContainEqual(expect.objectContaining({ rule: 'user-non-root', answer: 'pass' }));

  const again = await imageGate(repository.path, 'init');
  expect([again.code, again.stdout]).toEqual([2, '']);
  expect(again.stderr).toContain('there already');
}, 60_000);
