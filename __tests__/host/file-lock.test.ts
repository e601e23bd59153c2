import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readdir, stat, utimes, writeFile } from 'node:fs/promises';
import { hostname } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { describe, expect, test } from '@jest/globals';
import { withFileLock } from '../../src/host/file-lock.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

async function lockPath(): Promise<{ path: string } & AsyncDisposable> {
  const folder = await temporaryFolder();
  return { path: join(folder.path, 'sub', 'lock'), [Symbol.asyncDispose]: () => folder[Symbol.asyncDispose]() };
}

/** A process that holds the lock until it is killed. */
const HOLDER = (path: string): string => `
  import { withFileLock } from ${JSON.stringify(join(import.meta.dirname, '../../src/host/file-lock.ts'))};
  setInterval(() => {}, 1000);
  await withFileLock(${JSON.stringify(path)}, 1000, () => { console.log('held'); return new Promise(() => {}); });`;

describe('a lock', () => {
  test('lets one at a time in, and leaves nothing', async () => {
    await using lock = await lockPath();
    let inside = 0;
    let most = 0;
    const work = async (): Promise<void> => {
      inside += 1;
      most = Math.max(most, inside);
      await new Promise((done) => setImmediate(done));
      inside -= 1;
    };
    await Promise.all(Array.from({ length: 10 }, () => withFileLock(lock.path, 30_000, work)));
    expect(most).toBe(1);
    expect(await readdir(join(lock.path, '..'))).toEqual([]);
  });

  test('is free again after work that failed, and gives its error', async () => {
    await using lock = await lockPath();
    const failing = withFileLock(lock.path, 1000, () => Promise.reject(new Error('work failed')));
    await expect(failing).rejects.toThrow('work failed');
    expect(await withFileLock(lock.path, 1000, async () => 'next')).toBe('next');
  });

  test('of a living process is waited for, up to the limit; of a killed one it is taken over', async () => {
    await using lock = await lockPath();
    const holder = spawn(process.execPath, ['--input-type=module', '-e', HOLDER(lock.path)], {
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    const exited = once(holder, 'exit');
    await once(createInterface(holder.stdout), 'line');
    await expect(withFileLock(lock.path, 200, async () => 'in')).rejects.toMatchObject({ code: 'ELOCKED' });
    holder.kill('SIGKILL');
    await exited;
    expect(await withFileLock(lock.path, 5_000, async () => 'in')).toBe('in');
    expect(await stat(lock.path).catch(() => null)).toBeNull();
  });

  test('of another machine counts as long as it shows that it lives', async () => {
    await using lock = await lockPath();
    await withFileLock(lock.path, 1000, async () => undefined);
    await writeFile(lock.path, JSON.stringify({ host: `not-${hostname()}`, pid: 1, id: 'x' }));
    await expect(withFileLock(lock.path, 200, async () => 'in')).rejects.toMatchObject({ code: 'ELOCKED' });
    const longAgo = new Date(Date.now() - 61_000);
    await utimes(lock.path, longAgo, longAgo);
    expect(await withFileLock(lock.path, 200, async () => 'in')).toBe('in');
  });

  test('that somebody else has taken over meanwhile is left to them', async () => {
    await using lock = await lockPath();
    await withFileLock(lock.path, 1000, () => writeFile(lock.path, 'somebody else'));
    expect(await stat(lock.path)).toBeDefined();
  });
});
