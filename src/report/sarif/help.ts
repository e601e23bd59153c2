import type { MultiformatMessageString } from 'sarif';
import type { Finding } from '../../model/finding.ts';
import { code, escapeMarkdown, link, prose } from '../summary/markdown.ts';
import { plain } from '../text/plain.ts';
import { counted, fullStop, versionText } from '../text/words.ts';
import { DESCRIPTION_LENGTH } from './limits.ts';
import type { RuleFacts } from './options.ts';

const PACKAGES = 20;
const ALIASES = 20;
const FIXES = 3;

/** What it is, why it matters, how to fix it, and where to read on: as text and as Markdown. */
export function helpOf(
  findings: readonly [Finding, ...Finding[]],
  facts: RuleFacts | undefined,
): MultiformatMessageString {
  const [first] = findings;
  const title = facts?.title ?? first.title;
  const why = facts?.why ?? '';
  const fixes = facts === undefined ? unique(findings.map((finding) => finding.fix)).slice(0, FIXES) : [facts.fix];
  const aliases = unique([...(facts?.aliases ?? []), ...findings.flatMap((finding) => finding.aliases)]).slice(
    0,
    ALIASES,
  );
  const affected = affectedPackages(findings);
  const url = facts?.helpUri ?? first.url;
  const text = [title, why, ...fixes.map((fix) => `How to fix: ${fix}`)].map((part) =>
    fullStop(plain(part, DESCRIPTION_LENGTH)),
  );
  const markdown = [
    `**${escapeMarkdown(title)}**`,
    prose(why, DESCRIPTION_LENGTH),
    ...fixes.map((fix) => `**How to fix:** ${prose(fix, DESCRIPTION_LENGTH)}`),
    affected.length === 0 ? '' : `**Affected packages**\n\n${affected.join('\n')}`,
    aliases.length === 0 ? '' : `Also known as ${aliases.map((alias) => code(alias, 100)).join(', ')}.`,
    url === null ? '' : link('More about it', url),
  ];
  return { text: paragraphs(text), markdown: paragraphs(markdown) };
}

function paragraphs(parts: readonly string[]): string {
  return parts.filter((part) => part !== '').join('\n\n');
}

function unique(texts: readonly string[]): readonly string[] {
  return [...new Set(texts)].filter((text) => text !== '');
}

function affectedPackages(findings: readonly Finding[]): readonly string[] {
  const lines = findings.flatMap((finding) => {
    const name = finding.image?.package ?? '';
    return name === '' ? [] : [`- ${code(name, 120)} ${code(versionText(finding), 200)}`.trimEnd()];
  });
  const packages = unique(lines);
  const more = packages.length - PACKAGES;
  return more > 0 ? [...packages.slice(0, PACKAGES), `- and ${counted(more, 'more package')}`] : packages;
}
