import { z } from 'zod';

/** The part of `jest --json` that is used. */
const RESULTS = z.object({
  numPassedTests: z.number(),
  numFailedTests: z.number(),
  numPendingTests: z.number(),
  numTodoTests: z.number(),
  /** Test files that did not even load: none of their tests is counted anywhere. */
  numRuntimeErrorTestSuites: z.number(),
});

/** One line that any CI can read: `N passed, N failed, N skipped`. `text` is what jest wrote, null when it wrote nothing. */
export function jestSummary(text: string | null): string {
  if (text === null) {
    return '0 passed, 1 failed, 0 skipped';
  }
  const results = RESULTS.parse(JSON.parse(text));
  const failed = results.numFailedTests + results.numRuntimeErrorTestSuites;
  const skipped = results.numPendingTests + results.numTodoTests;
  return `${results.numPassedTests} passed, ${failed} failed, ${skipped} skipped`;
}
