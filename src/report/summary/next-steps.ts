import type { Finding } from '../../model/finding.ts';
import type { Verdict } from '../../model/verdict.ts';
import { gatingFindings } from '../order.ts';
import { allProblems } from '../problems.ts';
import { lineText } from '../text/words.ts';
import { code, prose } from './markdown.ts';

const STEPS = 3;

/** What to do next, as lines of Markdown: at most three things, the most pressing first. */
export function nextSteps(verdict: Verdict): readonly string[] {
  const advice = allProblems(verdict).map((problem) => prose(problem.advice));
  const fixes = gatingFindings(verdict).map(({ finding }) => fixOf(finding));
  const steps = [...new Set([...advice, ...fixes])].filter((step) => step !== '');
  if (steps.length === 0) return ['Nothing has to be done.'];
  const shown = steps.slice(0, STEPS).map((step, index) => `${index + 1}. ${step}`);
  return ['**What to do next**', '', ...shown];
}

function fixOf({ fix, location }: Finding): string {
  const text = prose(fix);
  return text === '' || location === null ? text : `${code(lineText(location))}: ${text}`;
}
