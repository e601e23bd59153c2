import { plainText } from './plain-text.ts';
import type { Log } from './ports.ts';

export interface TerminalLogOptions {
  /** Only warnings and errors. */
  readonly quiet: boolean;
  readonly debug: boolean;
  /** Default: standard error, because standard output carries only what was asked for. */
  readonly stream?: NodeJS.WritableStream & { readonly isTTY?: boolean };
  readonly env?: NodeJS.ProcessEnv;
}

/** Colours only on a terminal, and never with NO_COLOR (no-color.org). */
export function createTerminalLog(options: TerminalLogOptions): Log {
  const stream = options.stream ?? process.stderr;
  const env = options.env ?? process.env;
  const colours = stream.isTTY === true && (env['NO_COLOR'] ?? '') === '' && env['TERM'] !== 'dumb';
  const write = (colour: number | null, label: string, message: string): void => {
    const head = label === '' || colour === null || !colours ? label : `\u001b[${colour}m${label}\u001b[0m`;
    stream.write(`${head}${plainText(message)}\n`);
  };
  return {
    debug: (message) => options.debug && write(2, 'debug: ', message),
    info: (message) => !options.quiet && write(null, '', message),
    notice: (message) => !options.quiet && write(36, 'note: ', message),
    warning: (message) => write(33, 'warning: ', message),
    error: (message) => write(31, 'error: ', message),
  };
}
