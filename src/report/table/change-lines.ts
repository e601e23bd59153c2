import type { SubjectVerdict, Verdict } from '../../model/verdict.ts';
import { comparisonText, missingBaselines, NOTICE_TITLES, sortedNotices } from '../standing.ts';
import { plain } from '../text/plain.ts';
import { counted, lineText, severityText, subjectMatter } from '../text/words.ts';
import { columns } from './columns.ts';
import { type Paint, SEVERITY_STYLES } from './paint.ts';
import { wrap } from './wrap.ts';

const INDENT = 2;
const SEVERITY = 'CRITICAL'.length;
/** A terminal is for reading: beyond these, report.json is the place to look. */
const FIXED_SHOWN = 10;
const NOTICES_SHOWN = 10;

/** What the baseline had and the subject has no more. */
export function fixedLines({ fixed }: SubjectVerdict, width: number, paint: Paint): readonly string[] {
  if (fixed.length === 0) return [];
  const indent = ' '.repeat(INDENT);
  const title = `${counted(fixed.length, 'finding')} fixed (${severityText(fixed.map(({ severity }) => severity))})`;
  const rows = fixed.slice(0, FIXED_SHOWN).flatMap((fault) => {
    const cells = [
      { lines: [fault.severity.toUpperCase()], style: SEVERITY_STYLES[fault.severity] },
      { lines: [`${plain(fault.id, 80)}: ${subjectMatter(fault)}`], style: 'faint' },
    ] as const;
    return columns(cells, [SEVERITY, width - INDENT - SEVERITY - 2], INDENT, paint);
  });
  const more = fixed.length - FIXED_SHOWN;
  const rest = more > 0 ? [`${indent}${paint(`… and ${more} more, see the reports`, 'faint')}`] : [];
  return [...wrap(title, width - INDENT).map((line) => indent + line), ...rows, ...rest];
}

/** What was compared with, and what a reader should know of the judging itself. */
export function judgingLines(verdict: Verdict, width: number, paint: Paint): readonly string[] {
  const missing = missingBaselines(verdict);
  const compared = verdict.baseline === null && missing.length > 0 ? '' : comparisonText(verdict);
  const notices = sortedNotices(verdict).map(({ kind, message, location }) => {
    const line = location === null ? '' : ` (${lineText(location)})`;
    return `${NOTICE_TITLES[kind]}: ${plain(message, 500)}${line}`;
  });
  const told = [compared, ...missing.map((reason) => plain(reason, 500)), ...notices].filter((text) => text !== '');
  const lines = told.slice(0, NOTICES_SHOWN).flatMap((text) =>
    columns(
      [
        { lines: ['i'], style: 'cyan' },
        { lines: [text], style: 'plain' },
      ],
      [1, width - 3],
      0,
      paint,
    ),
  );
  const more = told.length - NOTICES_SHOWN;
  return more > 0 ? [...lines, paint(`… and ${more} more, see the reports`, 'faint')] : lines;
}
