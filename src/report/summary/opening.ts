import type { Verdict, VerdictWord } from '../../model/verdict.ts';
import { headline } from '../sentence.ts';
import { comparisonText, missingBaselines } from '../standing.ts';
import type { Block } from './budget.ts';
import { escapeMarkdown, prose } from './markdown.ts';
import { nextSteps } from './next-steps.ts';

const MARKS: Readonly<Record<VerdictWord, string>> = { pass: '✅', fail: '❌', error: '⚠️' };

/** As many reasons for a missing comparison are told at the top as there is room for at a glance. */
const REASONS = 3;

/** The verdict with its reason, what it was compared with, and what to do next. */
export function opening(verdict: Verdict): Block {
  const head = `## ${MARKS[verdict.verdict]} Image gate: ${verdict.verdict}, ${escapeMarkdown(headline(verdict))}\n\n`;
  return { head: head + comparison(verdict), rows: nextSteps(verdict), tail: '\n', omitted: () => '' };
}

function comparison(verdict: Verdict): string {
  const missing = missingBaselines(verdict);
  const said = verdict.baseline === null && missing.length > 0 ? '' : comparisonText(verdict);
  const paragraphs = [escapeMarkdown(said, 500), ...missing.slice(0, REASONS).map((reason) => prose(reason, 500))];
  return paragraphs
    .filter((text) => text !== '')
    .map((text) => `${text}\n\n`)
    .join('');
}
