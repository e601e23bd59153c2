import { createNodeEnv } from '../../src/host/node-env.ts';
import { createNodeHost } from '../../src/host/node-host.ts';
import type { Host } from '../../src/host/ports.ts';
import { errorCode } from '../../src/model/error-code.ts';
import { temporaryFolder } from './temporary-folder.ts';

export interface ImageHost extends AsyncDisposable {
  readonly host: Host;
  /** Where the host makes its temporary folders. */
  readonly temp: string;
}

const silent = (): void => {};

/**
 * The real host with a folder of its own for temporary files. `env` replaces the environment; `programs` replaces what
 * is found on the PATH, null for "not installed".
 */
export async function imageHost(
  options: {
    readonly env?: Readonly<Record<string, string>>;
    readonly programs?: Readonly<Record<string, string | null>>;
    readonly arch?: string;
  } = {},
): Promise<ImageHost> {
  const folder = await temporaryFolder('image-host');
  const { host, dispose } = createNodeHost({
    toolCacheFolder: folder.path,
    log: { debug: silent, info: silent, notice: silent, warning: silent, error: silent },
    progress: { phase: (_title, work) => work() },
    tempRoot: folder.path,
  });
  const { env = {}, programs = {} } = options;
  const known = { PATH: process.env['PATH'] ?? '', HOME: folder.path, ...env };
  return {
    host: {
      ...host,
      files: { ...host.files, stat: (path) => host.files.stat(path).catch(nothingThere) },
      env: createNodeEnv(known),
      exec: {
        run: (program, args, runOptions) => host.exec.run(program, args, runOptions),
        which: async (program) => {
          const replaced = programs[program];
          return replaced === undefined ? host.exec.which(program) : replaced;
        },
      },
      machine: { os: 'linux', arch: options.arch ?? 'x64', memory: 8 * 1024 ** 3 },
    },
    temp: folder.path,
    [Symbol.asyncDispose]: async () => {
      await dispose();
      await folder[Symbol.asyncDispose]();
    },
  };
}

/** Tests run in a realm of their own, where Node's errors are no instances of `Error`; the real `stat` asks for one. */
function nothingThere(error: unknown): null {
  if (['ENOENT', 'ENOTDIR'].includes(errorCode(error))) {
    return null;
  }
  throw error;
}
