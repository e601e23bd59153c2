import type { Finding } from '../../model/finding.ts';
import type { SubjectVerdict, Verdict } from '../../model/verdict.ts';
import { compareFindings, gates } from '../order.ts';
import { repositoryUri } from '../text/repository-uri.ts';
import { counted, lineText, severityText, versionText } from '../text/words.ts';
import type { Block } from './budget.ts';
import { code, escapeMarkdown, link, prose, row, tableHead } from './markdown.ts';

/** The failing findings of each subject as tables, worst first. */
export function failingBlocks({ subjects }: Verdict, fileBaseUrl: string | null): readonly Block[] {
  return subjects.flatMap((subject) => failing(subject, fileBaseUrl));
}

/** The other findings of each subject, folded. */
export function otherBlocks({ subjects }: Verdict, fileBaseUrl: string | null): readonly Block[] {
  return subjects.flatMap((subject) => others(subject, fileBaseUrl));
}

function failing({ subject, findings }: SubjectVerdict, fileBaseUrl: string | null): readonly Block[] {
  const shown = findings.filter(gates).sort(compareFindings);
  if (shown.length === 0) return [];
  const title = `${counted(shown.length, 'finding fails', 'findings fail')} the gate`;
  return [
    {
      head: `### ${escapeMarkdown(subject.name, 120)}: ${title}\n\n${tableHead(['Severity', 'Finding', 'Installed → fixed', 'Origin', 'Where'])}\n`,
      rows: shown.map((finding) => row(cells(finding, fileBaseUrl))),
      tail: '\n',
      omitted: (count) => `\n… ${counted(count, 'more failing finding')} in report.json`,
    },
  ];
}

function others({ subject, findings }: SubjectVerdict, fileBaseUrl: string | null): readonly Block[] {
  const shown = findings.filter((finding) => !gates(finding)).sort(compareFindings);
  if (shown.length === 0) return [];
  const title = `${counted(shown.length, 'finding')} without gating (${severityText(shown.map((f) => f.severity))})`;
  const headings = ['Severity', 'Finding', 'Installed → fixed', 'Origin', 'Where', 'Why it does not gate'];
  return [
    {
      head: `<details><summary>${escapeMarkdown(subject.name, 120)}: ${title}</summary>\n\n${tableHead(headings)}\n`,
      rows: shown.map((finding) => row([...cells(finding, fileBaseUrl), escapeMarkdown(finding.reason)])),
      tail: '\n</details>\n\n',
      omitted: (count) => `\n… ${counted(count, 'more finding')} in report.json`,
    },
  ];
}

function cells(finding: Finding, fileBaseUrl: string | null): readonly string[] {
  const { severity, image, origin } = finding;
  const installed = [image?.package ?? '', versionText(finding)]
    .map((text) => code(text, 120))
    .filter((text) => text !== '');
  const weight = gates(finding) && (severity === 'critical' || severity === 'high') ? `**${severity}**` : severity;
  return [weight, findingText(finding), installed.join('<br>'), origin ?? 'not known', where(finding, fileBaseUrl)];
}

function findingText(finding: Finding): string {
  const id = link(code(finding.id, 80), finding.url);
  // An advisory's own message and fix repeat what the next columns say.
  if (finding.kind === 'advisory') return `${id} ${escapeMarkdown(finding.title, 200)}`;
  return `${id} ${prose(finding.message)}<br>*Fix:* ${prose(finding.fix)}`;
}

function where({ location, image }: Finding, fileBaseUrl: string | null): string {
  const path = image?.path == null ? '' : `in the image: ${code(image.path, 200)}`;
  if (location === null) return path;
  const uri = repositoryUri(location.file);
  const target = fileBaseUrl === null || uri === null ? null : `${fileBaseUrl}${uri}#L${location.startLine}`;
  const line = link(code(lineText(location)), target);
  return path === '' ? line : `${line}<br>${path}`;
}
