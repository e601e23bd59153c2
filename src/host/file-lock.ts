import { randomUUID } from 'node:crypto';
import { mkdir, readFile, rename, rm, stat, utimes, writeFile } from 'node:fs/promises';
import { hostname } from 'node:os';
import { dirname } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { errorCode } from '../model/error-code.ts';

/** The holder says this often that it lives; one that has not for longer is dead. */
const HEARTBEAT_MS = 5_000;
const DEAD_MS = 60_000;
const POLL_MS = 100;

/**
 * Runs `work` while no other process that asks for the same path does. The lock is a file that names its holder; that of
 * a process that was killed is taken over. Rejects with code `ELOCKED` when it was not free in time.
 *
 * It saves needless work among friends and is no guarantee: two may hold it in the moment in which one takes over.
 */
export async function withFileLock<T>(path: string, timeoutMs: number, work: () => Promise<T>): Promise<T> {
  const owner = JSON.stringify({ host: hostname(), pid: process.pid, id: randomUUID() });
  await acquire(path, owner, timeoutMs);
  const heartbeat = setInterval(() => {
    const now = new Date();
    utimes(path, now, now).catch(() => undefined);
  }, HEARTBEAT_MS);
  heartbeat.unref();
  try {
    return await work();
  } finally {
    clearInterval(heartbeat);
    if ((await readOrNull(path)) === owner) {
      await rm(path, { force: true });
    }
  }
}

async function acquire(path: string, owner: string, timeoutMs: number): Promise<void> {
  await mkdir(dirname(path), { recursive: true });
  const deadline = Date.now() + timeoutMs;
  for (;;) {
    try {
      await writeFile(path, owner, { flag: 'wx' });
      return;
    } catch (error) {
      if (errorCode(error) !== 'EEXIST') {
        throw error;
      }
    }
    if (await isDead(path)) {
      // Moved away first: of several that see the same dead holder, one succeeds.
      const grave = `${path}.${randomUUID()}`;
      await rename(path, grave).catch(() => undefined);
      await rm(grave, { force: true });
    } else if (Date.now() >= deadline) {
      throw Object.assign(new Error(`ELOCKED: another process holds '${path}'`), { code: 'ELOCKED' });
    } else {
      await sleep(POLL_MS * (0.5 + Math.random()));
    }
  }
}

async function isDead(path: string): Promise<boolean> {
  try {
    if (Date.now() - (await stat(path)).mtimeMs > DEAD_MS) {
      return true;
    }
    const owner: unknown = JSON.parse((await readOrNull(path)) ?? 'null');
    return isOwner(owner) && owner.host === hostname() && !isAlive(owner.pid);
  } catch {
    // Gone by now, or its holder is about to write it.
    return false;
  }
}

function isOwner(value: unknown): value is { readonly host: string; readonly pid: number } {
  return (
    typeof value === 'object' && value !== null && 'host' in value && 'pid' in value && Number.isInteger(value.pid)
  );
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return errorCode(error) !== 'ESRCH';
  }
}

async function readOrNull(path: string): Promise<string | null> {
  return readFile(path, 'utf8').catch(() => null);
}
