import { expect, test } from '@jest/globals';
import { failedTests, jestSummary } from '../../scripts/lib/jest-summary.ts';

const RESULTS = {
  numPassedTests: 10,
  numFailedTests: 0,
  numPendingTests: 2,
  numTodoTests: 1,
  numRuntimeErrorTestSuites: 0,
  testResults: [],
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

test('what failed has its file, its name and why; a file that did not load too', () => {
  const passed = { fullName: 'a works', status: 'passed', failureMessages: [] };
  const testResults = [
    { name: 'one.test.ts', message: '', assertionResults: [passed] },
    {
      name: 'two.test.ts',
      message: 'all of it',
      assertionResults: [passed, { fullName: 'b works', status: 'failed', failureMessages: ['it does not'] }],
    },
    { name: 'three.test.ts', message: 'Cannot find module', assertionResults: [] },
  ];
  expect(failedTests(JSON.stringify({ ...RESULTS, testResults }))).toEqual([
    { file: 'two.test.ts', test: 'b works', why: 'it does not' },
    { file: 'three.test.ts', test: null, why: 'Cannot find module' },
  ]);
  expect(failedTests(null)).toEqual([]);
});
