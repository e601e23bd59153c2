import { createHash } from 'node:crypto';
import type { SubjectVerdict } from '../../model/verdict.ts';
import { plain } from '../text/plain.ts';

const LONGEST = 200;

/**
 * `automationDetails.id` of each subject's run: the category, the subject's name, which no build changes, and its
 * platform where there are several. GitHub refuses a file with two runs of one category, so subjects that share a name
 * get the platform of their image too, and any that are still the same a number.
 */
export function runIds(category: string, subjects: readonly SubjectVerdict[]): readonly string[] {
  const names = subjects.map(({ subject }) => idPart(subject.name));
  const shared = new Set(names.filter((name, index) => names.indexOf(name) !== index));
  const full = subjects.map(({ subject, image }, index) => {
    const name = names[index] ?? '';
    const platform = subject.platform ?? (shared.has(name) ? (image?.platform ?? null) : null);
    return platform === null ? name : `${name}/${idPart(platform)}`;
  });
  const seen = new Map<string, number>();
  return full.map((name) => {
    const count = (seen.get(name) ?? 0) + 1;
    seen.set(name, count);
    return `${runId(category)}${count === 1 ? name : `${name}/${count}`}/`;
  });
}

/** The id of a run that stands for no subject. */
export function runId(category: string): string {
  return `${idPart(category)}/`;
}

/** Names that are too long to be shown whole stay apart by their digest. */
function idPart(text: string): string {
  const shown = plain(text, LONGEST).replace(/^\/+|\/+$/gu, '');
  return shown === text ? shown : `${shown}-${createHash('sha256').update(text).digest('hex').slice(0, 8)}`;
}
