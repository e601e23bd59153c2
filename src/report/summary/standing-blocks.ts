import type { Fault } from '../../model/finding.ts';
import { subjectKey } from '../../model/subject.ts';
import type { Verdict } from '../../model/verdict.ts';
import { compareFindings, type PlacedFinding } from '../order.ts';
import { dayOf, standingOf, startToFail, waiverTerm } from '../standing.ts';
import { counted } from '../text/words.ts';
import { type Block, rowsOf } from './budget.ts';
import { faultId, findingCells, lineLink, versionCell } from './finding-cells.ts';
import { code, escapeMarkdown, row, tableHead } from './markdown.ts';

/** What will start to fail, and when: soonest first. */
export function graceBlocks({ subjects }: Verdict, fileBaseUrl: string | null): readonly Block[] {
  const placed = startToFail(subjects);
  const [soonest] = placed;
  if (soonest === undefined) return [];
  const day = code(dayOf(soonest.finding.deadline));
  const title = `${counted(placed.length, 'finding starts', 'findings start')} to fail${day === '' ? '' : `, the first on ${day}`}`;
  const headings = ['From', 'Subject', 'Severity', 'Finding', 'Installed → fixed', 'Origin', 'Where'];
  return [
    {
      head: `### ${title}\n\n${tableHead(headings)}\n`,
      rows: rowsOf(placed, ({ finding, subject }) =>
        row([code(dayOf(finding.deadline)), name(subject), ...findingCells(finding, fileBaseUrl)]),
      ),
      tail: '\n',
      omitted: (count) => `\n… ${counted(count, 'more finding')} in report.json`,
    },
  ];
}

/** What somebody accepted, folded: who, why and until when. */
export function waivedBlocks({ subjects }: Verdict, fileBaseUrl: string | null): readonly Block[] {
  const placed = subjects.flatMap((subject) =>
    subject.findings
      .filter((finding) => standingOf(finding) === 'waived')
      .sort(compareFindings)
      .map((finding) => ({ finding, subject })),
  );
  if (placed.length === 0) return [];
  const headings = ['Subject', 'Severity', 'Finding', 'Installed → fixed', 'Waived', 'Reason'];
  return [
    {
      head: `<details><summary>${counted(placed.length, 'waived finding')}</summary>\n\n${tableHead(headings)}\n`,
      rows: rowsOf(placed, (one) => row(waivedCells(one, fileBaseUrl))),
      tail: '\n</details>\n\n',
      omitted: (count) => `\n… ${counted(count, 'more waived finding')} in report.json`,
    },
  ];
}

function waivedCells({ finding, subject }: PlacedFinding, fileBaseUrl: string | null): readonly string[] {
  const { severity, waiver, title } = finding;
  const line = waiver === null ? '' : lineLink(waiver.location, fileBaseUrl);
  const term = escapeMarkdown(waiverTerm(finding));
  return [
    name(subject),
    severity,
    `${faultId(finding)} ${escapeMarkdown(title, 200)}`,
    versionCell(finding),
    [term, line].filter((part) => part !== '').join('<br>'),
    escapeMarkdown(waiver?.reason ?? finding.reason, 500),
  ];
}

/** What the baseline had and is gone, folded. */
export function fixedBlocks({ subjects }: Verdict): readonly Block[] {
  const placed = subjects.flatMap((subject) => subject.fixed.map((fault) => ({ fault, subject })));
  if (placed.length === 0) return [];
  return [
    {
      head: `<details><summary>${counted(placed.length, 'finding')} fixed</summary>\n\n${tableHead(['Subject', 'Severity', 'Finding', 'Package'])}\n`,
      rows: rowsOf(placed, ({ fault, subject }) => row([name(subject), fault.severity, fixedText(fault), gone(fault)])),
      tail: '\n</details>\n\n',
      omitted: (count) => `\n… ${counted(count, 'more fixed finding')} in report.json`,
    },
  ];
}

function fixedText(fault: Fault): string {
  return `${faultId(fault)} ${escapeMarkdown(fault.title, 200)}`;
}

function gone({ image }: Fault): string {
  return code(`${image?.package ?? ''} ${image?.installed ?? ''}`.trim(), 160);
}

function name({ subject }: PlacedFinding['subject']): string {
  return escapeMarkdown(subjectKey(subject), 120);
}
