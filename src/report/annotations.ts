import type { Finding } from '../model/finding.ts';
import { reaches, type Severity } from '../model/severity.ts';
import { subjectKey } from '../model/subject.ts';
import type { SubjectVerdict, Verdict } from '../model/verdict.ts';
import { compareFindings, gates } from './order.ts';
import { allProblems } from './problems.ts';
import { standingOf } from './standing.ts';
import { plain } from './text/plain.ts';
import { counted, severityText, subjectMatter } from './text/words.ts';

/** A message that GitHub shows in the run and, with a file, at the line of a change. */
export interface Annotation {
  readonly level: 'error' | 'warning' | 'notice';
  readonly title: string;
  /** May have several lines. */
  readonly message: string;
  /** Path in the repository; null for what has no place there. */
  readonly file: string | null;
  readonly startLine: number | null;
  readonly endLine: number | null;
}

/** GitHub shows ten of each level a step, and drops the others without a word. */
const LIMIT = 10;
/** The step's own failure message takes one of the ten errors. */
const ERROR_LIMIT = LIMIT - 1;
/** Problems stand in the failure message too, so they must not push all findings away. */
const PROBLEM_LIMIT = 3;
const NAMED = 3;

/**
 * At most ten annotations: what could not be verified, then places with findings that gate, then other places, each
 * worst first. A line is annotated once, however many findings it has: a base image may bring hundreds at its FROM.
 * What somebody accepted is never among them: it would be said again at every run.
 */
export function selectAnnotations(verdict: Verdict): Annotation[] {
  const problems = allProblems(verdict).slice(0, PROBLEM_LIMIT);
  const places = verdict.subjects.flatMap(placesOf).sort((a, b) => compareFindings(a.worst, b.worst));
  const annotations = [...problems.map(ofProblem), ...places.map(ofPlace)];
  const errors = annotations.filter(({ level }) => level === 'error').slice(0, ERROR_LIMIT);
  return [...errors, ...annotations.filter(({ level }) => level !== 'error')].slice(0, LIMIT);
}

function ofProblem({ kind, subject, code, message, advice }: ReturnType<typeof allProblems>[number]): Annotation {
  const what = kind === 'usage' ? 'Wrong input' : 'Could not verify';
  const title =
    subject === null ? `${what}: ${plain(code, 80)}` : `${what} ${kind === 'usage' ? 'for ' : ''}${plain(subject, 80)}`;
  const text = `${plain(message)}\n${plain(advice)}`;
  return { level: 'error', title, message: text, file: null, startLine: null, endLine: null };
}

interface Place {
  readonly subject: SubjectVerdict;
  readonly worst: Finding;
  /** Worst first, the worst included. */
  readonly findings: readonly Finding[];
}

function placesOf(subject: SubjectVerdict): readonly Place[] {
  const groups = new Map<string, Finding[]>();
  for (const finding of subject.findings.filter((one) => standingOf(one) !== 'waived').sort(compareFindings)) {
    const { location } = finding;
    const key = JSON.stringify([gates(finding), location?.file, location?.startLine, location?.endLine]);
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [finding]);
    else group.push(finding);
  }
  return [...groups.values()].flatMap((findings) => {
    const [worst] = findings;
    return worst === undefined ? [] : [{ subject, worst, findings }];
  });
}

function ofPlace({ subject, worst, findings }: Place): Annotation {
  const { location } = worst;
  const name = plain(subjectKey(subject.subject), 80);
  const gating = gates(worst);
  const alone = findings.length === 1;
  const lines = alone ? [plain(worst.message), plain(worst.fix)] : linesOfMany(findings);
  return {
    level: gating ? 'error' : reaches(worst.severity, 'high') ? 'warning' : 'notice',
    title: `${alone ? `${plain(worst.id, 80)} (${worst.severity})` : severityText(findings.map(severityOf))} in ${name}`,
    message: (gating ? lines : [...lines, `Does not gate: ${plain(worst.reason)}`]).join('\n'),
    file: location?.file ?? null,
    startLine: location?.startLine ?? null,
    endLine: location?.endLine ?? null,
  };
}

function linesOfMany(findings: readonly Finding[]): readonly string[] {
  const named = findings.slice(0, NAMED).map((finding) => {
    const head = `${plain(finding.id, 80)} (${finding.severity}): ${subjectMatter(finding)}`;
    return finding.kind === 'advisory' ? head : `${head} ${plain(finding.fix)}`;
  });
  const more = findings.length - named.length;
  return more > 0 ? [...named, `and ${counted(more, 'other finding')}`] : named;
}

function severityOf(finding: Finding): Severity {
  return finding.severity;
}
