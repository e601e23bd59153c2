import { SEVERITIES } from '../../model/severity.ts';
import { subjectKey } from '../../model/subject.ts';
import type { SubjectVerdict, Verdict, VerdictWord } from '../../model/verdict.ts';
import { countBySeverity } from '../counts.ts';
import { countStandings, type StandingCounts } from '../standing.ts';
import { counted } from '../text/words.ts';
import { type Block, rowsOf } from './budget.ts';
import { code, escapeMarkdown, row, tableHead } from './markdown.ts';

const WORDS: Readonly<Record<VerdictWord, string>> = { pass: '✅ pass', fail: '❌ fail', error: '⚠️ error' };

/** A column of numbers, shown where some subject has one. */
interface Column {
  readonly heading: string;
  readonly count: (counts: StandingCounts) => number;
  readonly isShown: (all: StandingCounts, isCompared: boolean) => boolean;
}

const COLUMNS: readonly Column[] = [
  { heading: 'Fail the gate:', count: ({ fails }) => fails, isShown: () => true },
  { heading: 'New:', count: (counts) => counts.new, isShown: (_all, isCompared) => isCompared },
  { heading: 'Fixed:', count: ({ fixed }) => fixed, isShown: (_all, isCompared) => isCompared },
  { heading: 'Starting to fail:', count: ({ grace }) => grace, isShown: ({ grace }) => grace > 0 },
  { heading: 'Waived:', count: ({ waived }) => waived, isShown: ({ waived }) => waived > 0 },
];

/** One row a subject: its verdict, how many findings of each kind and severity it has, and what was in the image. */
export function subjectBlocks({ subjects, baseline }: Verdict): readonly Block[] {
  if (subjects.length === 0) return [];
  const all = countStandings(subjects);
  const columns = COLUMNS.filter(({ isShown }) => isShown(all, baseline !== null));
  const severities = SEVERITIES.map((severity) => `${severity.slice(0, 1).toUpperCase()}${severity.slice(1)}:`);
  const headings = ['Subject', 'Verdict', ...columns.map(({ heading }) => heading), ...severities, 'System'];
  return [
    {
      head: `${tableHead(headings)}\n`,
      rows: rowsOf(subjects, (subject) => subjectRow(subject, columns)),
      tail: '\n',
      omitted: (count) => `\n… ${counted(count, 'more subject')} in report.json`,
    },
  ];
}

function subjectRow(subject: SubjectVerdict, columns: readonly Column[]): string {
  const standings = countStandings([subject]);
  const counts = countBySeverity(subject.findings);
  const numbers = [...columns.map(({ count }) => count(standings)), ...SEVERITIES.map((severity) => counts[severity])];
  const name = `**${escapeMarkdown(subjectKey(subject.subject), 120)}**`;
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
