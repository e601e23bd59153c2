import {createRequire as __cr} from 'node:module';var require=__cr(import.meta.url),__filename=import.meta.filename,__dirname=import.meta.dirname;
import {
  RULES
} from "./chunk-BLLY7DYC.js";
import "./chunk-PDGSMBSM.js";
import "./chunk-YCY7Y5KH.js";
import "./chunk-ZM5ESNZ2.js";
import {
  RULE_PROFILES
} from "./chunk-DO2W2KTE.js";
import "./chunk-3U33QVBN.js";
import "./chunk-J4V4GNMN.js";
import "./chunk-IEQ3EHIZ.js";
import "./chunk-QDWQURBN.js";
import "./chunk-TZCQQT6A.js";
import "./chunk-Q3RRR3VC.js";
import "./chunk-P3VS4RNN.js";
import "./chunk-AZJMNLZK.js";
import "./chunk-LQLOOPP6.js";
import "./chunk-3OE5NGK7.js";
import "./chunk-UM53JYGR.js";
import "./chunk-O5CCVBBB.js";

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
