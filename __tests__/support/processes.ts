import { readFileSync } from 'node:fs';

/** Whether a process runs. One that has ended may stay as a zombie when nobody waits for it: that is not running. */
export function isRunning(pid: number): boolean {
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
