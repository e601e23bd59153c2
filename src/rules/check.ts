import type { Check, Violation } from '../model/check.ts';
import { compareSeverity, type Severity, worst } from '../model/severity.ts';
import type { Evidence } from '../model/subject.ts';
import { RULES } from './index.ts';
import type { Rule, RuleOptions } from './rule.ts';

/** What decides which rules run, and how much they weigh: the rules themselves do not know. */
export interface CheckOptions extends RuleOptions {
  /** By rule id; the profile says the rest. */
  readonly ruleSeverity?: Readonly<Record<string, Severity | 'off'>>;
}

/**
 * Every rule of the profile on one subject, and those that the policy adds to it. What the policy switches off is never
 * run, and is listed as such.
 */
export function checkRules(
  evidence: Evidence,
  options: CheckOptions,
  rules: readonly Rule[] = RULES,
): readonly Check[] {
  const overrides = new Map(Object.entries(options.ruleSeverity ?? {}));
  const judged = rules.flatMap((rule): Judged[] => {
    const usual = rule.severity[options.profile];
    const own = overrides.get(rule.id);
    if (own === 'off') return [{ check: switchedOff(rule), sameAs: null }];
    if (own !== undefined) return [judge(rule, own, evidence, options, own)];
    return usual === 'off' ? [] : [judge(rule, usual, evidence, options)];
  });
  return withoutRepeats(judged);
}

/** One rule on one subject; each violation gets its own severity, the rule's usual one unless the rule says otherwise. */
export function checkRule(rule: Rule, usual: Severity, evidence: Evidence, options: RuleOptions): Check {
  return judge(rule, usual, evidence, options).check;
}

interface Judged {
  readonly check: Check;
  /** See `Judgement`. */
  readonly sameAs: string | null;
}

/** @param own the severity that the policy gives to all that the rule says */
function judge(
  rule: Rule,
  usual: Severity,
  evidence: Evidence,
  options: RuleOptions,
  own: Severity | null = null,
): Judged {
  const { answer, reason, violations, severity, sameAs = null } = rule.judge(evidence, options);
  const rated = violations.map((violation): Violation & { severity: Severity } => ({
    ...violation,
    severity: own ?? violation.severity ?? severity ?? usual,
  }));
  const check: Check = {
    rule: rule.id,
    title: rule.title,
    answer,
    severity: rated.length > 0 ? worst(rated.map((violation) => violation.severity)) : (own ?? severity ?? usual),
    reason,
    violations: rated,
  };
  return { check, sameAs };
}

function switchedOff({ id, title, severity }: Rule): Check {
  const usual = worst(Object.values(severity).filter((one) => one !== 'off'));
  const reason = 'Switched off by the policy.';
  return { rule: id, title, answer: 'not-applicable', severity: usual, reason, violations: [] };
}

/** What two rules blame is shown once: by the one that is about it, if that one says so at least as loudly. */
function withoutRepeats(judged: readonly Judged[]): readonly Check[] {
  const checks = new Map(judged.map(({ check }) => [check.rule, check]));
  return judged.map(({ check, sameAs }) => {
    const other = sameAs === null ? undefined : checks.get(sameAs);
    if (other?.answer !== 'fail' || compareSeverity(other.severity, check.severity) > 0) return check;
    const reason = `${check.reason} This is what ${other.rule} is about.`;
    return { ...check, answer: 'not-applicable', reason, violations: [] };
  });
}
