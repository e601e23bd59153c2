import type { Verdict, VerdictWord } from '../../model/verdict.ts';
import { headline } from '../sentence.ts';
import type { Block } from './budget.ts';
import { escapeMarkdown } from './markdown.ts';
import { nextSteps } from './next-steps.ts';

const MARKS: Readonly<Record<VerdictWord, string>> = { pass: '✅', fail: '❌', error: '⚠️' };

/** The verdict with its reason, and what to do next. */
export function opening(verdict: Verdict): Block {
  const head = `## ${MARKS[verdict.verdict]} Image gate: ${verdict.verdict}, ${escapeMarkdown(headline(verdict))}\n\n`;
  return { head, rows: nextSteps(verdict), tail: '\n', omitted: () => '' };
}
