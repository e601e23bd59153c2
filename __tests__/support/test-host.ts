import { join } from 'node:path';
import { createNodeHost } from '../../src/host/node-host.ts';
import type { Host, Log, Progress } from '../../src/host/ports.ts';
import { temporaryFolder } from './temporary-folder.ts';

export interface TestHost extends AsyncDisposable {
  /** The real host with a tool cache and temporary files of its own. */
  readonly host: Host;
  readonly folder: string;
  readonly toolCache: string;
  readonly temp: string;
  /** `level: message`, in order. */
  readonly messages: readonly string[];
}

/** The real host, all in one folder that goes away with its scope. */
export async function testHost(): Promise<TestHost> {
  const folder = await temporaryFolder();
  const messages: string[] = [];
  const toolCache = join(folder.path, 'tools');
  const temp = join(folder.path, 'temp');
  const { host, dispose } = createNodeHost({
    toolCacheFolder: toolCache,
    log: recordingLog(messages),
    progress: silentProgress,
    tempRoot: temp,
  });
  return {
    host,
    folder: folder.path,
    toolCache,
    temp,
    messages,
    [Symbol.asyncDispose]: async () => {
      await dispose();
      await folder[Symbol.asyncDispose]();
    },
  };
}

export function recordingLog(messages: string[]): Log {
  const record = (level: string) => (message: string) => {
    messages.push(`${level}: ${message}`);
  };
  return {
    debug: record('debug'),
    info: record('info'),
    notice: record('notice'),
    warning: record('warning'),
    error: record('error'),
  };
}

export const silentProgress: Progress = { phase: (_title, work) => work() };
