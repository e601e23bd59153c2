import { readFileSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';

/** What SIGKILL needs at most on a loaded machine: the signal is sent at once, and the kernel acts on it when it may. */
const PATIENCE_MS = 10_000;

/** Whether a process ends that was told to, or has ended. */
export async function ends(pid: number): Promise<boolean> {
  const deadline = Date.now() + PATIENCE_MS;
  while (isRunning(pid)) {
    if (Date.now() > deadline) return false;
    await sleep(10);
  }
  return true;
}

/** Whether a process runs. One that has ended may stay as a zombie when nobody waits for it: that is not running. */
function isRunning(pid: number): boolean {
  if (!Number.isInteger(pid) || pid <= 0) {
    throw new Error(`not the id of a process: ${pid}`);
  }
  try {
    // proc(5): the state follows the name in parentheses; Z is a zombie, X is dead.
    return !/\) [ZX] /.test(readFileSync(`/proc/${pid}/stat`, 'utf8'));
  } catch {
    return false;
  }
}
