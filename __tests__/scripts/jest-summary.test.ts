import { expect, test } from '@jest/globals';
import { jestSummary } from '../../scripts/lib/jest-summary.ts';

const RESULTS = {
  numPassedTests: 10,
  numFailedTests: 0,
  numPendingTests: 2,
  numTodoTests: 1,
  numRuntimeErrorTestSuites: 0,
};

test.each([
  [RESULTS, '10 passed, 0 failed, 3 skipped'],
  [{ ...RESULTS, numFailedTests: 4 }, '10 passed, 4 failed, 3 skipped'],
  [{ ...RESULTS, numRuntimeErrorTestSuites: 1 }, '10 passed, 1 failed, 3 skipped'],
])('%j', (results, expected) => {
  expect(jestSummary(JSON.stringify(results))).toBe(expected);
});

test('no results at all are a failure', () => {
  expect(jestSummary(null)).toBe('0 passed, 1 failed, 0 skipped');
});
