import type { ShellScript, ShellWord } from '../../../dockerfile/shell/script.ts';
import { dockerfileVariable } from '../../../dockerfile/shell/variables.ts';
import { expandShellWord } from '../../../dockerfile/shell/word.ts';
import type { DockerfileEvidence } from '../../../model/dockerfile.ts';

/** The value of a variable where a command runs; null when it is not known. */
export type Lookup = (name: string) => string | null;

/** What the script sets goes before ENV and ARG. */
export function variablesOf(dockerfile: DockerfileEvidence, script: ShellScript): Lookup {
  return (name) =>
    script.assigned.has(name) ? (script.assigned.get(name) ?? null) : dockerfileVariable(dockerfile, name);
}

/** Longer words are data, no names and no options; patterns must not meet them. */
const LONGEST = 2_000;

/** A word with the variables that are known; the others in one spelling, so that `$V` and `${V}` are the same. */
export function spelled(word: ShellWord, lookup: Lookup): string {
  if (word.pieces === null) return word.shown.slice(0, LONGEST);
  return word.pieces
    .map((piece) => {
      if (piece.kind === 'text') return piece.text;
      return piece.kind === 'variable' ? (lookup(piece.name) ?? `$${piece.name}`) : piece.text;
    })
    .join('')
    .slice(0, LONGEST);
}

export function expanded(word: ShellWord, lookup: Lookup): string | null {
  return expandShellWord(word, lookup);
}

/** The last part of a path or an address. */
export function lastPart(text: string): string {
  const path = /^[a-z][a-z0-9+.-]*:\/\//i.test(text) ? (text.split(/[?#]/, 1)[0] ?? '') : text;
  return path.slice(path.lastIndexOf('/') + 1);
}

/** The host of a literal address, for messages; null when there is none that could be shown. */
export function hostOf(address: string): string | null {
  const found = /^[a-z][a-z0-9+.-]*:\/\/(?:[^/@\s]*@)?([a-z0-9.-]{1,100})/i.exec(address);
  return found?.[1]?.toLowerCase() ?? null;
}

/** A name from a Dockerfile as messages may show it: short, and nothing in it that a terminal or Markdown would act on. */
export function shownName(text: string): string {
  const plain = text.replaceAll(/[^\w.@/+:=<>~^,[\]{}$*-]/g, '?');
  return plain.length > 60 ? `${plain.slice(0, 57)}...` : plain;
}
