import { nameSubjects } from '../evidence/subject-name.ts';
import type { Evidence, Subject } from '../model/subject.ts';
import type { Case } from '../policy/decide.ts';
import { type FaultContext, faultsOf } from '../policy/faults.ts';
import type { Policy } from '../policy/policy.ts';
import { checkRules } from '../rules/check.ts';
import { RULES } from '../rules/index.ts';
import type { Transport } from '../settings/settings.ts';
import type { Known } from './gather.ts';

export { decide } from '../policy/decide.ts';

/** Other names of each rule, by its id. */
export const RULE_ALIASES: ReadonlyMap<string, readonly string[]> = new Map(
  RULES.map(({ id, aliases }) => [id, aliases]),
);

export type DatedPolicy = Policy & {
  /** `YYYY-MM-DD`. */
  readonly today: string;
};

/** What the rules say of all that was gathered, in the same order. */
export function judgeAll(
  gathered: readonly Known[],
  places: Omit<FaultContext, 'aliases'>,
  policy: DatedPolicy,
): readonly Case[] {
  const subjects = nameSubjects(gathered);
  return gathered.flatMap(({ evidence, problems, transport }, index) => {
    const subject = subjects[index];
    if (subject === undefined) return [];
    return [{ subject, evidence, problems, ...judgeOne(subject, evidence, transport, places, policy) }];
  });
}

/** @param transport the policy file's word on this one image, which holds more than its word on all; null: none */
export function judgeOne(
  subject: Subject,
  evidence: Evidence,
  transport: Transport | null,
  places: Omit<FaultContext, 'aliases'>,
  policy: DatedPolicy,
): Pick<Case, 'checks' | 'faults'> {
  const isKnown = evidence.dockerfile !== null || evidence.image !== null;
  const checks = isKnown ? checkRules(evidence, transport === null ? policy : { ...policy, transport }) : [];
  return { checks, faults: faultsOf(subject, evidence, checks, { ...places, aliases: RULE_ALIASES }) };
}
