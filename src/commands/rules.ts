import { RULES } from '../rules/index.ts';
import { RULE_PROFILES } from '../rules/rule.ts';

/** The rules as `image-gate rules` prints them. */
export function listRules(format: 'table' | 'json'): string {
  if (format === 'json') {
    const rules = RULES.map(({ id, title, severity, why, fix, aliases }) => ({
      id,
      title,
      severity,
      why,
      fix,
      aliases,
    }));
    return `${JSON.stringify(rules, null, 2)}\n`;
  }
  const rows = [['RULE', ...RULE_PROFILES.map((profile) => profile.toUpperCase()), 'WHAT HOLDS']];
  for (const rule of RULES) rows.push([rule.id, ...RULE_PROFILES.map((profile) => rule.severity[profile]), rule.title]);
  const widths = rows.reduce<number[]>(
    (all, row) => row.map((cell, index) => Math.max(all[index] ?? 0, cell.length)),
    [],
  );
  return `${rows
    .map((row) =>
      row
        .map((cell, index) => cell.padEnd(widths[index] ?? 0))
        .join('  ')
        .trimEnd(),
    )
    .join('\n')}\n`;
}
