import * as core from '@actions/core';
import { withoutCommands } from './actions-log.ts';
import { seconds } from './duration.ts';
import { plainText } from './plain-text.ts';
import type { Clock, Log, Progress } from './ports.ts';

/** Phases as folded groups. The runner knows no groups within groups: a phase inside another one is a line of it. */
export function createActionsProgress(log: Log, clock: Clock): Progress {
  let open = 0;
  return {
    phase: async (title, work) => {
      const start = clock.now();
      const outermost = open === 0;
      open += 1;
      if (outermost) {
        core.startGroup(withoutCommands(plainText(title)));
      } else {
        log.info(`${title} …`);
      }
      let outcome = 'failed after';
      try {
        const result = await work();
        outcome = 'done in';
        return result;
      } finally {
        open -= 1;
        log.info(`${title}: ${outcome} ${seconds(start, clock.now())}`);
        if (open === 0) {
          core.endGroup();
        }
      }
    },
  };
}
