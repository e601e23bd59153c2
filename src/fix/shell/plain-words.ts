import { shellSteps } from '../../rules/shared/shell-commands.ts';

/** A word of a shell text with its place in it. */
export interface PlacedWord {
  /** Without its quotes. */
  readonly value: string;
  readonly start: number;
  readonly end: number;
}

/** Longer commands are not rewritten. */
const LONGEST = 4096;

/** A word in which nothing but quotes means anything to a shell. */
const WORD = /(?:[\w@%+=:,./-]|'[^']*'|"[^"$`\\!]*")+/y;
const BLANKS = /[\t ]+/y;

/** What a shell does itself, though some are programs too (POSIX, 2.9.1 and 2.14; bash's own besides). */
const BUILTINS = new Set(
  `. : alias bg break builtin caller cd command compgen complete continue declare dirs disown echo enable eval exec exit
  export false fc fg getopts hash help history jobs kill let local logout mapfile popd printf pushd pwd read readarray
  readonly return set shift shopt source suspend test time times trap true type typeset ulimit umask unalias unset wait
  case do done elif else esac fi for function if in select then until while coproc`.split(/\s+/),
);

/** The words of a text that is one plain command; otherwise why it is none, as a sentence. */
export function plainWords(text: string): readonly PlacedWord[] | string {
  const needsShell = 'It uses the shell: variables, patterns, redirections or several commands.';
  if (text.length > LONGEST) return 'The command is too long.';
  const words = cutWords(text);
  if (words === null) return needsShell;
  const [first] = words;
  if (first === undefined || first.value === '' || first.value.includes('=')) return needsShell;
  if (BUILTINS.has(first.value)) return `The shell itself runs ${first.value}.`;
  // Another reader of the same text must agree on every word.
  const step = shellSteps(text);
  const same =
    step?.kind === 'command' && JSON.stringify(step.words) === JSON.stringify(words.map(({ value }) => value));
  return same ? words : needsShell;
}

function cutWords(text: string): readonly PlacedWord[] | null {
  const words: PlacedWord[] = [];
  for (let at = 0; at < text.length; ) {
    WORD.lastIndex = at;
    const raw = WORD.exec(text)?.[0];
    if (raw === undefined) return null;
    const end = at + raw.length;
    words.push({
      value: raw.replace(/'([^']*)'|"([^"]*)"/g, (_, single = '', double = '') => single + double),
      start: at,
      end,
    });
    if (end === text.length) break;
    BLANKS.lastIndex = end;
    const blanks = BLANKS.exec(text)?.[0];
    if (blanks === undefined) return null;
    at = end + blanks.length;
  }
  return words;
}

/** The words of what is meant as a JSON array but written with single quotes: a shell finds no program `[node,`. */
export function quotedArray(text: string): readonly PlacedWord[] | null {
  if (text.length > LONGEST || !/^\[[\t ]*'/.test(text) || !text.endsWith(']')) return null;
  const items = [...text.matchAll(/'[^'"\\]*'/g)];
  const rest = text.replace(/'[^'"\\]*'/g, '0');
  const isList = /^\[[\t ]*0(?:[\t ]*,[\t ]*0)*[\t ]*\]$/.test(rest);
  if (!isList) return null;
  return items.map(({ 0: raw, index }) => ({ value: raw.slice(1, -1), start: index, end: index + raw.length }));
}
