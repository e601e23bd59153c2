import type { Scope } from './scope.ts';
import { expandWord } from './shell-word.ts';

/** `<<NAME` in an instruction, before its body is read. */
export interface HeredocStart {
  readonly name: string;
  readonly expand: boolean;
  /** `<<-`: tabs at the start of lines are taken away. */
  readonly chomp: boolean;
}

const HEREDOC = /^[0-9]*<<(-?)[\t\n\f\r ]*([^<]*)$/;

/** No variables at all: heredoc words are looked at before anything is expanded. */
const EMPTY: Scope = { lookup: () => null, complete: true, spend: () => undefined };

/** The heredocs that an instruction's line starts. A line whose quotes do not match has none, as in BuildKit. */
export function findHeredocs(line: string): HeredocStart[] {
  let words: readonly string[];
  try {
    words = expandWord(line, EMPTY, {
      escapeToken: '\\',
      raw: 'quotes-and-escapes',
      keepUnset: true,
      split: true,
    }).words;
  } catch {
    return [];
  }
  return words.flatMap((word) => parseHeredoc(word) ?? []);
}

/** Null when the word starts no heredoc. Throws Rejection for a delimiter with quotes that do not match. */
export function parseHeredoc(word: string): HeredocStart | null {
  const match = HEREDOC.exec(word);
  const delimiter = match?.[2] ?? '';
  if (match === null || delimiter === '') return null;
  const plain = expandWord(delimiter, EMPTY, { escapeToken: '\\', keepUnset: true, split: true }).words;
  const quoted = expandWord(delimiter, EMPTY, { escapeToken: '\\', raw: 'quotes', keepUnset: true, split: true }).words;
  const name = plain[0];
  if (plain.length !== 1 || name === undefined) return null;
  // Quotes that vanish were quotes of the delimiter: it is quoted, so the body is taken literally.
  return { name, expand: countQuotes(name) === countQuotes(quoted[0] ?? ''), chomp: match[1] === '-' };
}

/** The same for a single argument of COPY or ADD, where a bad delimiter makes it a plain path. */
export function asHeredoc(argument: string): HeredocStart | null {
  if (!argument.includes('<<')) return null;
  try {
    return parseHeredoc(argument);
  } catch {
    return null;
  }
}

function countQuotes(text: string): number {
  return text.replace(/[^'"]/g, '').length;
}

/** The body without the tabs that `<<-` ignores. */
export function chompTabs(content: string): string {
  return content.replace(/^\t+/gm, '');
}
