import { UsageError } from '../../model/failure.ts';

/** What a file that gives no reason says. */
export const NO_REASON = 'no reason given';

const LONGEST = 1000;

/** A text of somebody else's file in one line of bounded length; the reason of a waiver. */
export function reasonOf(text: string): string {
  const line = text.replace(/[\p{Cc}\p{Zl}\p{Zp}\s]+/gu, ' ').trim();
  if (line === '') return NO_REASON;
  return line.length > LONGEST ? `${line.slice(0, LONGEST - 1)}…` : line;
}

/** A word of somebody else's file, for a message. */
export function quoted(text: string): string {
  return JSON.stringify(text.length > 60 ? `${text.slice(0, 59)}…` : text);
}

/** A file of waivers is malformed: nothing may be judged with a half-read one. */
export function badWaivers(file: string, line: number, what: string): UsageError {
  return new UsageError(
    'bad-waivers',
    `${file}:${line}: ${what}.`,
    'Correct the file, or leave it out with `ignore-files` and `vex` of the policy; nothing was judged.',
  );
}
