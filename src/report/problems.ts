import { subjectKey } from '../model/subject.ts';
import type { Problem, Verdict } from '../model/verdict.ts';

export interface PlacedProblem extends Problem {
  /** Name of the subject that it stands with, and its platform where there are several; null for a problem of the whole run. */
  readonly subject: string | null;
}

/** All that could not be verified: the run's own problems first, then each subject's. */
export function allProblems(verdict: Verdict): readonly PlacedProblem[] {
  return [
    ...verdict.errors.map((problem) => ({ ...problem, subject: null })),
    ...verdict.subjects.flatMap(({ subject, errors }) =>
      errors.map((problem) => ({ ...problem, subject: subjectKey(subject) })),
    ),
  ];
}

/** The two kinds in words: a user mends the one, and looks for the cause of the other. */
export function problemWord(kind: Problem['kind']): string {
  return kind === 'usage' ? 'wrong input' : 'could not verify';
}
