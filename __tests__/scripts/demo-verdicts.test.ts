import { expect, test } from '@jest/globals';
import { CARELESS, HARDENED, unexpectedVerdict } from '../../scripts/lib/demo-verdicts.ts';

const ADVISORY = { kind: 'advisory' };

test('the expected verdicts', () => {
  expect(unexpectedVerdict(report('pass', 'fail', [ADVISORY]), 1, false)).toBeNull();
});

test.each([
  ['error', 'fail', [ADVISORY], 1, 'hardened-server should pass, and its verdict is error'],
  ['fail', 'fail', [ADVISORY], 1, 'hardened-server should pass, and its verdict is fail'],
  ['pass', 'pass', [], 0, 'careless-server should fail, and its verdict is pass'],
  ['pass', 'error', [ADVISORY], 3, 'careless-server should fail, and its verdict is error'],
  ['pass', 'fail', [{ kind: 'rule' }], 1, 'careless-server has no advisory, although Trivy should find several'],
  ['pass', 'fail', [ADVISORY], 0, 'the gate should end with 1, and ended with 0'],
  ['pass', 'fail', [ADVISORY], null, 'the gate should end with 1, and ended with a signal'],
])('hardened %s, careless %s', (hardened, careless, findings, exitCode, expected) => {
  expect(unexpectedVerdict(report(hardened, careless, findings), exitCode, false)).toBe(expected);
});

test('with the public database the hardened server may fail, but must have been judged', () => {
  expect(unexpectedVerdict(report('fail', 'fail', [ADVISORY]), 1, true)).toBeNull();
  expect(unexpectedVerdict(report('error', 'fail', [ADVISORY]), 3, true)).toContain('its verdict is error');
});

test('a report of another form, or without the examples', () => {
  expect(unexpectedVerdict('{}', 1, false)).toBe('report.json does not have the form image-gate/report/1');
  const empty = JSON.stringify({ schema: 'image-gate/report/1', subjects: [] });
  expect(unexpectedVerdict(empty, 1, false)).toBe('report.json does not name both examples');
});

function report(hardened: string, careless: string, findings: readonly object[]): string {
  return JSON.stringify({
    schema: 'image-gate/report/1',
    subjects: [
      { name: 'hardened-server', dockerfile: HARDENED, verdict: hardened, findings: [] },
      { name: 'careless-server', dockerfile: CARELESS, verdict: careless, findings },
    ],
  });
}
