import { setTimeout as sleep } from 'node:timers/promises';
import type { Clock } from './ports.ts';

export const nodeClock: Clock = {
  now: () => new Date(),
  sleep: async (ms) => {
    await sleep(ms);
  },
};
