import { describe, expect, test } from '@jest/globals';
import type { ImageConfig } from '../../src/model/image.ts';
import { healthcheckRunnable } from '../../src/rules/healthcheck-runnable.ts';
import { image, judge, judgeText } from '../support/evidence.ts';
import { imageWith, type Tree } from '../support/image-tree.ts';

const TIMES = { interval: 0, timeout: 0, startPeriod: 0, startInterval: 0, retries: 0 };
const BUSYBOX = {
  '/bin/busybox': { program: 'amd64' },
  '/bin/sh': { link: '/bin/busybox' },
  '/usr/bin/wget': { link: '/bin/busybox' },
  '/usr/bin/pgrep': { link: '/bin/busybox' },
  '/bin/grep': { link: '/bin/busybox' },
} as const;

function check(files: Tree, healthTest: readonly string[], config: Partial<ImageConfig> = {}) {
  return judge(healthcheckRunnable, {
    image: imageWith(files, { healthcheck: { ...TIMES, test: healthTest }, ...config }),
  });
}

describe('shell form', () => {
  test.each([
    ['wget -q -O- http://127.0.0.1/health || exit 1'],
    ['if [ "$T" = http ]; then wget -q x; else pgrep -x node; fi'],
    ['test "$(wget -q -O- x)" = ok'],
    ['! pgrep zombie'],
    ['command -v curl >/dev/null && curl -f x || wget -q x'],
    ['probe() { wget -q x; }; probe || exit 1'],
    ['wget -q -O- x | grep -q ok'],
    ['[ -f /tmp/ready ] && :'],
    ['"$PROBE" --check'],
    ['timeout 3 wget -q x'],
  ])('runs: %s', (text) => {
    expect(check({ ...BUSYBOX, '/usr/bin/timeout': { link: '/bin/busybox' } }, ['CMD-SHELL', text])).toMatchObject({
      answer: 'pass',
    });
  });

  test.each([
    ['curl -f http://127.0.0.1/health || exit 1', '"curl" is in no folder'],
    ['curl -f a || nc -z localhost 80', '"curl"'],
    ['wget -q -O- x | jq .ok', '"jq"'],
    ['test "$(curl -s x)" = ok', '"curl"'],
    ['/healthcheck.sh', '"/healthcheck.sh" is not in the image'],
    ['sh /app/check.sh', '"/app/check.sh" is not in the image'],
    ['exec python /app/hc.py', '"python"'],
    ['timeout 3 curl x', '"timeout"'],
  ])('cannot run: %s', (text, why) => {
    const { answer, reason, severity } = check(BUSYBOX, ['CMD-SHELL', text]);
    expect([answer, reason, severity]).toEqual(['fail', expect.stringContaining(why), null]);
  });

  test('a branch that cannot run is a warning', () => {
    const { violations } = check(BUSYBOX, ['CMD-SHELL', 'if [ "$T" = http ]; then curl x; else pgrep node; fi']);
    expect(violations).toMatchObject([{ severity: 'medium' }]);
  });

  test('distroless has no shell', () => {
    expect(check({ '/server': { program: 'amd64' } }, ['CMD-SHELL', '/server --health']).answer).toBe('fail');
  });

  test('SHELL of the image is the shell', () => {
    const shell = ['/bin/bash', '-o', 'pipefail', '-c'];
    expect(check({ '/bin/bash': { program: 'amd64' } }, ['CMD-SHELL', 'exit 1'], { shell }).answer).toBe('pass');
    expect(check(BUSYBOX, ['CMD-SHELL', 'exit 1'], { shell }).answer).toBe('fail');
  });
});

describe('exec form', () => {
  test('a script with its interpreter, as the user of the image', () => {
    const files = { ...BUSYBOX, '/hc.sh': { mode: 0o755, content: '#!/bin/sh\nexit 1\n' } };
    expect(check(files, ['CMD', '/hc.sh'], { user: '7' }).answer).toBe('pass');
    expect(
      check({ ...files, '/hc.sh': { mode: 0o700, content: '#!/bin/sh\n' } }, ['CMD', '/hc.sh'], { user: '7' }).answer,
    ).toBe('fail');
  });

  test.each([
    ['#!/bin/sh\ncurl -f http://a/ || exit 1\n', 'fail'],
    ['#!/bin/sh\nif [ -x /usr/bin/curl ]; then curl -f x; else wget -q x; fi\n', 'pass'],
    ['#!/bin/sh\n. /lib/probe.sh\nprobe x\n', 'pass'],
    ['#!/bin/sh\nprobe() { wget -q x; }\nprobe\n', 'pass'],
    ['#!/usr/bin/env python3\nimport os\n', 'pass'],
  ])('what a script calls: %j %s', (content, answer) => {
    const files = {
      ...BUSYBOX,
      '/usr/bin/env': { program: 'amd64' },
      '/usr/bin/python3': { program: 'amd64' },
    } as const;
    const judged = check({ ...files, '/hc.sh': { mode: 0o755, content } }, ['CMD', '/hc.sh']);
    expect(judged).toMatchObject({ answer, violations: answer === 'pass' ? [] : [{ severity: 'medium' }] });
  });

  test('builtins are no programs', () => {
    expect(check(BUSYBOX, ['CMD', 'exit', '0']).answer).toBe('fail');
  });

  test('another architecture', () => {
    expect(check({ '/probe': { program: 'arm64' } }, ['CMD', '/probe']).answer).toBe('fail');
  });
});

test('none, NONE and what is not known', () => {
  expect(check({}, ['NONE']).answer).toBe('not-applicable');
  expect(check({}, []).answer).toBe('not-applicable');
  expect(check(BUSYBOX, ['HTTP', 'x']).answer).toBe('unknown');
  expect(judge(healthcheckRunnable, { image: image({ healthcheck: { ...TIMES, test: ['CMD', '/x'] } }) }).answer).toBe(
    'unknown',
  );
  expect(judgeText(healthcheckRunnable, 'FROM scratch\nHEALTHCHECK CMD ["/x"]\nCMD ["/x"]\n').answer).toBe('unknown');
});
