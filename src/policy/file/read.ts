import type { Document, LineCounter } from 'yaml';
import { UsageError } from '../../model/failure.ts';
import { crossChecks, type PolicySurroundings } from './cross-checks.ts';
import { placed, schemaMistakes } from './mistakes.ts';
import { endOf, type Mistake, placeOf } from './place.ts';
import type { PolicyFile } from './policy-file.ts';
import { policySchema } from './schema.ts';
import { type LinesOf, toPolicyFile } from './to-policy-file.ts';
import { readYaml } from './yaml-document.ts';

/**
 * Decodes a policy file, YAML or JSON. `file` is its name for messages.
 * @throws UsageError `bad-policy`, naming every mistake with its line and column.
 */
export function readPolicyFile(text: string, file: string, surroundings: PolicySurroundings): PolicyFile {
  const { document, lines, value, mistakes } = readYaml(text);
  const decoded = policySchema.safeParse(value);
  const issues = decoded.success ? [] : schemaMistakes(decoded.error.issues, value);
  const found = [...issues, ...crossChecks(value, surroundings)];
  const all = inOrder([...mistakes, ...placed(found, document, lines).filter(isNotIn(mistakes))]);
  if (!decoded.success || all.length > 0) throw refused(file, all);
  return toPolicyFile(decoded.data, file, linesOf(document, lines));
}

/** A key that YAML itself gives a meaning is unknown to the schema too. */
function isNotIn(told: readonly Mistake[]): (mistake: Mistake) => boolean {
  const places = new Set(told.map(({ line, col }) => `${line}:${col}`));
  return ({ line, col }) => !places.has(`${line}:${col}`);
}

/** By place, each once. */
function inOrder(mistakes: readonly Mistake[]): readonly Mistake[] {
  const each = new Map(mistakes.map((mistake) => [`${mistake.line}:${mistake.col}:${mistake.message}`, mistake]));
  return [...each.values()].sort((a, b) => a.line - b.line || a.col - b.col);
}

function linesOf(document: Document, lines: LineCounter): LinesOf {
  return (path) => ({ start: placeOf(path, document, lines).line, end: endOf(path, document, lines) });
}

const MOST_SHOWN = 20;

function refused(file: string, mistakes: readonly Mistake[]): UsageError {
  const shown = mistakes.slice(0, MOST_SHOWN).map(({ message, line, col }) => `${file}:${line}:${col}: ${message}`);
  const more = mistakes.length > shown.length ? ` (and ${mistakes.length - shown.length} more)` : '';
  return new UsageError('bad-policy', `${shown.join('; ')}${more}`, 'Correct the policy file; nothing was judged.');
}
