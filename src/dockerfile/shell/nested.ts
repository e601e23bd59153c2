import { grammar, optionValue, readArguments } from './arguments.ts';
import type { ShellRedirect, ShellWord } from './script.ts';
import { asScript } from './word.ts';
import { programName } from './wrappers.ts';

/** Shells whose language is near enough to be read as one. */
const SHELLS = new Set(['sh', 'bash', 'dash', 'ash', 'zsh', 'ksh', 'mksh', 'hush', 'rbash', 'oksh', 'yash']);

/** Options of shells that take a value. */
const SHELL_OPTIONS = grammar('-o +o -O +O --rcfile --init-file', { strict: true });

export function isShell(name: string | null): boolean {
  return name !== null && SHELLS.has(name);
}

/** How a shell was started. */
export interface ShellStart {
  /** The script of `-c`; null without that option. */
  readonly script: ShellWord | null;
  /** The file that it runs; null when it runs `-c` or its standard input. */
  readonly file: ShellWord | null;
  readonly readsInput: boolean;
}

/** @param words the shell and its arguments. */
export function readShellStart(words: readonly ShellWord[]): ShellStart {
  const { options, operands } = readArguments(words.slice(1), SHELL_OPTIONS);
  const [first] = operands;
  if (options.some(({ name }) => name === '-c')) {
    return { script: first ?? null, file: null, readsInput: false };
  }
  const stdin = first === undefined || STDIN.has(first.shown) || options.some(({ name }) => name === '-s');
  return { script: null, file: stdin ? null : first, readsInput: stdin };
}

export const STDIN: ReadonlySet<string> = new Set(['-', '/dev/stdin', '/proc/self/fd/0', '/dev/fd/0']);

/** Texts in the arguments or in a heredoc of a command that it runs as shell scripts. */
export function scriptsOf(words: readonly ShellWord[], redirects: readonly ShellRedirect[]): readonly string[] {
  const name = programName(words[0]);
  if (isShell(name)) {
    const { script, readsInput } = readShellStart(words);
    if (script !== null) return [asScript(script)];
    return readsInput ? redirects.flatMap(({ body }) => body ?? []) : [];
  }
  if (name === 'eval') return [words.slice(1).map(asScript).join(' ')];
  if (name === 'su' || name === 'runuser' || name === 'flock' || name === 'script') {
    const read = readArguments(words.slice(1), grammar('-c -s -g -G -u -w -E --command --session-command --shell'));
    const script = optionValue(read, '-c', '--command', '--session-command');
    return script === null ? [] : [asScript(script)];
  }
  return [];
}

/** Commands that a command starts from its arguments word by word: `find -exec`. */
export function startedBy(words: readonly ShellWord[]): readonly (readonly ShellWord[])[] {
  if (programName(words[0]) !== 'find') return [];
  const started: ShellWord[][] = [];
  let open: ShellWord[] | null = null;
  for (const word of words) {
    if (open === null) {
      if (/^-(exec|execdir|ok|okdir)$/.test(word.shown)) open = [];
    } else if (word.shown === ';' || word.shown === '+') {
      started.push(open);
      open = null;
    } else open.push(word);
  }
  return started.filter((command) => command.length > 0);
}
