/**
 * White space as Go sees it: `unicode.IsSpace`. JavaScript's `\s` differs in two characters (U+0085, U+FEFF), and a
 * byte-order mark in the middle of a file must not vanish.
 */
const SPACES = '\\t\\n\\v\\f\\r \\u0085\\u00a0\\u1680\\u2000-\\u200a\\u2028\\u2029\\u202f\\u205f\\u3000';
const SPACE = new RegExp(`[${SPACES}]`);

/** What separates words of an instruction: BuildKit's parser splits at these only. */
const BLANK_RUN = /[\t\v\f\r ]+/;

export function isSpace(char: string): boolean {
  return char <= ' ' ? char === ' ' || (char >= '\t' && char <= '\r') : char > '\u0084' && SPACE.test(char);
}

export function trimStart(text: string): string {
  let start = 0;
  while (start < text.length && isSpace(text.charAt(start))) start++;
  return text.slice(start);
}

/** A loop instead of a pattern: `\s+$` is quadratic on long runs of blanks. */
export function trim(text: string): string {
  let end = text.length;
  while (end > 0 && isSpace(text.charAt(end - 1))) end--;
  return trimStart(text.slice(0, end));
}

/** Without the line ends after it. */
export function trimLineEnd(line: string): string {
  let end = line.length;
  while (end > 0 && (line[end - 1] === '\n' || line[end - 1] === '\r')) end--;
  return line.slice(0, end);
}

/** All parts; a leading or trailing run of blanks gives an empty part. */
export function splitBlanks(text: string): string[] {
  return text.split(BLANK_RUN);
}

/** The text before and after the first run of blanks, or null when there is none. */
export function cutBlank(text: string): readonly [string, string] | null {
  const run = BLANK_RUN.exec(text);
  return run === null ? null : [text.slice(0, run.index), text.slice(run.index + run[0].length)];
}

/** The text before and after the first `separator`; the second is null when it does not occur. */
export function cut(text: string, separator: string): readonly [string, string | null] {
  const at = text.indexOf(separator);
  return at < 0 ? [text, null] : [text.slice(0, at), text.slice(at + separator.length)];
}
