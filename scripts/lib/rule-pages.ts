import { type Example, RULE_PROFILES, type Rule } from '../../src/rules/rule.ts';

/** The table of rules by profile. `folder` is where the pages are, seen from the page that gets the table. */
export function ruleIndex(rules: readonly Rule[], folder: string): string {
  const rows = rules.map(({ id, title, severity }) => {
    const levels = RULE_PROFILES.map((profile) => severity[profile]).join(' | ');
    return `| [\`${id}\`](${folder}${id}.md) | ${title} | ${levels} |`;
  });
  return `| rule | what holds | ${RULE_PROFILES.join(' | ')} |\n| --- | --- |${' --- |'.repeat(RULE_PROFILES.length)}\n${rows.join('\n')}\n`;
}

/** The page of one rule: why, how to fix it, examples that the tests run. */
export function rulePage({ id, title, severity, why, fix, aliases, examples }: Rule): string {
  const levels = RULE_PROFILES.map((profile) => `${profile}: ${severity[profile]}`).join(' · ');
  const known = aliases.length === 0 ? '' : `\nKnown elsewhere as: ${aliases.join(', ')}.\n`;
  return `# ${id}

**${title}.**

Severity by profile: ${levels}

## Why

${why}

## How to fix it

${fix}
${known}
## Fails

${examples.bad.map(exampleBlock).join('\n')}
## Passes

${examples.good.map(exampleBlock).join('\n')}`;
}

function exampleBlock({ title, dockerfile, options }: Example): string {
  const { allowedBases, allowedPorts } = options ?? {};
  const settings = [
    ...(allowedBases ?? []).map((base) => `allow-base: ${base}`),
    ...(allowedPorts ?? []).map((port) => `allow-port: ${port}`),
  ];
  const given = settings.length === 0 ? '' : ` (with \`${settings.join('`, `')}\`)`;
  return `${title.charAt(0).toUpperCase()}${title.slice(1)}${given}:\n\n\`\`\`dockerfile\n${dockerfile}\`\`\`\n`;
}
