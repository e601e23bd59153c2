import type { Verdict } from '../../model/verdict.ts';
import { allProblems } from '../problems.ts';
import { counted } from '../text/words.ts';
import type { Block } from './budget.ts';
import { code, escapeMarkdown, prose } from './markdown.ts';

/** What could not be verified, each with its advice. */
export function problemBlocks(verdict: Verdict): readonly Block[] {
  const problems = allProblems(verdict);
  if (problems.length === 0) return [];
  const hasOnlyInput = problems.every(({ kind }) => kind === 'usage');
  const rows = problems.map(({ subject, code: id, message, advice }) => {
    const where = subject === null ? '' : `**${escapeMarkdown(subject, 120)}**: `;
    return `- ${where}${prose(message, 500)} *What to do:* ${prose(advice, 500)} (${code(id, 80)})`;
  });
  return [
    {
      head: hasOnlyInput ? '### ⚠️ Wrong input\n\n' : '### ⚠️ Could not be verified\n\n',
      rows,
      tail: '\n',
      omitted: (count) => `- … ${counted(count, 'more problem')} in report.json`,
    },
  ];
}
