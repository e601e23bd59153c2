/**
 * The `created_by` texts that BuildKit writes (v0.34, frontend/dockerfile/dockerfile2llb/convert.go and
 * convert_copy.go), and the one form of the legacy builder that base images still carry.
 */
import type { ConfigSpec } from './spec.ts';

/** The shell form of RUN; `buildArgs` are entries `NAME=value` of the ARGs in force. */
export function run(command: string, buildArgs: readonly string[] = []): string {
  const prefix = buildArgs.length === 0 ? [] : [`|${buildArgs.length}`, ...buildArgs];
  return ['RUN', ...prefix, '/bin/sh', '-c', command, '# buildkit'].join(' ');
}

/** The sources and, last, the destination, as written; of the flags BuildKit keeps `--parents`, `--chown` and `--chmod`. */
export function copy(words: readonly string[], flags: readonly string[] = []): string {
  return ['COPY', ...flags, ...words, '# buildkit'].join(' ');
}

export function add(words: readonly string[], flags: readonly string[] = []): string {
  return ['ADD', ...flags, ...words, '# buildkit'].join(' ');
}

/** Entries `NAME=value`. */
export function env(...entries: readonly string[]): string {
  return ['ENV', ...entries].join(' ');
}

export function arg(entry: string): string {
  return `ARG ${entry}`;
}

export function label(...entries: readonly string[]): string {
  return ['LABEL', ...entries].join(' ');
}

export function user(name: string): string {
  return `USER ${name}`;
}

/** Adds a layer, unlike the other settings: BuildKit creates the folder. */
export function workdir(path: string): string {
  return `WORKDIR ${path}`;
}

/** Ports like `3000/tcp`. Older versions printed a Go map. */
export function expose(...ports: readonly string[]): string {
  return `EXPOSE [${ports.join(' ')}]`;
}

export function cmd(words: readonly string[]): string {
  return `CMD [${words.map((word) => JSON.stringify(word)).join(' ')}]`;
}

export function entrypoint(words: readonly string[]): string {
  return `ENTRYPOINT [${words.map((word) => JSON.stringify(word)).join(' ')}]`;
}

/** Go's `%+v` of the check. */
export function healthcheck(check: NonNullable<ConfigSpec['Healthcheck']>): string {
  const { Test, Interval = 0, Timeout = 0, StartPeriod = 0, StartInterval = 0, Retries = 0 } = check;
  const durations = [
    `Interval:${goDuration(Interval)}`,
    `Timeout:${goDuration(Timeout)}`,
    `StartPeriod:${goDuration(StartPeriod)}`,
    `StartInterval:${goDuration(StartInterval)}`,
  ];
  return `HEALTHCHECK {Test:[${Test.join(' ')}] ${durations.join(' ')} Retries:${Retries}}`;
}

/** What the legacy builder wrote; `metadata` as it stood there, like `CMD ["/bin/sh"]`. It pads after `#(nop)`. */
export function legacyNop(metadata: string): string {
  return `/bin/sh -c #(nop) ${metadata}`;
}

export function legacyRun(command: string): string {
  return `/bin/sh -c ${command}`;
}

/** Whole seconds and minutes, which is what health checks use: `30s`, `1m30s`, `0s`. */
function goDuration(nanoseconds: number): string {
  const seconds = nanoseconds / 1e9;
  return seconds < 60 ? `${seconds}s` : `${Math.floor(seconds / 60)}m${seconds % 60}s`;
}
