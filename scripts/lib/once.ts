import { mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

const POLL_MS = 100;
const PATIENCE_MS = 5 * 60_000;

/**
 * Runs `work` while no other process runs work for the same folder, so that several test workers fetch a thing once:
 * those that come later find it there. A holder that has died is passed over; should two find that at the same moment,
 * both may work, so `work` must put its result in place by one rename.
 */
export async function once(folder: string, work: () => Promise<void>): Promise<void> {
  const lock = join(folder, '.lock');
  await mkdir(folder, { recursive: true });
  const giveUp = performance.now() + PATIENCE_MS;
  while (!(await take(folder, lock))) {
    if (performance.now() > giveUp) {
      throw new Error(`${lock} has been held for ${PATIENCE_MS / 60_000} minutes`);
    }
    await sleep(POLL_MS);
  }
  try {
    await work();
  } finally {
    await rm(lock, { recursive: true, force: true });
  }
}

/** A folder can be renamed onto another one only if that one is empty, and a lock never is: so one taker wins. */
async function take(folder: string, lock: string): Promise<boolean> {
  const draft = join(folder, `.lock-${process.pid}`);
  await mkdir(draft, { recursive: true });
  await writeFile(join(draft, 'pid'), String(process.pid));
  try {
    await rename(draft, lock);
    return true;
  } catch {
    await rm(draft, { recursive: true, force: true });
    await dropDeadLock(lock);
    return false;
  }
}

async function dropDeadLock(lock: string): Promise<void> {
  const pid = Number(await readFile(join(lock, 'pid'), 'utf8').catch(() => ''));
  if (Number.isInteger(pid) && pid > 0 && !isAlive(pid)) {
    await rm(lock, { recursive: true, force: true });
  }
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
  }
}
