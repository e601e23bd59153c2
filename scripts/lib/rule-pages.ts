import { type Example, type ExampleFile, type ExampleImage, RULE_PROFILES, type Rule } from '../../src/rules/rule.ts';

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

function exampleBlock({ title, dockerfile, image, repository, options }: Example): string {
  const { allowedBases, allowedPorts, requiredLabels, transport, profile, today } = options ?? {};
  const settings = [
    ...(allowedBases ?? []).map((base) => `allow-base: ${base}`),
    ...(allowedPorts ?? []).map((port) => `allow-port: ${port}`),
    ...(requiredLabels ?? []).map((label) => `required-labels: ${label}`),
    ...(transport === undefined ? [] : [`transport: ${transport}`]),
    ...(profile === undefined ? [] : [`profile: ${profile}`]),
    ...(today === undefined ? [] : [`on ${today}`]),
  ];
  const given = settings.length === 0 ? '' : ` (with \`${settings.join('`, `')}\`)`;
  return `${title.charAt(0).toUpperCase()}${title.slice(1)}${given}:\n\n\`\`\`dockerfile\n${dockerfile}\`\`\`\n${image === undefined ? '' : imageBlock(image)}${repository === undefined ? '' : repositoryBlock(repository)}`;
}

/** The files of the repository that the rule reads besides the Dockerfile. */
function repositoryBlock({ ignoreFile, updaters }: NonNullable<Example['repository']>): string {
  const ignored: [string, string][] = ignoreFile == null ? [] : [[ignoreFile.file, ignoreFile.text]];
  const files = [...ignored, ...Object.entries(updaters ?? {})];
  return files.map(([file, text]) => `\nwith \`${file}\`:\n\n\`\`\`text\n${text}\`\`\`\n`).join('');
}

function imageBlock({ files }: ExampleImage): string {
  const rows = Object.entries(files).map(([path, file]) =>
    fileRow(path, typeof file === 'string' ? { content: file } : file),
  );
  return `\nwhere the image holds:\n\n\`\`\`text\n${rows.join('\n')}\n\`\`\`\n`;
}

/** Mode, owner and path, as `ls -l` would say it, and the content in short. */
function fileRow(path: string, { mode, uid = 0, gid = 0, content, program, link, deleted }: ExampleFile): string {
  const usual = path.endsWith('/') || program !== undefined ? 0o755 : 0o644;
  const bits = (mode ?? usual).toString(8).padStart(4, '0');
  const what = link !== undefined ? ` -> ${link}` : program !== undefined ? `   (a program for ${program})` : '';
  // In short: what looks like a whole credential makes scanners of this repository ring.
  const short = content === undefined || content.length <= 50 ? content : `${content.slice(0, 50)}…`;
  const text = short === undefined || short === '' ? '' : `   ${JSON.stringify(short)}`;
  return `${bits} ${uid}:${gid} ${path}${what}${text}${deleted === true ? '   (deleted by a later layer)' : ''}`;
}
