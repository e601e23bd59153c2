import { totalmem } from 'node:os';
import { setFlagsFromString } from 'node:v8';
import { localHttp } from './local-http.ts';
import { nodeClock } from './node-clock.ts';
import { createNodeEnv } from './node-env.ts';
import { createNodeExec } from './node-exec.ts';
import { createNodeFiles } from './node-files.ts';
import { createHttp } from './node-http.ts';
import { createNodeToolCache } from './node-tool-cache.ts';
import { onTermination } from './on-termination.ts';
import type { Host, Log, Progress } from './ports.ts';
import { createTempFolders } from './temp-folders.ts';

export interface NodeHostOptions {
  readonly toolCacheFolder: string;
  readonly log: Log;
  readonly progress: Progress;
  /** Null: the system's folder for temporary files. */
  readonly tempRoot: string | null;
}

export interface NodeHost {
  readonly host: Host;
  /** Ends child processes and removes temporary folders. The same happens on SIGINT, SIGTERM, SIGHUP and exit. */
  dispose(): Promise<void>;
}

/** The world as Node shows it: what both the action and the command line run on. */
export function createNodeHost(options: NodeHostOptions): NodeHost {
  keepYoungGenerationSmall();
  const exec = createNodeExec();
  const temp = createTempFolders(options.tempRoot);
  const files = createNodeFiles(() => temp.make());
  const stopWatching = onTermination({
    gently: () => exec.endAll(),
    finally: () => {
      exec.killAll();
      temp.removeAllNow();
    },
  });
  return {
    host: {
      exec,
      files,
      http: createHttp({ clock: nodeClock, log: options.log }),
      localHttp,
      env: createNodeEnv(),
      log: options.log,
      clock: nodeClock,
      toolCache: createNodeToolCache(options.toolCacheFolder, files),
      progress: options.progress,
      machine: { os: process.platform, arch: process.arch, memory: memory() },
    },
    dispose: async () => {
      await exec.endAll();
      await temp.removeAll();
      stopWatching();
    },
  };
}

function memory(): number {
  // 0, or more than the machine has, where no control group sets a limit.
  const limit = process.constrainedMemory();
  return limit > 0 ? Math.min(limit, totalmem()) : totalmem();
}

/**
 * Buffers of streams are let go of when V8 collects its young generation. As that grows, this happens too seldom: a third
 * more memory is held, for no gain in time. It is a heuristic, which V8 looks up whenever it might let that grow.
 */
function keepYoungGenerationSmall(): void {
  setFlagsFromString('--semi-space-growth-factor=1');
}
