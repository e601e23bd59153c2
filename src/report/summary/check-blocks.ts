import type { Answer, Check } from '../../model/check.ts';
import { subjectKey } from '../../model/subject.ts';
import type { Verdict } from '../../model/verdict.ts';
import { counted } from '../text/words.ts';
import { type Block, rowsOf } from './budget.ts';
import { code, escapeMarkdown, prose, row, tableHead } from './markdown.ts';

interface PlacedCheck {
  readonly subject: string;
  readonly check: Check;
}

/** So many reasons are read at once; a longer list is folded. */
const FEW = 8;

/** The checks that could not be decided: a row for each reason, because many have the same one. */
export function undecidedBlocks(verdict: Verdict): readonly Block[] {
  const placed = placedChecks(verdict).filter(answered('unknown'));
  if (placed.length === 0) return [];
  const rows = [...Map.groupBy(placed, ({ subject, check }) => JSON.stringify([subject, check.reason])).values()];
  const title = `${counted(placed.length, 'check')} without an answer`;
  const isFolded = rows.length > FEW;
  return [
    {
      head: `${isFolded ? `<details><summary>${title}</summary>` : `### ${title}`}\n\n${tableHead(['Subject', 'Check', 'Why it is not known'])}\n`,
      rows: rowsOf(rows, undecidedRow),
      tail: isFolded ? '\n</details>\n\n' : '\n',
      omitted: (count) => `\n… and for ${counted(count, 'more reason')}, see report.json`,
    },
  ];
}

function undecidedRow(same: readonly PlacedCheck[]): string {
  const [first] = same;
  if (first === undefined) return '';
  const names = same.length === 1 ? title(first.check) : same.map(({ check }) => code(check.rule, 80)).join(', ');
  return row([escapeMarkdown(first.subject, 120), names, prose(first.check.reason)]);
}

/** All checks with an answer, folded: people want to see what was looked at. */
export function lookedBlocks(verdict: Verdict): readonly Block[] {
  const placed = placedChecks(verdict);
  const passed = placed.filter(answered('pass'));
  const failed = placed.filter(answered('fail'));
  const shown = [...passed, ...failed, ...placed.filter(answered('not-applicable'))];
  if (shown.length === 0) return [];
  const summary = `What was looked at: ${counted(passed.length, 'check')} passed, ${failed.length} failed`;
  return [
    {
      head: `<details><summary>${summary}</summary>\n\n${tableHead(['Subject', 'Check', 'Answer', 'Reason'])}\n`,
      rows: rowsOf(shown, ({ subject, check }) =>
        row([escapeMarkdown(subject, 120), title(check), ANSWER_TEXT[check.answer], prose(check.reason)]),
      ),
      tail: '\n</details>\n\n',
      omitted,
    },
  ];
}

function placedChecks({ subjects }: Verdict): readonly PlacedCheck[] {
  return subjects.flatMap(({ subject, checks }) => checks.map((check) => ({ subject: subjectKey(subject), check })));
}

const ANSWER_TEXT: Readonly<Record<Answer, string>> = {
  pass: '✅ pass',
  fail: '❌ fail',
  unknown: '❔ unknown',
  'not-applicable': 'not applicable',
};

function title(check: Check): string {
  return `${code(check.rule, 80)} ${escapeMarkdown(check.title, 120)}`;
}

function answered(answer: Answer): (placed: PlacedCheck) => boolean {
  return ({ check }) => check.answer === answer;
}

function omitted(count: number): string {
  return `\n… ${counted(count, 'more check')} in report.json`;
}
