import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { stringify } from 'yaml';
import { explainJsonSchema } from '../../src/report/explain/schema.ts';
import { reportJsonSchema } from '../../src/report/json/schema.ts';
import { RULES } from '../../src/rules/index.ts';
import { OPTION_KEYS, OPTIONS, type OptionKey, optionName } from '../../src/settings/options.ts';
import { OUTPUTS } from '../../src/settings/outputs.ts';
import { ruleIndex, rulePage } from './rule-pages.ts';

/** Every generated file with its text, as it must stand in the repository; paths relative to its root. */
export async function generatedFiles(root: string): Promise<ReadonlyMap<string, string>> {
  const readme = await readFile(join(root, 'README.md'), 'utf8');
  const tables = {
    inputs: inputTable(),
    outputs: outputTable(),
    flags: flagTable(),
    rules: ruleIndex(RULES, 'docs/rules/'),
  };
  return new Map([
    ['action.yml', actionYaml()],
    ['README.md', fillIn(readme, tables)],
    ['schemas/explain-1.schema.json', `${JSON.stringify(explainJsonSchema(), null, 2)}\n`],
    ['schemas/report-1.schema.json', `${JSON.stringify(reportJsonSchema(), null, 2)}\n`],
    ['docs/rules/README.md', `# Rules\n\n${ruleIndex(RULES, '')}`],
    ...RULES.map((rule): [string, string] => [`docs/rules/${rule.id}.md`, rulePage(rule)]),
  ]);
}

/** Replaces what stands between `<!-- begin NAME -->` and `<!-- end NAME -->`. */
function fillIn(text: string, parts: Readonly<Record<string, string>>): string {
  return Object.entries(parts).reduce((filled, [name, part]) => {
    const pattern = new RegExp(`(<!-- begin ${name} -->\\n)[\\s\\S]*?(<!-- end ${name} -->)`);
    if (!pattern.test(filled)) throw new Error(`README.md has no place for ${name}`);
    return filled.replace(pattern, (_all, begin: string, end: string) => `${begin}\n${part}\n${end}`);
  }, text);
}

function keysFor(place: 'action' | 'cli'): readonly OptionKey[] {
  return OPTION_KEYS.filter((key) => OPTIONS[key].where === 'both' || OPTIONS[key].where === place);
}

function inputTable(): string {
  const rows = keysFor('action').map((key) => {
    const { kind, description, defaultText } = OPTIONS[key];
    const how = kind === 'list' ? `${description} One a line.` : description;
    return `| \`${optionName(key)}\` | ${cell(how)} | ${cell(defaultText)} |`;
  });
  return `| input | what it does | default |\n| --- | --- | --- |\n${rows.join('\n')}\n`;
}

function flagTable(): string {
  const rows = keysFor('cli').map((key) => {
    const { kind, placeholder, description, defaultText } = OPTIONS[key];
    const flag =
      kind === 'boolean' ? `--${optionName(key)}` : `--${optionName(key)} ${placeholder}${kind === 'list' ? '…' : ''}`;
    return `| \`${flag.replaceAll('|', '\\|')}\` | ${cell(description)} | ${cell(defaultText)} |`;
  });
  return `| flag | what it does | default |\n| --- | --- | --- |\n${rows.join('\n')}\n`;
}

function outputTable(): string {
  const rows = Object.entries(OUTPUTS).map(([name, description]) => `| \`${name}\` | ${cell(description)} |`);
  return `| output | what it says |\n| --- | --- |\n${rows.join('\n')}\n`;
}

function cell(text: string): string {
  return text.replaceAll('|', '\\|');
}

function actionYaml(): string {
  const inputs = keysFor('action').map((key) => {
    const { kind, description, defaultText } = OPTIONS[key];
    const list = kind === 'list' ? ' One a line.' : '';
    // The defaults live in the sources: for GitHub an unset input and one that equals its default are the same.
    const shown = defaultText === '' || key === 'token' ? '' : ` Default: ${defaultText.replaceAll('`', '')}.`;
    const input = { description: `${description}${list}${shown}`, required: false };
    return [optionName(key), key === 'token' ? { ...input, default: '${{ github.token }}' } : input];
  });
  const action = {
    name: 'Image Hardening Gate',
    description:
      'Judges built container images and their Dockerfiles: one Trivy scan, one verdict, alerts on the right line.',
    author: 'The Image Hardening Gate maintainers',
    branding: { icon: 'shield', color: 'blue' },
    inputs: Object.fromEntries(inputs),
    outputs: Object.fromEntries(Object.entries(OUTPUTS).map(([name, description]) => [name, { description }])),
    runs: { using: 'node24', main: 'dist/index.js' },
  };
  return `# Generated from src/settings/ by \`npm run docs\`.\n${stringify(action, { lineWidth: 120 })}`;
}
