import type { Answer, Check } from '../../model/check.ts';
import type { Verdict } from '../../model/verdict.ts';
import { counted } from '../text/words.ts';
import type { Block } from './budget.ts';
import { code, escapeMarkdown, prose, row, tableHead } from './markdown.ts';

interface PlacedCheck {
  readonly subject: string;
  readonly check: Check;
}

/** The checks that could not be decided, with the reason. */
export function undecidedBlocks(verdict: Verdict): readonly Block[] {
  const placed = placedChecks(verdict).filter(answered('unknown'));
  if (placed.length === 0) return [];
  const headings = ['Subject', 'Check', 'Why it is not known'];
  return [
    {
      head: `### ${counted(placed.length, 'check')} without an answer\n\n${tableHead(headings)}\n`,
      rows: placed.map(({ subject, check }) => row([escapeMarkdown(subject, 120), title(check), prose(check.reason)])),
      tail: '\n',
      omitted,
    },
  ];
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
      rows: shown.map(({ subject, check }) =>
        row([escapeMarkdown(subject, 120), title(check), ANSWER_TEXT[check.answer], prose(check.reason)]),
      ),
      tail: '\n</details>\n\n',
      omitted,
    },
  ];
}

function placedChecks({ subjects }: Verdict): readonly PlacedCheck[] {
  return subjects.flatMap(({ subject, checks }) => checks.map((check) => ({ subject: subject.name, check })));
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
