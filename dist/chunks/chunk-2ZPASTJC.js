import {createRequire as __cr} from 'node:module';var require=__cr(import.meta.url),__filename=import.meta.filename,__dirname=import.meta.dirname;
import {
  RULES
} from "./chunk-BLLY7DYC.js";
import {
  compareSeverity,
  worst
} from "./chunk-P3VS4RNN.js";

// src/rules/check.ts
function checkRules(evidence, options, rules = RULES) {
  const overrides = new Map(Object.entries(options.ruleSeverity ?? {}));
  const judged = rules.flatMap((rule) => {
    const usual = rule.severity[options.profile];
    const own = overrides.get(rule.id);
    if (own === "off") return [{ check: switchedOff(rule), sameAs: null }];
    if (own !== void 0) return [judge(rule, own, evidence, options, own)];
    return usual === "off" ? [] : [judge(rule, usual, evidence, options)];
  });
  return withoutRepeats(judged);
}
function judge(rule, usual, evidence, options, own = null) {
  const { answer, reason, violations, severity, sameAs = null } = rule.judge(evidence, options);
  const rated = violations.map((violation) => ({
    ...violation,
    severity: own ?? violation.severity ?? severity ?? usual
  }));
  const check = {
    rule: rule.id,
    title: rule.title,
    answer,
    severity: rated.length > 0 ? worst(rated.map((violation) => violation.severity)) : own ?? severity ?? usual,
    reason,
    violations: rated
  };
  return { check, sameAs };
}
function switchedOff({ id, title, severity }) {
  const usual = worst(Object.values(severity).filter((one) => one !== "off"));
  const reason = "Switched off by the policy.";
  return { rule: id, title, answer: "not-applicable", severity: usual, reason, violations: [] };
}
function withoutRepeats(judged) {
  const checks = new Map(judged.map(({ check }) => [check.rule, check]));
  return judged.map(({ check, sameAs }) => {
    const other = sameAs === null ? void 0 : checks.get(sameAs);
    if (other?.answer !== "fail" || compareSeverity(other.severity, check.severity) > 0) return check;
    const reason = `${check.reason} This is what ${other.rule} is about.`;
    return { ...check, answer: "not-applicable", reason, violations: [] };
  });
}

export {
  checkRules
};
