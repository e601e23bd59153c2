import type { Finding } from '../../model/finding.ts';
import { subjectKey } from '../../model/subject.ts';
import type { SubjectVerdict, Verdict } from '../../model/verdict.ts';
import { compareFindings, gates } from '../order.ts';
import { standingOf } from '../standing.ts';
import { counted, severityText } from '../text/words.ts';
import { type Block, rowsOf } from './budget.ts';
import { FINDING_HEADINGS, findingCells } from './finding-cells.ts';
import { escapeMarkdown, row, tableHead } from './markdown.ts';

/** The failing findings of each subject as tables, worst first. */
export function failingBlocks({ subjects }: Verdict, fileBaseUrl: string | null): readonly Block[] {
  return subjects.flatMap((subject) => failing(subject, fileBaseUrl, compareFindings));
}

/** The same with what the change introduces before the rest. */
export function failingBlocksNewFirst({ subjects }: Verdict): readonly Block[] {
  const isOld = ({ change }: Finding): number => Number(change !== 'new');
  return subjects.flatMap((subject) => failing(subject, null, (a, b) => isOld(a) - isOld(b) || compareFindings(a, b)));
}

/** What neither fails, nor is going to, nor was accepted: folded. */
export function otherBlocks({ subjects }: Verdict, fileBaseUrl: string | null): readonly Block[] {
  return subjects.flatMap((subject) => others(subject, fileBaseUrl));
}

function failing(
  { subject, findings }: SubjectVerdict,
  fileBaseUrl: string | null,
  compare: (a: Finding, b: Finding) => number,
): readonly Block[] {
  const shown = findings.filter(gates).sort(compare);
  if (shown.length === 0) return [];
  const title = `${counted(shown.length, 'finding fails', 'findings fail')} the gate`;
  return [
    {
      head: `### ${escapeMarkdown(subjectKey(subject), 120)}: ${title}\n\n${tableHead(FINDING_HEADINGS)}\n`,
      rows: rowsOf(shown, (finding) => row(findingCells(finding, fileBaseUrl))),
      tail: '\n',
      omitted: (count) => `\n… ${counted(count, 'more failing finding')} in report.json`,
    },
  ];
}

function others({ subject, findings }: SubjectVerdict, fileBaseUrl: string | null): readonly Block[] {
  const shown = findings.filter((finding) => standingOf(finding) === 'shown').sort(compareFindings);
  if (shown.length === 0) return [];
  const title = `${counted(shown.length, 'finding does', 'findings do')} not gate (${severityText(shown.map((f) => f.severity))})`;
  const headings = [...FINDING_HEADINGS, 'Why it does not gate'];
  return [
    {
      head: `<details><summary>${escapeMarkdown(subjectKey(subject), 120)}: ${title}</summary>\n\n${tableHead(headings)}\n`,
      rows: rowsOf(shown, (finding) => row([...findingCells(finding, fileBaseUrl), escapeMarkdown(finding.reason)])),
      tail: '\n</details>\n\n',
      omitted: (count) => `\n… ${counted(count, 'more finding')} in report.json`,
    },
  ];
}
