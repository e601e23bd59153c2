import { z } from 'zod';

/** The part of `jest --json` that is used. */
const RESULTS = z.object({
  numPassedTests: z.number(),
  numFailedTests: z.number(),
  numPendingTests: z.number(),
  numTodoTests: z.number(),
  /** Test files that did not even load: none of their tests is counted anywhere. */
  numRuntimeErrorTestSuites: z.number(),
  testResults: z.array(
    z.object({
      name: z.string(),
      /** Why the file did not load; else all that its tests had to say. */
      message: z.string(),
      assertionResults: z.array(
        z.object({ fullName: z.string(), status: z.string(), failureMessages: z.array(z.string()) }),
      ),
    }),
  ),
});

/** A failed test, or a file of tests that did not load. */
export interface Failed {
  readonly file: string;
  /** Null for a whole file. */
  readonly test: string | null;
  readonly why: string;
}

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

/** What failed, in the order of the files: the end of a long log should not send its reader back to the middle. */
export function failedTests(text: string | null): readonly Failed[] {
  if (text === null) return [];
  return RESULTS.parse(JSON.parse(text)).testResults.flatMap(
    ({ name: file, message, assertionResults }): readonly Failed[] => {
      if (assertionResults.length === 0) return message === '' ? [] : [{ file, test: null, why: message }];
      return assertionResults
        .filter(({ status }) => status === 'failed')
        .map(({ fullName, failureMessages }) => ({ file, test: fullName, why: failureMessages.join('\n') }));
    },
  );
}
