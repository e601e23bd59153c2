import type { Check, Violation } from '../model/check.ts';
import { type Severity, worst } from '../model/severity.ts';
import type { Evidence } from '../model/subject.ts';
import { RULES } from './index.ts';
import type { Rule, RuleOptions } from './rule.ts';

/** Every rule of the profile on one subject. */
export function checkRules(evidence: Evidence, options: RuleOptions, rules: readonly Rule[] = RULES): readonly Check[] {
  return rules.flatMap((rule) => {
    const usual = rule.severity[options.profile];
    return usual === 'off' ? [] : [checkRule(rule, usual, evidence, options)];
  });
}

/** One rule on one subject; each violation gets its own severity, the rule's usual one unless the rule says otherwise. */
export function checkRule(rule: Rule, usual: Severity, evidence: Evidence, options: RuleOptions): Check {
  const { answer, reason, violations, severity } = rule.judge(evidence, options);
  const rated = violations.map((violation): Violation & { severity: Severity } => ({
    ...violation,
    severity: violation.severity ?? severity ?? usual,
  }));
  return {
    rule: rule.id,
    title: rule.title,
    answer,
    severity: rated.length > 0 ? worst(rated.map((violation) => violation.severity)) : (severity ?? usual),
    reason,
    violations: rated,
  };
}
