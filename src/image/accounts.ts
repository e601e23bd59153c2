import { atoiOrZero } from './atoi.ts';

/** One line of /etc/passwd; or of /etc/group, where `gid` is 0 and `home` ''. */
export interface AccountLine {
  readonly name: string;
  readonly id: number;
  readonly gid: number;
  readonly home: string;
}

/** Go's line scanner gives up on longer lines, and the container then does not start. */
const LONGEST_LINE = 64 * 1024;

/**
 * The lines of /etc/passwd as moby/sys/user reads them: blanks around a line and empty lines are dropped, comments are
 * not known, missing fields are empty, and a number that is none is 0 (which is root). Null when a line is too long.
 */
export function passwdLines(text: string): readonly AccountLine[] | null {
  const lines = linesOf(text);
  if (lines.some((line) => Buffer.byteLength(line) >= LONGEST_LINE)) {
    return null;
  }
  return fieldsOf(lines).map((fields) => ({
    name: fields[0] ?? '',
    id: atoiOrZero(fields[2] ?? ''),
    gid: atoiOrZero(fields[3] ?? ''),
    home: fields[5] ?? '',
  }));
}

/** The lines of /etc/group, by the same rules; lines may be of any length. */
export function groupLines(text: string): readonly AccountLine[] {
  return fieldsOf(linesOf(text)).map((fields) => ({
    name: fields[0] ?? '',
    id: atoiOrZero(fields[2] ?? ''),
    gid: 0,
    home: '',
  }));
}

/** What Go's unicode.IsSpace takes for blank; JavaScript's `trim` also takes the byte order mark. */
const BLANKS =
  /^[\t\v\f\r \u0085\u00a0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000]+|[\t\v\f\r \u0085\u00a0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000]+$/g;

function linesOf(text: string): readonly string[] {
  return text.split('\n');
}

function fieldsOf(lines: readonly string[]): readonly (readonly string[])[] {
  return lines
    .map((line) => line.replace(BLANKS, ''))
    .filter((line) => line !== '')
    .map((line) => line.split(':'));
}
