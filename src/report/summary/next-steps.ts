import type { Verdict } from '../../model/verdict.ts';
import { lastResort, type NextStep, nextSteps as stepsOf } from '../next-steps.ts';
import { lineText } from '../text/words.ts';
import { code, prose } from './markdown.ts';

/** What to do next, as lines of Markdown: at most three things, the most pressing first, and the last resort. */
export function nextSteps(verdict: Verdict): readonly string[] {
  const steps = stepsOf(verdict).map(stepText);
  if (steps.length === 0) return ['Nothing has to be done.'];
  const last = lastResort(verdict);
  return [
    '**What to do next**',
    '',
    ...steps.map((step, index) => `${index + 1}. ${step}`),
    ...(last === null ? [] : ['', prose(last)]),
  ];
}

function stepText({ location, text }: NextStep): string {
  return location === null ? prose(text) : `${code(lineText(location))}: ${prose(text)}`;
}
