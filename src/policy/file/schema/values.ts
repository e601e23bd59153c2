import * as z from 'zod';
import { SEVERITIES } from '../../../model/severity.ts';
import { Unfit } from '../../../settings/decode.ts';
import { OPTIONS, type OptionKey } from '../../../settings/options.ts';

/** A text for people, or one that is only compared: on one line. */
export const text = (what: string) =>
  z
    .string({ error: () => `write ${what}` })
    .min(1, `write ${what}`)
    .max(1000, `${what} has at most 1000 characters`)
    .refine((value) => !/\p{Cc}/u.test(value), 'control characters are not allowed');

/** Of the repository: reports name it, and no alert could point anywhere else. */
export const path = (what: string) =>
  text(what).refine(
    (value) => !/^([\\/]|[A-Za-z]:)/.test(value) && !value.split(/[\\/]/).includes('..'),
    'write a path inside the repository, relative to its root',
  );

export const list = <T extends z.ZodType>(item: T, what: string, most = 1000) =>
  z.array(item, { error: () => `write a list of ${what}` }).max(most, `at most ${most} ${what}`);

export const oneOf = <const T extends readonly string[]>(allowed: T) =>
  z.enum(allowed, { error: () => `allowed: ${allowed.join(', ')}` });

export const severity = oneOf(SEVERITIES);

export const yesOrNo = z.boolean({ error: () => 'write true or false' });

/** What an option takes as an input or a flag, decoded by the option itself so that all ways in agree. */
export const option = (key: OptionKey, what: string, pattern?: string) =>
  z
    .string({ error: () => `write ${what}` })
    .superRefine((value, { addIssue }) => {
      const message = value.trim() === '' || value.length > 1000 ? `write ${what}` : unfit(key, value);
      if (message !== null) addIssue({ code: 'custom', message });
    })
    .meta(pattern === undefined ? {} : { pattern });

function unfit(key: OptionKey, value: string): string | null {
  try {
    OPTIONS[key].decode([value.trim()]);
    return null;
  } catch (error) {
    if (error instanceof Unfit) return error.message;
    throw error;
  }
}

export const DAYS = /^([1-9]\d{0,3})d$/;

/** A whole number of days, like `7d`. */
export const days = (words: string) => z.string({ error: () => words }).regex(DAYS, words);

/** One of two forms; which one was meant shows by its type. */
export const either = <A extends z.ZodType, B extends z.ZodType>(words: string, a: A, b: B) =>
  z.union([a, b], { error: () => words });

/** Words for a wrong type only: unknown keys keep their own. */
export function map(words: string): { error: (issue: { readonly code: string | undefined }) => string | undefined } {
  return { error: ({ code }) => (code === 'invalid_type' ? words : undefined) };
}
