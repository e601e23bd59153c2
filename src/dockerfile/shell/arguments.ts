import type { ShellWord } from './script.ts';
import { sliceWord } from './word.ts';

export interface CommandOption {
  /** With its dashes: `-o`, `--output`. */
  readonly name: string;
  /** Null for a switch. */
  readonly value: ShellWord | null;
}

export interface CommandArguments {
  readonly options: readonly CommandOption[];
  readonly operands: readonly ShellWord[];
}

/** Which options take a value, how clusters are read, and whether options end at the first operand. */
export interface OptionGrammar {
  /** With their dashes. */
  readonly values: ReadonlySet<string>;
  /** The first operand ends the options, as for commands that run others. */
  readonly strict?: boolean;
  /** Letters after one dash are one option (`-exec`), not several. */
  readonly longDash?: boolean;
}

export function grammar(values: string, rest: Omit<OptionGrammar, 'values'> = {}): OptionGrammar {
  return { values: new Set(values.split(' ').filter((name) => name !== '')), ...rest };
}

/** Sorts the words after a program into options and operands, as getopt_long does for the given grammar. */
export function readArguments(words: readonly ShellWord[], options: OptionGrammar): CommandArguments {
  const found: CommandOption[] = [];
  const operands: ShellWord[] = [];
  for (let at = 0; at < words.length; at++) {
    const word = words[at];
    if (word === undefined) break;
    const { shown } = word;
    if (shown === '--') return { options: found, operands: [...operands, ...words.slice(at + 1)] };
    if (!shown.startsWith('-') || shown === '-') {
      operands.push(word);
      if (options.strict === true) return { options: found, operands: [...operands, ...words.slice(at + 1)] };
      continue;
    }
    const takesNext = shown.startsWith('--') || options.longDash === true ? long(word) : cluster(word);
    if (takesNext) {
      const last = found.pop();
      if (last !== undefined) found.push({ name: last.name, value: words[at + 1] ?? null });
      at += 1;
    }
  }
  return { options: found, operands };

  function long(word: ShellWord): boolean {
    const equals = word.shown.indexOf('=');
    if (equals >= 0) {
      found.push({ name: word.shown.slice(0, equals), value: sliceWord(word, equals + 1) });
      return false;
    }
    found.push({ name: word.shown, value: null });
    return options.values.has(word.shown);
  }

  function cluster(word: ShellWord): boolean {
    for (let at = 1; at < word.shown.length; at++) {
      const name = `-${word.shown.charAt(at)}`;
      const rest = at + 1 < word.shown.length;
      if (options.values.has(name)) {
        found.push({ name, value: rest ? sliceWord(word, at + 1) : null });
        return !rest;
      }
      found.push({ name, value: null });
    }
    return false;
  }
}

/** Whether one of the options is there. */
export function hasOption(read: CommandArguments, ...names: readonly string[]): boolean {
  return read.options.some(({ name }) => names.includes(name));
}

/** The last value given for one of the options. */
export function optionValue(read: CommandArguments, ...names: readonly string[]): ShellWord | null {
  return read.options.findLast(({ name }) => names.includes(name))?.value ?? null;
}
