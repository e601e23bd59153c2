import { grammar, hasOption, type OptionGrammar, readArguments } from './arguments.ts';
import type { ShellAssignment, ShellWord } from './script.ts';
import { sliceWord } from './word.ts';

interface Wrapper {
  readonly options: OptionGrammar;
  /** Operands before the command, such as the user of `gosu`. */
  readonly skip: number;
  /** Options with which it runs nothing. */
  readonly except?: readonly string[];
}

function wrapper(values = '', skip = 0, except: readonly string[] = []): Wrapper {
  return { options: grammar(values, { strict: true }), skip, except };
}

/** Commands that run the one which follows, by what stands between the two (their manual pages). */
const WRAPPERS: Readonly<Record<string, Wrapper>> = {
  sudo: wrapper('-u -g -h -p -C -r -t -T -U -D -R --user --group --host --prompt --chdir', 0, ['-l', '-v', '--list']),
  doas: wrapper('-u -C'),
  env: wrapper('-u -C --unset --chdir', 0, ['-S', '--split-string']),
  exec: wrapper('-a'),
  command: wrapper('', 0, ['-v', '-V']),
  builtin: wrapper(),
  nohup: wrapper(),
  setsid: wrapper(),
  nice: wrapper('-n --adjustment'),
  ionice: wrapper('-c -n -p --class --classdata'),
  time: wrapper('-f -o --format --output'),
  timeout: wrapper('-s -k --signal --kill-after', 1),
  stdbuf: wrapper('-i -o -e --input --output --error'),
  xargs: wrapper(
    '-n -P -I -L -d -a -s -E --max-args --max-procs --replace --max-lines --delimiter --arg-file --max-chars',
  ),
  busybox: wrapper(),
  toybox: wrapper(),
  gosu: wrapper('', 1),
  'su-exec': wrapper('', 1),
  chroot: wrapper('', 1),
  setpriv: wrapper('--reuid --regid --groups --inh-caps --ambient-caps --bounding-set'),
  runuser: wrapper('-u -g -G --user --group', 0, ['-c', '--command', '-l', '--login']),
  tini: wrapper('-p -e'),
  'dumb-init': wrapper('-r --rewrite'),
  catatonit: wrapper(),
  eatmydata: wrapper(),
  ccache: wrapper(),
};

const DEEPEST = 16;

/** File systems know no longer name. */
const LONGEST = 255;

export interface Unwrapped {
  readonly wrappers: readonly string[];
  /** The command itself; may be empty. */
  readonly words: readonly ShellWord[];
  /** `env A=b cmd` and `sudo A=b cmd`. */
  readonly assigned: readonly ShellAssignment[];
}

/** Takes the commands off that only run another one. */
export function unwrap(words: readonly ShellWord[]): Unwrapped {
  const wrappers: string[] = [];
  const assigned: ShellAssignment[] = [];
  let rest = words;
  while (wrappers.length < DEEPEST) {
    const name = programName(rest[0]);
    const known = name !== null && Object.hasOwn(WRAPPERS, name) ? WRAPPERS[name] : undefined;
    if (name === null || known === undefined) break;
    const read = readArguments(rest.slice(1), known.options);
    if (hasOption(read, ...(known.except ?? []))) break;
    const operands = read.operands.slice(known.skip);
    const first = operands.findIndex(({ shown }) => !ASSIGNMENT.test(shown));
    if (first < 0) break;
    wrappers.push(name);
    assigned.push(...operands.slice(0, first).map(asAssignment));
    rest = operands.slice(first);
  }
  return { wrappers, words: rest, assigned };
}

const ASSIGNMENT = /^[A-Za-z_]\w*=/;

function asAssignment(word: ShellWord): ShellAssignment {
  const equals = word.shown.indexOf('=');
  return { name: word.shown.slice(0, equals), value: sliceWord(word, equals + 1) };
}

/** The name of a program without its folder, or null when an expansion decides. */
export function programName(word: ShellWord | undefined): string | null {
  if (word === undefined) return null;
  const last = word.pieces?.at(-1);
  // `$VENV/bin/pip` is pip, whatever the folder.
  const text = word.pieces === null ? word.shown : last?.kind === 'text' && last.text.includes('/') ? last.text : '';
  const name = text.slice(text.lastIndexOf('/') + 1);
  return name === '' || name.length > LONGEST ? null : name;
}
