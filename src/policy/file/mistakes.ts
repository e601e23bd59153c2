import type { Document, LineCounter } from 'yaml';
import type * as z from 'zod';
import { didYouMean } from './did-you-mean.ts';
import { type Mistake, placeOf } from './place.ts';
import { KNOWN_KEYS } from './schema.ts';

type Issue = z.core.$ZodIssue;

/** What the schema refused, in the order of the file, with the places where it stands. */
export function mistakesOf(issues: readonly Issue[], document: Document, lines: LineCounter): readonly Mistake[] {
  return issues
    .flatMap((issue) => {
      const path = issue.path.map((step) => (typeof step === 'number' ? step : String(step)));
      if (issue.code === 'unrecognized_keys') {
        const known = KNOWN_KEYS[pattern(path)] ?? [];
        return issue.keys.map((key) => ({
          message: unknownKey(key, known),
          ...placeOf([...path, key], document, lines),
        }));
      }
      const name = path.length === 0 ? '' : `${path.map(shown).join('.')}: `;
      return [{ message: `${name}${wordsOf(issue)}`, ...placeOf(path, document, lines) }];
    })
    .sort((a, b) => a.line - b.line || a.col - b.col);
}

/** What is wrong with a key of a map stands one level deeper. */
function wordsOf(issue: Issue): string {
  return issue.code === 'invalid_key' ? (issue.issues[0]?.message ?? issue.message) : issue.message;
}

function unknownKey(key: string, known: readonly string[]): string {
  const meant = didYouMean(key, known);
  return `unknown key ${shownKey(key)}; ${meant === null ? `known: ${known.join(', ')}` : `did you mean "${meant}"?`}`;
}

function pattern(path: readonly (string | number)[]): string {
  return path.map((step, index) => (index === 0 ? step : '*')).join('.');
}

function shown(step: string | number): string {
  return String(step)
    .replace(/\p{Cc}+/gu, ' ')
    .slice(0, 100);
}

function shownKey(key: string): string {
  return JSON.stringify(key.length > 60 ? `${key.slice(0, 59)}…` : key);
}
