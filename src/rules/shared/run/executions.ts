import { grammar, hasOption, readArguments } from '../../../dockerfile/shell/arguments.ts';
import { isShell, readShellStart, STDIN } from '../../../dockerfile/shell/nested.ts';
import type { ShellCommand, ShellWord } from '../../../dockerfile/shell/script.ts';

/** What a command runs as a program. */
export interface Execution {
  readonly readsInput: boolean;
  /** Words that are programs themselves. */
  readonly code: readonly ShellWord[];
  readonly file: ShellWord | null;
}

/** Options that bring the program along, and options with another value. */
const INTERPRETERS: Readonly<Record<string, { code: readonly string[]; values: string }>> = {
  python: { code: ['-c', '-m'], values: '-c -m -W -X' },
  pypy: { code: ['-c', '-m'], values: '-c -m -W -X' },
  perl: { code: ['-e', '-E'], values: '-e -E -I -M -m' },
  ruby: { code: ['-e'], values: '-e -I -r -C' },
  php: { code: ['-r', '-R'], values: '-r -R -d -c -f' },
  lua: { code: ['-e'], values: '-e -l' },
  node: { code: ['-e', '-p', '--eval', '--print'], values: '-e -p -r --eval --print --require --import' },
  nodejs: { code: ['-e', '-p', '--eval', '--print'], values: '-e -p -r --eval --print --require --import' },
  pwsh: { code: ['-c', '-Command'], values: '-c -Command' },
};

const GRAMMARS = new Map(
  Object.entries(INTERPRETERS).map(([name, { values }]) => [name, grammar(values, { strict: true })]),
);

/** Null for a command that runs nothing of what it is given. */
export function executionOf({ name, words }: ShellCommand): Execution | null {
  const [program, ...rest] = words;
  if (program === undefined) return null;
  // `$(curl …)` in the place of a command.
  if (name === null) return { readsInput: false, code: [program], file: null };
  if (isShell(name)) {
    const { script, file, readsInput } = readShellStart(words);
    return { readsInput, code: script === null ? [] : [script], file };
  }
  if (name === 'eval') return { readsInput: false, code: rest, file: null };
  if (name === 'source' || name === '.') return { readsInput: false, code: [], file: rest[0] ?? null };
  const plain = name.replace(/[\d.]+$/, '');
  const options = GRAMMARS.get(plain);
  if (options === undefined) return null;
  const read = readArguments(rest, options);
  const switches = INTERPRETERS[plain]?.code ?? [];
  if (hasOption(read, ...switches)) {
    return {
      readsInput: false,
      code: read.options.flatMap(({ name: n, value }) => (switches.includes(n) && n !== '-m' ? (value ?? []) : [])),
      file: null,
    };
  }
  const [file] = read.operands;
  if (file === undefined && hasOption(read, '--version', '-V', '-v', '--help', '-h')) return null;
  const input = file === undefined || STDIN.has(file.shown);
  return { readsInput: input, code: [], file: input ? null : file };
}
