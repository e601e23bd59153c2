import { spawn } from 'node:child_process';
import { once as event } from 'node:events';
import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from '@jest/globals';
import { once } from '../../scripts/lib/once.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

/** Appends `begin` and `end` around a pause: the lines of two that overlap would be mixed. */
const WORKER = (folder: string): string => `
  import { appendFileSync } from 'node:fs';
  import { once } from ${JSON.stringify(join(import.meta.dirname, '../../scripts/lib/once.ts'))};
  await once(${JSON.stringify(folder)}, async () => {
    appendFileSync(${JSON.stringify(join(folder, 'log'))}, 'begin\\n');
    await new Promise((resolve) => setTimeout(resolve, 20));
    appendFileSync(${JSON.stringify(join(folder, 'log'))}, 'end\\n');
  });`;

test('processes work one after the other', async () => {
  await using folder = await temporaryFolder();
  const workers = Array.from({ length: 4 }, () =>
    spawn(process.execPath, ['--input-type=module', '-e', WORKER(folder.path)], { stdio: 'inherit' }),
  );
  const codes = await Promise.all(workers.map(async (worker) => (await event(worker, 'exit'))[0]));
  expect(codes).toEqual([0, 0, 0, 0]);
  expect(await readFile(join(folder.path, 'log'), 'utf8')).toBe('begin\nend\n'.repeat(4));
  expect(await readdir(folder.path)).toEqual(['log']);
});

test('a holder that died is passed over', async () => {
  await using folder = await temporaryFolder();
  const dead = spawn(process.execPath, ['-e', '']);
  await event(dead, 'exit');
  await mkdir(join(folder.path, '.lock'));
  await writeFile(join(folder.path, '.lock', 'pid'), String(dead.pid));
  let worked = false;
  await once(folder.path, async () => {
    worked = true;
  });
  expect(worked).toBe(true);
});

test('the lock is free again after a failure', async () => {
  await using folder = await temporaryFolder();
  await expect(once(folder.path, () => Promise.reject(new Error('no')))).rejects.toThrow('no');
  expect(await readdir(folder.path)).toEqual([]);
});
