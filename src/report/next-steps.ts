import type { Finding } from '../model/finding.ts';
import type { Location } from '../model/location.ts';
import type { Verdict } from '../model/verdict.ts';
import { gatingFindings } from './order.ts';
import { allProblems } from './problems.ts';
import { plain } from './text/plain.ts';
import { lineText } from './text/words.ts';

/** One thing to do. */
export interface NextStep {
  /** The line that is to be changed; null for what has no place in the repository. */
  readonly location: Location | null;
  /** What stands between backticks is a name or an instruction. Text of any origin: renderers escape it. */
  readonly text: string;
}

const STEPS = 3;
const NAMED = 5;

/** What to do next, at most three things, the most pressing first; empty when nothing has to be done. */
export function nextSteps(verdict: Verdict): readonly NextStep[] {
  const steps = new Map<string, NextStep>();
  const add = (step: NextStep): void => {
    if (step.text !== '') steps.set(JSON.stringify([step.text, step.location && lineText(step.location)]), step);
  };
  for (const { advice } of allProblems(verdict)) add({ location: null, text: advice });
  const failing = gatingFindings(verdict).map(({ finding }) => finding);
  const bases = baseSteps(failing);
  for (const finding of failing) {
    if (steps.size >= STEPS) break;
    const { location, fix } = finding;
    add(bases.get(baseLine(finding) ?? '') ?? { location, text: fix });
  }
  return [...steps.values()].slice(0, STEPS);
}

/** The line of the FROM that brought a finding; null for what comes from elsewhere. */
function baseLine({ origin, location }: Finding): string | null {
  return origin === 'base' && location !== null ? lineText(location) : null;
}

/** One new base mends all that the old one brings: one step a FROM, by its line, not one a package. */
function baseSteps(failing: readonly Finding[]): ReadonlyMap<string, NextStep> {
  const lines = Map.groupBy(failing, (finding) => baseLine(finding) ?? '');
  lines.delete('');
  return new Map(
    [...lines].flatMap(([line, findings]) => {
      const location = findings[0]?.location ?? null;
      return findings.length < 2 ? [] : [[line, { location, text: newerBase(findings) }]];
    }),
  );
}

/**
 * How to accept what cannot be mended now; null when nothing fails that may be accepted. A credential never is: it has
 * to be revoked, whoever accepts that it stands there.
 */
export function lastResort(verdict: Verdict): string | null {
  const failing = gatingFindings(verdict).map(({ finding }) => finding);
  const acceptable = failing.filter(({ kind, id }) => kind !== 'secret' && !id.startsWith('secret-'));
  // What no version fixes is most in need of it.
  const chosen = acceptable.find(({ fixable }) => !fixable) ?? acceptable[0];
  if (chosen === undefined) return null;
  // The line is there to be copied into a shell.
  const id = /^[A-Za-z0-9][\w.-]{0,79}$/u.test(chosen.id) ? chosen.id : 'ID';
  return `What cannot be fixed now can be accepted for a while: \`image-gate waive ${id} --reason TEXT --expires YYYY-MM-DD\`.`;
}

function newerBase(findings: readonly Finding[]): string {
  const packages = [...new Set(findings.flatMap(({ image }) => image?.package ?? []))];
  const named = packages.slice(0, NAMED).map((name) => `\`${plain(name, 40).replaceAll('`', "'")}\``);
  const more = packages.length > NAMED ? ` and ${packages.length - NAMED} more` : '';
  const names = named.length === 0 ? '' : ` (${named.join(', ')}${more})`;
  const unfixed = findings.filter(({ fixable }) => !fixable).length;
  const without = unfixed === 0 ? '' : `, ${unfixed} of them without a fix yet`;
  return `Take a newer base image: ${findings.length} findings come with this one${names}${without}.`;
}
