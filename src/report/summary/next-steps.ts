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
  const failing = gatingFindings(verdict).map(({ finding }) => finding);
  const fixes = failing.map((finding) => baseStep(finding, failing) ?? fixOf(finding));
  const steps = [...new Set([...advice, ...fixes])].filter((step) => step !== '');
  if (steps.length === 0) return ['Nothing has to be done.'];
  const shown = steps.slice(0, STEPS).map((step, index) => `${index + 1}. ${step}`);
  return ['**What to do next**', '', ...shown];
}

/** One new base mends all that the old one brings: one step a FROM, not one a package. */
function baseStep({ origin, location }: Finding, failing: readonly Finding[]): string | null {
  if (origin !== 'base' || location === null) return null;
  const line = lineText(location);
  const same = failing.filter(
    (other) => other.origin === 'base' && other.location !== null && lineText(other.location) === line,
  );
  if (same.length < 2) return null;
  const packages = [...new Set(same.flatMap(({ image }) => image?.package ?? []))];
  const named = packages
    .slice(0, 5)
    .map((name) => code(name))
    .join(', ');
  const more = packages.length > 5 ? ` and ${packages.length - 5} more` : '';
  return `${code(line)}: Take a newer base image: ${same.length} findings come with this one (${named}${more}).`;
}

function fixOf({ fix, location }: Finding): string {
  const text = prose(fix);
  return text === '' || location === null ? text : `${code(lineText(location))}: ${text}`;
}
