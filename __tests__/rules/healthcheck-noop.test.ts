import { expect, test } from '@jest/globals';
import { healthcheckNoop } from '../../src/rules/healthcheck-noop.ts';
import { judgeText } from '../support/evidence.ts';

const answer = (check: string): string =>
  judgeText(healthcheckNoop, `FROM scratch\nHEALTHCHECK CMD ${check}\nCMD ["/x"]\n`).answer;

test.each([
  ['true'],
  [':'],
  ['exit 0'],
  ['["/bin/true"]'],
  ['["echo", "ok"]'],
  ['curl -f http://a/ || exit 0'],
  ['curl -f http://a/ || :'],
  ['curl -f http://a/ || echo down'],
  ['curl -f http://a/ ; true'],
  ['ps aux | grep node'],
  ['ps -ef | grep -q server.js || exit 1'],
  ['pgrep -f "node server" || exit 1'],
  ['["sh", "-c", "curl http://a/ || true"]'],
])('always succeeds: %s', (check) => {
  expect(answer(check)).toBe('fail');
});

test.each([
  ['curl -f http://a/ || exit 1'],
  ['curl -f http://a/ || false'],
  ['curl -f http://a/ && exit 0 || exit 1'],
  ['curl -f http://a/ || exit 1; exit 0'],
  ['set -e; curl -f http://a/; exit 0'],
  ['if [ "$T" = stdio ]; then exit 0; fi; curl -f http://a/'],
  ['ps aux | grep [n]ode'],
  ['ps aux | grep node | grep -v grep'],
  ['pgrep -x node || exit 1'],
  ['pgrep -f "[n]ode server" || exit 1'],
  ['pgrep -f "^node" || exit 1'],
  ['["pgrep", "-f", "server.js"]'],
  ['pgrep -f server.js'],
  ['["/server", "--health"]'],
  ['sleep 1 && curl -f http://a/'],
  ['echo asking; curl -f http://a/'],
])('can fail: %s', (check) => {
  expect(answer(check)).toBe('pass');
});

test('none and NONE', () => {
  expect(judgeText(healthcheckNoop, 'FROM scratch\nCMD ["/x"]\n').answer).toBe('not-applicable');
  expect(judgeText(healthcheckNoop, 'FROM scratch\nHEALTHCHECK NONE\nCMD ["/x"]\n').answer).toBe('not-applicable');
  expect(judgeText(healthcheckNoop, 'FROM acme/x\nCMD ["/x"]\n').answer).toBe('unknown');
});
