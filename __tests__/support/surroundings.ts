import type { Surroundings } from '../../src/commands/check.ts';

/** A run that is about a folder alone: nothing before it, and no waivers but the policy's. */
export function surroundingsOf(cacheFolder: string): Surroundings {
  return {
    cacheFolder,
    workflow: null,
    before: null,
    readWaivers: () => Promise.resolve(null),
    notices: [],
    wantsEdits: false,
    sbomKinds: [],
    preload: () => Promise.resolve(),
  };
}
