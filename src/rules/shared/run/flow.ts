import type { ShellCommand, ShellScript } from '../../../dockerfile/shell/script.ts';

/** Pipes of a script through which the text of certain commands comes. */
export interface Flow {
  /** Whether the standard input of a command is such a pipe. */
  readonly reaches: (command: ShellCommand) => boolean;
  readonly pipes: ReadonlySet<number>;
  /** Indexes of the sources and of all commands that read from them. */
  readonly commands: ReadonlySet<number>;
}

/** Follows what `isSource` commands write, through every command that reads it, in time linear in the script. */
export function flowFrom(script: ShellScript, isSource: (command: ShellCommand) => boolean): Flow {
  const readers = new Map<number, number[]>();
  for (const { index, stdin, words } of script.commands) {
    for (const pipe of [...(stdin === null ? [] : [stdin]), ...words.flatMap(({ feeds }) => feeds)]) {
      const list = readers.get(pipe);
      if (list === undefined) readers.set(pipe, [index]);
      else list.push(index);
    }
  }
  const written = new Map<number, number[]>();
  for (const [pipe, { writers }] of script.pipes.entries())
    for (const writer of writers) written.set(writer, [...(written.get(writer) ?? []), pipe]);
  const pipes = new Set<number>();
  const open = script.commands.filter(isSource).map(({ index }) => index);
  const seen = new Set(open);
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    for (const pipe of written.get(next) ?? []) {
      if (pipes.has(pipe)) continue;
      pipes.add(pipe);
      for (const reader of readers.get(pipe) ?? []) {
        if (seen.has(reader)) continue;
        seen.add(reader);
        open.push(reader);
      }
    }
  }
  return { pipes, commands: seen, reaches: ({ stdin }) => stdin !== null && pipes.has(stdin) };
}
