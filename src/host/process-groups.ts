import type { ChildProcess } from 'node:child_process';
import { errorCode } from '../model/error-code.ts';

/** Windows has no process groups; there the child alone is ended. */
export const HAS_GROUPS = process.platform !== 'win32';

/** Signals a child and everything it started, if it is still there. */
export function signalGroup(child: ChildProcess, signal: NodeJS.Signals): void {
  const { pid } = child;
  if (pid === undefined) {
    return;
  }
  try {
    if (HAS_GROUPS) {
      process.kill(-pid, signal);
    } else {
      child.kill(signal);
    }
  } catch (error) {
    // ESRCH: the group has ended by itself. EPERM: the same on macOS, where it is said of a group of zombies.
    if (!['ESRCH', 'EPERM'].includes(errorCode(error))) {
      throw error;
    }
  }
}
