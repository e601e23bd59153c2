import {createRequire as __cr} from 'node:module';var require=__cr(import.meta.url),__filename=import.meta.filename,__dirname=import.meta.dirname;
import {
  RULES,
  RULE_PROFILES
} from "./chunk-7FISSVOQ.js";
import "./chunk-OPIHWSIS.js";
import "./chunk-745BOILJ.js";
import "./chunk-P3VS4RNN.js";
import "./chunk-6ZP7LTEL.js";
import "./chunk-AZR4UGO6.js";
import "./chunk-6SMW72EV.js";

// src/commands/rules.ts
function listRules(format) {
  if (format === "json") {
    const rules = RULES.map(({ id, title, severity, why, fix, aliases }) => ({
      id,
      title,
      severity,
      why,
      fix,
      aliases
    }));
    return `${JSON.stringify(rules, null, 2)}
`;
  }
  const rows = [["RULE", ...RULE_PROFILES.map((profile) => profile.toUpperCase()), "WHAT HOLDS"]];
  for (const rule of RULES) rows.push([rule.id, ...RULE_PROFILES.map((profile) => rule.severity[profile]), rule.title]);
  const widths = rows.reduce(
    (all, row) => row.map((cell, index) => Math.max(all[index] ?? 0, cell.length)),
    []
  );
  return `${rows.map(
    (row) => row.map((cell, index) => cell.padEnd(widths[index] ?? 0)).join("  ").trimEnd()
  ).join("\n")}
`;
}
export {
  listRules
};
