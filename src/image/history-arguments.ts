import type { HistoryEntry } from '../model/image.ts';

/** A build argument that an image's history shows. The value may be a credential: it is only tested, never shown. */
export interface HistoryArgument {
  readonly name: string;
  readonly value: string;
}

/** Longer entries are cut: a hostile config must not cost time. */
const LONGEST = 65_536;
const MOST = 1000;

/**
 * Build arguments with their values, as builders write them into history. BuildKit (dockerfile2llb, dispatchArg and
 * runCommandString) writes `ARG A=x B` and `RUN |2 A=x B= /bin/sh -c …`; the builder before it the same after
 * `/bin/sh -c #(nop)  ` and without `RUN`. Nothing is quoted: where a value with blanks ends, only the declarations before
 * it tell, or the name that follows.
 */
export function historyArguments(history: readonly HistoryEntry[]): readonly HistoryArgument[] {
  const declared = new Declared();
  return history
    .flatMap(({ createdBy }) => {
      const text = createdBy.slice(0, LONGEST);
      const declaration = /^(?:\/bin\/sh -c #\(nop\) +)?ARG /.exec(text);
      if (declaration !== null) return declared.add(text.slice(declaration[0].length));
      const run = /^(?:RUN )?\|(\d{1,4}) /.exec(text);
      if (run === null) return [];
      return readRun(text.slice(run[0].length), Math.min(Number(run[1]), MOST), declared);
    })
    .filter(({ value }) => value !== '');
}

/** What the ARG entries so far say. */
class Declared {
  readonly names = new Set<string>();
  /** The text of each declaration after its first `=`: the whole value where it declares one argument. */
  readonly values = new Map<string, string>();

  add(text: string): HistoryArgument[] {
    const found = [...text.matchAll(/(?<=^| )([A-Za-z_]\w{0,200})(?:=|(?= |$))/g)].slice(0, MOST);
    for (const [, name = ''] of found) this.names.add(name);
    const first = /^([A-Za-z_]\w{0,200})=/.exec(text);
    if (first !== null) this.values.set(first[1] ?? '', text.slice(first[0].length));
    const given = found.filter(([whole]) => whole.endsWith('='));
    return given.map(({ 0: whole, 1: name = '', index }, at) => {
      const next = given[at + 1]?.index;
      return { name, value: text.slice(index + whole.length, next === undefined ? undefined : next - 1) };
    });
  }
}

/** Three ways to read it, the surest first; the last one for histories that declare nothing. */
function readRun(text: string, count: number, declared: Declared): readonly HistoryArgument[] {
  const isDeclared = (name: string): boolean => declared.names.has(name);
  const ways = [
    () => readArguments(text, count, isDeclared, declared.values),
    () => readArguments(text, count, isDeclared, new Map()),
    () => readArguments(text, count, () => true, new Map()),
  ];
  let best: readonly HistoryArgument[] = [];
  for (const way of ways) {
    const found = way();
    if (found.length === count) return found;
    if (found.length > best.length) best = found;
  }
  return best;
}

function readArguments(
  text: string,
  count: number,
  accept: (name: string) => boolean,
  values: ReadonlyMap<string, string>,
): HistoryArgument[] {
  const starts = [...text.matchAll(/(?<=^| )([A-Za-z_]\w{0,200})=/g)].filter(([, name = '']) => accept(name));
  const found: HistoryArgument[] = [];
  let at = 0;
  for (const [index, start] of starts.entries()) {
    if (found.length === count) break;
    // Inside a value that is known as a whole.
    if (start.index < at) continue;
    if (start.index > at) return found;
    const name = start[1] ?? '';
    const from = start.index + start[0].length;
    const known = values.get(name);
    const whole = known !== undefined && `${text} `.startsWith(`${known} `, from) ? from + known.length : null;
    const next = found.length === count - 1 ? undefined : starts[index + 1]?.index;
    const end = whole ?? (next === undefined ? from + lengthBeforeCommand(text.slice(from)) : next - 1);
    found.push({ name, value: text.slice(from, end) });
    at = end + 1;
  }
  return found;
}

/** Where the command begins: at the shell, else, as exec forms have none, at the first blank. */
function lengthBeforeCommand(text: string): number {
  const shell = /(?<=^| )(?:\/[\w./-]*\/)?(?:sh|bash|ash|dash|zsh|cmd|powershell|pwsh)(?:\.exe)? [-/]/i.exec(text);
  const end = shell === null ? text.indexOf(' ') : Math.max(shell.index - 1, 0);
  return end < 0 ? text.length : end;
}
