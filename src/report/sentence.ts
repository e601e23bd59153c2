import { subjectKey } from '../model/subject.ts';
import type { Verdict } from '../model/verdict.ts';
import { gatingFindings, type PlacedFinding } from './order.ts';
import { allProblems, type PlacedProblem, problemWord } from './problems.ts';
import { countStandings } from './standing.ts';
import { inert } from './text/inert.ts';
import { plain } from './text/plain.ts';
import { counted, lineText, listed, severityText } from './text/words.ts';

/** How many findings or problems a sentence names. */
const NAMED = 3;

/** What is said, and whom it is about. */
interface Clause {
  readonly what: string;
  /** The worst by name; empty when there is nothing to name. */
  readonly named: readonly string[];
  readonly total: number;
}

/** The verdict in one sentence of one line: how much is wrong, and the worst three things by name. */
export function sentence(verdict: Verdict): string {
  const text = clauses(verdict)
    .map(({ what, named, total }) => (named.length === 0 ? what : `${what}: ${withMore(named, total)}`))
    .join('; ');
  return inert(`${text.slice(0, 1).toUpperCase()}${text.slice(1)}.`);
}

/** The same without names, for a heading; without a full stop. */
export function headline(verdict: Verdict): string {
  return clauses(verdict)
    .map(({ what }) => what)
    .join('; ');
}

function clauses(verdict: Verdict): readonly Clause[] {
  const failing = gatingFindings(verdict);
  const problems = allProblems(verdict);
  const errors = verdict.verdict === 'error' || problems.length > 0 ? [errorClause(verdict, problems)] : [];
  const failures = failing.length > 0 ? [failClause(failing)] : [];
  const found = [...errors, ...failures];
  return found.length > 0 ? found : [passClause(verdict)];
}

function errorClause(verdict: Verdict, problems: readonly PlacedProblem[]): Clause {
  const unverified = verdict.subjects.filter((subject) => subject.verdict === 'error').length;
  const many = verdict.subjects.length;
  const what = unverified === 0 ? 'the run' : many === 1 ? '1 subject' : `${unverified} of ${many} subjects`;
  const isInput = problems.length > 0 && problems.every(({ kind }) => kind === 'usage');
  return {
    what: isInput ? `wrong input for ${what}` : `${problemWord('verify')} ${what}`,
    named: problems.slice(0, NAMED).map(problemText),
    total: problems.length,
  };
}

function problemText({ subject, message }: PlacedProblem): string {
  // A message within a sentence does not end it.
  const text = plain(message, 200).replace(/[.\s]+$/u, '');
  // Problems of an image begin with its name.
  return subject === null || text.startsWith(`${subject}: `) ? text : `${plain(subject, 80)}: ${text}`;
}

function failClause(failing: readonly PlacedFinding[]): Clause {
  const subjects = new Set(failing.map(({ subject }) => subject)).size;
  const severities = severityText(failing.map(({ finding }) => finding.severity));
  const what = `${counted(failing.length, 'finding fails', 'findings fail')} the gate in ${counted(subjects, 'subject')}`;
  return { what: `${what} (${severities})`, named: firstNames(failing), total: failing.length };
}

/** Two findings of one rule on one line have one name, which is said once. */
function firstNames(failing: readonly PlacedFinding[]): readonly string[] {
  const names = new Set<string>();
  for (const placed of failing) {
    names.add(findingText(placed));
    if (names.size === NAMED) break;
  }
  return [...names];
}

function findingText({ finding, subject }: PlacedFinding): string {
  const name = plain(finding.image?.package ?? '', 80);
  const where = finding.location === null ? plain(subjectKey(subject.subject), 80) : lineText(finding.location);
  return `${plain(finding.id, 80)}${name === '' ? '' : ` in ${name}`} (${where})`;
}

function passClause(verdict: Verdict): Clause {
  const { grace, waived, shown } = countStandings(verdict.subjects);
  const findings = grace + waived + shown;
  const checked = counted(verdict.subjects.length, 'subject');
  const kinds = [waived > 0 ? `${waived} waived` : '', grace > 0 ? `${grace} in grace` : ''].filter(Boolean);
  const told = kinds.length === 0 ? '' : ` (${kinds.join(', ')})`;
  const without = `; ${counted(findings, 'finding does', 'findings do')} not gate${told}`;
  return { what: `nothing fails the gate in ${checked}${findings === 0 ? '' : without}`, named: [], total: 0 };
}

function withMore(named: readonly string[], total: number): string {
  const more = total - named.length;
  return more > 0 ? `${named.join(', ')} and ${more} more` : listed(named);
}
