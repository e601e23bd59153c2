import type { Verdict } from '../model/verdict.ts';
import type { Mode } from '../settings/settings.ts';

/** 0 pass, 1 the policy says no, 2 wrong usage or input, 3 could not verify; of several, 2 before 3 before 1 before 0. */
export type ExitCode = 0 | 1 | 2 | 3;

/** @param mode `report` lets a fail pass; it never hides that something could not be verified. */
export function exitCodeOf(verdict: Verdict, mode: Mode): ExitCode {
  const problems = [...verdict.errors, ...verdict.subjects.flatMap(({ errors }) => errors)];
  if (problems.some(({ kind }) => kind === 'usage')) return 2;
  if (verdict.verdict === 'error') return 3;
  return verdict.verdict === 'fail' && mode === 'enforce' ? 1 : 0;
}
