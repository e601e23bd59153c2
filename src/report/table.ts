import type { Severity } from '../model/severity.ts';
import { subjectKey } from '../model/subject.ts';
import type { SubjectVerdict, Verdict } from '../model/verdict.ts';
import { type PlacedProblem, problemWord } from './problems.ts';
import { sentence } from './sentence.ts';
import { fixedLines, judgingLines } from './table/change-lines.ts';
import { checkLines } from './table/check-lines.ts';
import { columns } from './table/columns.ts';
import { findingLines } from './table/finding-lines.ts';
import { type Paint, painter, VERDICT_STYLES } from './table/paint.ts';
import { subjectLines } from './table/subject-lines.ts';
import { wrap } from './table/wrap.ts';
import { inert } from './text/inert.ts';
import { plain } from './text/plain.ts';

export interface TableOptions {
  /** Columns of the terminal; fewer than 40 are taken for 40, more than 200 for 200. */
  readonly width: number;
  readonly color: boolean;
}

const NARROWEST = 40;
/** Longer lines are hard to follow. */
const WIDEST = 200;
const INDENT = 2;

/** The result for a terminal: a block a subject, and the whole verdict in the last sentence. Ends with a line feed. */
export function renderTable(verdict: Verdict, options: TableOptions): string {
  const width = Math.min(WIDEST, Math.max(NARROWEST, Math.floor(options.width)));
  const paint = painter(options.color);
  const run = verdict.errors.flatMap((problem) => problemLines({ ...problem, subject: null }, 0, width, paint));
  const judging = judgingLines(verdict, width, paint);
  const blocks = [
    ...verdict.subjects.map((subject) => block(subject, verdict.failOn, width, paint)),
    run,
    judging,
  ].filter((lines) => lines.length > 0);
  const last = wrap(`${verdict.verdict.toUpperCase()}: ${sentence(verdict)}`, width).map((line) =>
    paint(line, VERDICT_STYLES[verdict.verdict]),
  );
  return `${inert([...blocks, last].map((lines) => lines.join('\n')).join('\n\n'))}\n`;
}

function block(subject: SubjectVerdict, failOn: Severity, width: number, paint: Paint): readonly string[] {
  const problems = subject.errors.flatMap((problem) =>
    problemLines({ ...problem, subject: subjectKey(subject.subject) }, INDENT, width, paint),
  );
  const parts = [
    subjectLines(subject, width, paint),
    problems,
    checkLines(subject.checks, width, paint),
    findingLines(subject, failOn, width, paint),
    fixedLines(subject, width, paint),
  ];
  return parts.filter((part) => part.length > 0).flatMap((part, index) => (index === 0 ? part : ['', ...part]));
}

function problemLines(
  { kind, code, message, advice }: PlacedProblem,
  indent: number,
  width: number,
  paint: Paint,
): readonly string[] {
  const cells = [
    { lines: ['!'], style: 'yellow' },
    {
      lines: [`${problemWord(kind)}: ${plain(message, 500)} (${plain(code, 80)})`, `next: ${plain(advice, 500)}`],
      style: 'plain',
    },
  ] as const;
  return columns(cells, [1, width - indent - 3], indent, paint);
}
