import type { Document, LineCounter } from 'yaml';
import type * as z from 'zod';
import { didYouMean } from './did-you-mean.ts';
import { knownKeys } from './known-keys.ts';
import { type Mistake, placeOf, shownKey } from './place.ts';
import { policySchema } from './schema.ts';

type Issue = z.core.$ZodIssue;
type Path = readonly (string | number)[];

/** A mistake by the keys and numbers that lead to it. */
export interface PathMistake {
  readonly path: Path;
  readonly message: string;
}

/** Nobody reads more, and to find a place takes time. */
const MOST_PLACED = 200;

/** What the schema refused in a value. */
export function schemaMistakes(issues: readonly Issue[], value: unknown): readonly PathMistake[] {
  return issues.flatMap(unfolded).flatMap((issue): readonly PathMistake[] => {
    const path = issue.path.map((step) => (typeof step === 'number' ? step : String(step)));
    if (issue.code !== 'unrecognized_keys')
      return [{ path, message: `${nameOf(path)}${wordsOf(issue, valueAt(value, path))}` }];
    const known = knownKeys(policySchema, path);
    return issue.keys.slice(0, MOST_PLACED).map((key) => ({ path: [...path, key], message: unknownKey(key, known) }));
  });
}

/** Finds the places, in the order of the file. */
export function placed(mistakes: readonly PathMistake[], document: Document, lines: LineCounter): readonly Mistake[] {
  return mistakes
    .slice(0, MOST_PLACED)
    .map(({ path, message }) => ({ message, ...placeOf(path, document, lines) }))
    .sort((a, b) => a.line - b.line || a.col - b.col);
}

/** `images.0.name: `, so that a message can be read without the file. */
export function nameOf(path: Path): string {
  return path.length === 0 ? '' : `${path.map(shown).join('.')}: `;
}

/** Of several forms the one whose type was written is meant, and its mistakes are told; else the words for all of them. */
function unfolded(issue: Issue): readonly Issue[] {
  if (issue.code !== 'invalid_union') return [issue];
  const [meant, ...others] = issue.errors.filter((branch) => !branch.some(isOtherForm));
  if (meant === undefined || others.length > 0) return [issue];
  return meant.flatMap((inner) => unfolded({ ...inner, path: [...issue.path, ...inner.path] }));
}

function isOtherForm({ code, path }: Issue): boolean {
  return path.length === 0 && (code === 'invalid_type' || code === 'invalid_value');
}

/** What is wrong with a key of a map stands one level deeper. */
function wordsOf(issue: Issue, value: unknown): string {
  if (issue.code === 'invalid_key') return issue.issues[0]?.message ?? issue.message;
  const allowed = issue.code === 'invalid_union' ? issue.errors.flat().flatMap(wordsAllowed) : wordsAllowed(issue);
  const meant = typeof value === 'string' ? didYouMean(value, allowed) : null;
  return meant === null ? issue.message : `${issue.message}; did you mean "${meant}"?`;
}

function wordsAllowed(issue: Issue): readonly string[] {
  return issue.code === 'invalid_value' ? issue.values.map(String) : [];
}

function valueAt(value: unknown, path: Path): unknown {
  return path.reduce<unknown>(
    (inner, step) =>
      typeof inner === 'object' && inner !== null ? Object.getOwnPropertyDescriptor(inner, step)?.value : undefined,
    value,
  );
}

function unknownKey(key: string, known: readonly string[]): string {
  const meant = didYouMean(key, known);
  return `unknown key ${shownKey(key)}; ${meant === null ? `known: ${known.join(', ')}` : `did you mean "${meant}"?`}`;
}

function shown(step: string | number): string {
  return String(step)
    .replace(/\p{Cc}+/gu, ' ')
    .slice(0, 100);
}
