import { formatImageReference, parseImageReference } from '../../dockerfile/image-reference.ts';
import { didYouMean } from './did-you-mean.ts';
import { nameOf, type PathMistake } from './mistakes.ts';
import { shownKey } from './place.ts';
import { DAYS } from './schema/values.ts';
import { isDay } from './schema/waivers.ts';

/** What a policy is read against. */
export interface PolicySurroundings {
  /** `YYYY-MM-DD`, in UTC. */
  readonly today: string;
  /** Ids of all rules. */
  readonly ruleIds: readonly string[];
}

/** Days for which a waiver may be written unless the policy says otherwise. */
export const WAIVER_DAYS = 90;

/**
 * Mistakes that only show between several values. They look at the value as YAML gave it, so that they are told together
 * with what the schema refuses.
 */
export function crossChecks(value: unknown, { today, ruleIds }: PolicySurroundings): readonly PathMistake[] {
  const { bases, images, rules, waivers, 'waiver-term': term } = record(value);
  return [
    ...unknownRules(record(rules), ruleIds),
    ...sameRepository(record(bases)),
    ...sameName(items(images)),
    ...lateWaivers(items(waivers), waiverDays(term), today),
  ];
}

/** Days of a term like `90d`; the usual ones when it says nothing, or nothing that can be read. */
export function waiverDays(term: unknown): number {
  const days = typeof term === 'string' ? DAYS.exec(term)?.[1] : undefined;
  return days === undefined ? WAIVER_DAYS : Number(days);
}

/** The latest day that a waiver written today may name. */
export function latestDay(today: string, days: number): string {
  return new Date(Date.parse(`${today}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10);
}

function unknownRules(rules: Readonly<Record<string, unknown>>, ruleIds: readonly string[]): PathMistake[] {
  const known = new Set(ruleIds);
  return Object.keys(rules)
    .filter((id) => !known.has(id))
    .slice(0, 200)
    .map((id) => {
      const meant = didYouMean(id, ruleIds);
      const hint = meant === null ? '`image-gate rules` lists them' : `did you mean "${meant}"?`;
      return { path: ['rules', id], message: `unknown rule ${shownKey(id)}; ${hint}` };
    });
}

/** `node` and `docker.io/library/node` are one repository. */
function sameRepository(bases: Readonly<Record<string, unknown>>): PathMistake[] {
  const first = new Map<string, string>();
  return Object.keys(bases).flatMap((name) => {
    const reference = parseImageReference(name);
    const full = reference === null ? name : formatImageReference(reference);
    const other = first.get(full);
    first.set(full, other ?? name);
    if (other === undefined) return [];
    return [{ path: ['bases', name], message: `${shownKey(name)} and ${shownKey(other)} are one image repository` }];
  });
}

function sameName(images: readonly unknown[]): PathMistake[] {
  const seen = new Set<string>();
  return images.flatMap((image, index) => {
    const { name } = record(image);
    if (typeof name !== 'string') return [];
    const isSecond = seen.has(name);
    seen.add(name);
    return isSecond ? [{ path: ['images', index, 'name'], message: `two images have the name ${shownKey(name)}` }] : [];
  });
}

/** A waiver without an end in sight is an exception for good. */
function lateWaivers(waivers: readonly unknown[], days: number, today: string): PathMistake[] {
  const latest = latestDay(today, days);
  return waivers.flatMap((waiver, index) => {
    const { expires } = record(waiver);
    if (typeof expires !== 'string' || !isDay(expires) || expires <= latest) return [];
    const path = ['waivers', index, 'expires'];
    return [{ path, message: `${nameOf(path)}more than ${days} days ahead (waiver-term); ${latest} at the latest` }];
  });
}

function record(value: unknown): Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? { ...value } : {};
}

function items(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}
