import { SEVERITIES } from '../../model/severity.ts';
import type { SubjectVerdict, Verdict, VerdictWord } from '../../model/verdict.ts';
import { countBySeverity } from '../counts.ts';
import { gates } from '../order.ts';
import { counted } from '../text/words.ts';
import type { Block } from './budget.ts';
import { code, escapeMarkdown, row, tableHead } from './markdown.ts';

const WORDS: Readonly<Record<VerdictWord, string>> = { pass: '✅ pass', fail: '❌ fail', error: '⚠️ error' };

const HEADINGS = [
  'Subject',
  'Verdict',
  'Fail the gate:',
  'Critical:',
  'High:',
  'Medium:',
  'Low:',
  'Unknown:',
  'System',
];

/** One row a subject: its verdict, how many findings of each severity it has, and what was in the image. */
export function subjectBlocks({ subjects }: Verdict): readonly Block[] {
  if (subjects.length === 0) return [];
  return [
    {
      head: `${tableHead(HEADINGS)}\n`,
      rows: subjects.map(subjectRow),
      tail: '\n',
      omitted: (count) => `\n… ${counted(count, 'more subject')} in report.json`,
    },
  ];
}

function subjectRow(subject: SubjectVerdict): string {
  const counts = countBySeverity(subject.findings);
  const numbers = [subject.findings.filter(gates).length, ...SEVERITIES.map((severity) => counts[severity])];
  const name = `**${escapeMarkdown(subject.subject.name, 120)}**`;
  const { image } = subject;
  const identity =
    image === null ? code(subject.subject.dockerfile ?? '') : code(`${image.reference} ${image.platform}`);
  return row([
    identity === '' ? name : `${name}<br>${identity}`,
    WORDS[subject.verdict],
    ...numbers.map((count) => (count === 0 ? '·' : String(count))),
    systemText(subject),
  ]);
}

function systemText({ os, packages }: SubjectVerdict): string {
  const parts = [
    os === null ? '' : escapeMarkdown(`${os.family} ${os.name}`, 80),
    os?.endOfLife === true ? '**end of life**' : '',
    packages === null ? '' : `${packages.os} OS and ${counted(packages.language, 'language package')}`,
  ];
  return parts.filter((part) => part !== '').join(', ');
}
