import { seconds } from './duration.ts';
import type { Clock, Log, Progress } from './ports.ts';

/** One line when a phase begins and one when it ends. Phases may run side by side, so nothing is drawn over. */
export function createTerminalProgress(log: Log, clock: Clock): Progress {
  return {
    phase: async (title, work) => {
      const start = clock.now();
      log.info(`${title} …`);
      try {
        const result = await work();
        log.info(`${title}: done in ${seconds(start, clock.now())}`);
        return result;
      } catch (error) {
        log.info(`${title}: failed after ${seconds(start, clock.now())}`);
        throw error;
      }
    },
  };
}
