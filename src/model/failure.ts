import type { Problem } from './verdict.ts';

/** What the user named is wrong: an option, a file, a combination. Exit code 2. */
export class UsageError extends Error implements Problem {
  override readonly name = 'UsageError';
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

/** A failure as data for a report. Anything but the two kinds above is a fault of this program and keeps flying. */
export function toProblem(error: unknown): Problem {
  if (error instanceof UsageError || error instanceof VerifyError) {
    return { code: error.code, message: error.message, advice: error.advice };
  }
  throw error;
}
