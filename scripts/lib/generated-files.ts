import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { stringify } from 'yaml';
import { evidenceJsonSchema } from '../../src/evidence/stored/schema.ts';
import { policyJsonSchema } from '../../src/policy/file/json-schema.ts';
import { explainJsonSchema } from '../../src/report/explain/schema.ts';
import { reportJsonSchema } from '../../src/report/json/schema.ts';
import { RULES } from '../../src/rules/index.ts';
import { OPTION_KEYS, OPTIONS, type OptionKey, optionName } from '../../src/settings/options.ts';
import { OUTPUTS } from '../../src/settings/outputs.ts';
import { precedenceTable } from './precedence-table.ts';
import { ruleIndex, rulePage } from './rule-pages.ts';
import { trustTable } from './trust-table.ts';

/** Every generated file with its text, as it must stand in the repository; paths relative to its root. */
export async function generatedFiles(root: string): Promise<ReadonlyMap<string, string>> {
  const readme = await readFile(join(root, 'README.md'), 'utf8');
  const pullRequests = await readFile(join(root, 'docs/pull-requests.md'), 'utf8');
  const reference = await readFile(join(root, 'docs/reference.md'), 'utf8');
  const judging = await readFile(join(root, 'docs/judging.md'), 'utf8');
  const tables = { inputs: inputTable(), outputs: outputTable(), flags: flagTable() };
  return new Map([
    ['action.yml', actionYaml()],
    ['README.md', fillIn('README.md', readme, { 'main inputs': inputTable(MAIN_INPUTS) })],
    ['docs/reference.md', fillIn('docs/reference.md', reference, tables)],
    ['docs/pull-requests.md', fillIn('docs/pull-requests.md', pullRequests, { trust: trustTable() })],
    ['docs/judging.md', fillIn('docs/judging.md', judging, { precedence: precedenceTable() })],
    ['schemas/evidence-1.schema.json', `${JSON.stringify(evidenceJsonSchema(), null, 2)}\n`],
    ['schemas/explain-1.schema.json', `${JSON.stringify(explainJsonSchema(), null, 2)}\n`],
    ['schemas/policy-1.schema.json', `${JSON.stringify(policyJsonSchema(RULES), null, 2)}\n`],
    ['schemas/report-1.schema.json', `${JSON.stringify(reportJsonSchema(), null, 2)}\n`],
    ['docs/rules/README.md', RULES_PAGE],
    ...RULES.map((rule): [string, string] => [`docs/rules/${rule.id}.md`, rulePage(rule)]),
  ]);
}

const RULES_PAGE = `# Rules

What each rule holds, and how severe it is in each profile (\`mcp\` is the default). From \`fail-on\` (default \`high\`) on it fails the gate; everything is shown. [The policy file](../policy.md) gives a rule another severity or switches it off. Each page says why, how to fix it, and shows what passes and what fails.

${ruleIndex(RULES, '')}`;

/** Replaces what stands between `<!-- begin NAME -->` and `<!-- end NAME -->`. */
function fillIn(file: string, text: string, parts: Readonly<Record<string, string>>): string {
  return Object.entries(parts).reduce((filled, [name, part]) => {
    const pattern = new RegExp(`(<!-- begin ${name} -->\\n)[\\s\\S]*?(<!-- end ${name} -->)`);
    if (!pattern.test(filled)) throw new Error(`${file} has no place for ${name}`);
    return filled.replace(pattern, (_all, begin: string, end: string) => `${begin}\n${part}\n${end}`);
  }, text);
}

function keysFor(place: 'action' | 'cli'): readonly OptionKey[] {
  return OPTION_KEYS.filter((key) => OPTIONS[key].where === 'both' || OPTIONS[key].where === place);
}

/** What most workflows need; the README shows no more. */
const MAIN_INPUTS: readonly OptionKey[] = [
  'image',
  'dockerfile',
  'policy',
  'profile',
  'failOn',
  'gate',
  'mode',
  'comment',
];

function inputTable(keys: readonly OptionKey[] = keysFor('action')): string {
  const rows = keys.map((key) => {
    const how = inputText(key, (value) => `\`${value}\``);
    return `| \`${optionName(key)}\` | ${cell(how)} | ${cell(OPTIONS[key].defaultText)} |`;
  });
  return `| input | what it does | default |\n| --- | --- | --- |\n${rows.join('\n')}\n`;
}

/** What an input does, the values that it takes where they are few, and how several are given. */
function inputText(key: OptionKey, quoted: (value: string) => string): string {
  const { kind, placeholder, description } = OPTIONS[key];
  const values = placeholder.includes('|') ? placeholder.split('|') : [];
  const allowed = values.length === 0 ? '' : ` Allowed: ${values.map(quoted).join(', ')}.`;
  return `${description}${allowed}${kind === 'list' ? ' One a line.' : ''}`;
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
    const { defaultText } = OPTIONS[key];
    // The defaults live in the sources: for GitHub an unset input and one that equals its default are the same.
    const shown = defaultText === '' || key === 'token' ? '' : ` Default: ${defaultText.replaceAll('`', '')}.`;
    const input = { description: `${inputText(key, String)}${shown}`, required: false };
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
