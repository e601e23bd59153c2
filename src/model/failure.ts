import { errorCode, errorMessage } from './error-code.ts';
import type { Problem } from './verdict.ts';

/** What the user named is wrong: an option, a file, a combination. Exit code 2. */
export class UsageError extends Error implements Problem {
  override readonly name = 'UsageError';
  readonly kind = 'usage';
  readonly code: string;
  readonly advice: string;

  constructor(code: string, message: string, advice: string) {
    super(message);
    this.code = code;
    this.advice = advice;
  }
}

/** A tool, the network or an image failed, so nothing can be said about it. Exit code 3. */
export class VerifyError extends Error implements Problem {
  override readonly name = 'VerifyError';
  readonly kind = 'verify';
  readonly code: string;
  readonly advice: string;
  /** What the tool itself said (command, exit code, last lines), for `--debug`; may be long. */
  readonly detail: string;

  constructor(code: string, message: string, advice: string, detail = '') {
    super(message);
    this.code = code;
    this.advice = advice;
    this.detail = detail;
  }
}

/**
 * A failure as data for a report: the two kinds above, and what the operating system refused.
 * Anything else is a fault of this program and keeps flying.
 */
export function toProblem(error: unknown): Problem {
  const problem = problemOf(error);
  if (problem === null) throw error;
  return problem;
}

/** The same, with null for a fault of this program. */
export function problemOf(error: unknown): Problem | null {
  if (error instanceof UsageError || error instanceof VerifyError) {
    return { kind: error.kind, code: error.code, message: error.message, advice: error.advice };
  }
  return isSystemError(error) ? systemProblem(errorCode(error), errorMessage(error)) : null;
}

/** Node's errors of system calls name the call (nodejs.org/api/errors.html, "Class: SystemError"). */
function isSystemError(error: unknown): boolean {
  return typeof error === 'object' && error !== null && 'syscall' in error && errorCode(error) !== '';
}

function systemProblem(code: string, message: string): Problem {
  if (code === 'ENOSPC' || code === 'EDQUOT') {
    const advice = 'Free space, or point TMPDIR (in the action: the runner) at a larger disk.';
    return { kind: 'verify', code: 'disk-full', message: `The disk is full: ${message}.`, advice };
  }
  const advice = 'Check the path and its permissions.';
  return { kind: 'verify', code: 'system-error', message: `The system refused: ${message}.`, advice };
}

/** What only a person who looks for the cause wants to see: the tool's own words and the stack. */
export function detailOf(error: unknown): string {
  const stack = error instanceof Error ? (error.stack ?? '') : '';
  return error instanceof VerifyError && error.detail !== '' ? `${error.detail}\n${stack}` : stack;
}
