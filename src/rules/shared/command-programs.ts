import { shown } from '../../image/damaged.ts';
import { lookUp } from '../../image/lookup.ts';
import { access, findProgram, type RunPlace, workingFolder } from '../../image/lookup-program.ts';
import { allCommands, type ShellStep, type ShellWords, shellSteps } from './shell-commands.ts';

/** What keeps a command from running: for certain, on some paths through it only, and what could not be seen. */
export interface CommandFaults {
  readonly certain: readonly string[];
  readonly possible: readonly string[];
  readonly open: readonly string[];
}

const NONE: CommandFaults = { certain: [], possible: [], open: [] };
/** Commands of one text that are looked up; nobody writes more into one line. */
const MAX_COMMANDS = 64;

/** Whether a command in exec form can run in an image; words that only the running shell can tell are null. */
export function commandFaults(place: RunPlace, words: ShellWords): CommandFaults {
  return wordFaults({ place, left: MAX_COMMANDS, functions: new Set() }, words, false);
}

/** The same for the commands of a shell script; none are known of a script that takes functions from other files. */
export function scriptCommandFaults(place: RunPlace, text: string): CommandFaults {
  const step = shellSteps(text);
  if (step === null || allCommands(step).some(([name]) => name === '.' || name === 'source')) return NONE;
  return stepFaults({ place, left: MAX_COMMANDS, functions: new Set() }, step);
}

interface Walk {
  readonly place: RunPlace;
  left: number;
  readonly functions: Set<string>;
}

function wordFaults(walk: Walk, words: ShellWords, byShell: boolean): CommandFaults {
  const [name, ...rest] = words;
  if (name === undefined) return NONE;
  if (name === null) return NONE;
  walk.left -= 1;
  if (walk.left < 0) return { ...NONE, open: ['the command has too many parts to be followed'] };
  if (byShell && (BUILTINS.has(name) || walk.functions.has(name))) {
    return name === 'exec' || name === 'command' ? wordFaults(walk, afterOptions(rest), true) : NONE;
  }
  const state = findProgram(walk.place, name, byShell);
  if (state.kind !== 'runs') return byVolume(walk.place, name, state);
  const base = name.slice(name.lastIndexOf('/') + 1);
  const script = SHELLS.has(base) ? shellText(rest) : null;
  if (script !== null) {
    const step = shellSteps(script);
    return step === null ? { ...NONE, open: ['its shell text is not understood'] } : stepFaults(walk, step);
  }
  const inner = wrapped(base, rest);
  if (inner !== null) return wordFaults(walk, inner, false);
  return INTERPRETERS.has(base) ? scriptFaults(walk.place, rest) : NONE;
}

function byVolume(
  { image }: RunPlace,
  name: string,
  state: { kind: 'wrong' | 'open'; message: string },
): CommandFaults {
  if (state.kind === 'open') return { ...NONE, open: [state.message] };
  const mounted = image.config.volumes.find((volume) => volume !== '/' && name.startsWith(`${volume}/`));
  if (mounted === undefined) return { ...NONE, certain: [state.message] };
  return { ...NONE, open: [`${state.message}, but ${shown(mounted)} is a volume, which may bring it`] };
}

function stepFaults(walk: Walk, step: ShellStep): CommandFaults {
  switch (step.kind) {
    case 'command':
      return join(wordFaults(walk, step.words, true), ...step.within.map((inner) => stepFaults(walk, inner)));
    case 'all':
      return join(...step.steps.map((inner) => stepFaults(walk, inner)));
    case 'function': {
      walk.functions.add(step.name);
      return maybe(stepFaults(walk, step.body));
    }
    case 'branch':
      return join(
        ...step.always.map((inner) => stepFaults(walk, inner)),
        ...step.maybe.map((inner) => maybe(stepFaults(walk, inner))),
      );
    case 'and': {
      const right = stepFaults(walk, step.right);
      return join(stepFaults(walk, step.left), isTest(step.left) ? maybe(right) : right);
    }
    case 'or': {
      const left = stepFaults(walk, step.left);
      const right = stepFaults(walk, step.right);
      // One of two ways is enough, unless the second only says how to end.
      if (onlyBuiltins(step.right) || (left.certain.length > 0 && right.certain.length > 0)) return join(left, right);
      return { certain: [], possible: [], open: [...left.open, ...right.open] };
    }
  }
}

function join(...parts: readonly CommandFaults[]): CommandFaults {
  return {
    certain: parts.flatMap(({ certain }) => certain),
    possible: parts.flatMap(({ possible }) => possible),
    open: parts.flatMap(({ open }) => open),
  };
}

function maybe({ certain, possible, open }: CommandFaults): CommandFaults {
  return { certain: [], possible: [...certain, ...possible], open };
}

/** A command that asks whether something is there, so that what follows runs only then. */
function isTest(step: ShellStep): boolean {
  const name = step.kind === 'command' ? step.words[0] : undefined;
  return name !== undefined && name !== null && TESTS.has(name);
}

function onlyBuiltins(step: ShellStep): boolean {
  if (step.kind === 'all') return step.steps.every(onlyBuiltins);
  return step.kind === 'command' && BUILTINS.has(step.words[0] ?? '') && step.within.length === 0;
}

/** The text of `sh -c TEXT`, also with other options before it, such as `-eu -o pipefail -c`. */
export function shellText(args: ShellWords): string | null {
  for (let index = 0; index < args.length; index++) {
    const word = args[index];
    if (word === null || word === undefined || !/^[-+]/.test(word)) return null;
    if (/^-[a-z]*c$/i.test(word)) return args[index + 1] ?? null;
    if (/^[-+][a-z]*o$/i.test(word)) index += 1;
  }
  return null;
}

/** What a program that only starts another one starts; null for all else. */
export function wrapped(base: string, args: ShellWords): ShellWords | null {
  const takes = Object.hasOwn(WRAPPERS, base) ? WRAPPERS[base] : undefined;
  if (takes === undefined) return null;
  const rest = afterOptions(args, takes.valued);
  const program = rest.slice(takes.skip);
  const start = base === 'env' ? program.findIndex((word) => word === null || !/^\w+=/.test(word)) : 0;
  return start < 0 ? [] : program.slice(start);
}

function afterOptions(args: ShellWords, valued = ''): ShellWords {
  let index = 0;
  for (; index < args.length; index++) {
    const word = args[index];
    if (word === '--') return args.slice(index + 1);
    if (typeof word !== 'string' || !word.startsWith('-')) break;
    if (word.length === 2 && valued.includes(word.slice(1))) index += 1;
  }
  return args.slice(index);
}

/** Programs that start the program in their arguments: their options with a value, and words before the program. */
const WRAPPERS: Readonly<Record<string, { readonly valued: string; readonly skip: number }>> = {
  tini: { valued: 'pe', skip: 0 },
  'tini-static': { valued: 'pe', skip: 0 },
  'dumb-init': { valued: 'r', skip: 0 },
  catatonit: { valued: '', skip: 0 },
  env: { valued: 'uCS', skip: 0 },
  timeout: { valued: 'kst', skip: 1 },
  nice: { valued: 'n', skip: 0 },
  exec: { valued: 'a', skip: 0 },
  command: { valued: 'vV', skip: 0 },
  nohup: { valued: '', skip: 0 },
  setsid: { valued: '', skip: 0 },
  gosu: { valued: '', skip: 1 },
  'su-exec': { valued: '', skip: 1 },
};

/** `node server.js`, `java -jar app.jar`: the file must be there and readable. Only plain paths; the rest is the interpreter's. */
function scriptFaults(place: RunPlace, args: ShellWords): CommandFaults {
  const script = args[0] === '-jar' ? args[1] : args[0];
  if (typeof script !== 'string' || !/^[\w@./+][\w@./+-]*\.(js|mjs|cjs|py|sh|bash|rb|php|pl|jar)$/.test(script))
    return NONE;
  const found = lookUp(place.files, script, workingFolder(place.image));
  if (found === null) return byVolume(place, absolute(place, script), missing(script));
  const closed = access(place.user, found, shown(script), 'read');
  return closed === null ? NONE : { ...NONE, certain: [closed] };
}

function missing(script: string): { kind: 'wrong'; message: string } {
  return { kind: 'wrong', message: `the script ${shown(script)} is not in the image` };
}

function absolute({ image }: RunPlace, path: string): string {
  return path.startsWith('/') ? path : `${workingFolder(image)}/${path}`;
}

export const SHELLS: ReadonlySet<string> = new Set(['sh', 'bash', 'ash', 'dash', 'ksh', 'zsh', 'busybox']);
const INTERPRETERS = new Set([...SHELLS, 'node', 'python', 'python3', 'ruby', 'php', 'perl', 'bun', 'java']);
const TESTS = new Set(['[', '[[', 'test', 'command', 'type', 'which', 'hash']);
/** Of POSIX shells, bash, dash and BusyBox. */
const BUILTINS: ReadonlySet<string> = new Set(
  '. : [ [[ (( alias bg break builtin cd command continue declare echo eval exec exit export false fg getopts hash jobs kill let local printf pwd read readonly return set shift shopt source test time times trap true type typeset ulimit umask unalias unset wait'.split(
    ' ',
  ),
);
