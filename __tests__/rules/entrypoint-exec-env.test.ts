import { describe, expect, test } from '@jest/globals';
import { entrypointExecEnv } from '../../src/rules/entrypoint-exec-env.ts';
import { dockerfile, image, judge, judgeText } from '../support/evidence.ts';
import { imageWith } from '../support/image-tree.ts';

describe('exec forms', () => {
  test.each([
    ['ENTRYPOINT ["mcp-server-time", "--local-timezone", "${LOCAL_TIMEZONE:-America/New_York}"]', 'fail'],
    ['CMD ["node", "a.js", "$PORT"]', 'fail'],
    ['ENTRYPOINT ["tini", "--", "node", "$APP"]', 'fail'],
    ['ENTRYPOINT ["$HOME/a"]', 'fail'],
    ['ENTRYPOINT ["/a"]\nCMD ["--port", "${PORT}"]', 'fail'],
    ['CMD ["python", "-m", "a", "--port=$PORT"]', 'fail'],
    ['ENTRYPOINT ["sh", "-c", "a $PORT"]', 'pass'],
    ['ENTRYPOINT ["/bin/bash", "-euo", "pipefail", "-c", "a $PORT"]', 'pass'],
    ['ENTRYPOINT ["/usr/bin/env", "bash", "-c", "a $PORT"]', 'pass'],
    ['ENTRYPOINT ["su-exec", "app", "sh", "-c", "a $PORT"]', 'pass'],
    ['ENTRYPOINT a $PORT', 'pass'],
    ['CMD a $PORT', 'pass'],
    ['ENTRYPOINT ["/a"]\nCMD b $PORT', 'pass'],
    ['CMD ["node", "-e", "console.log(`${x}`)"]', 'pass'],
    ['CMD ["python3", "-c", "print(\'$x\')"]', 'pass'],
    ['CMD ["awk", "{ print $x }"]', 'pass'],
    ['CMD ["a", "^x$", "$1", "100$", "\\\\$PORT", "$$PORT"]', 'pass'],
    ['CMD ["powershell", "-Command", "$x"]', 'pass'],
    ['ENTRYPOINT ["/entry.sh"]\nCMD ["a", "$PORT"]', 'unknown'],
    ['ENTRYPOINT ["sh", "/a.sh", "$PORT"]', 'unknown'],
    ['ENTRYPOINT ["java", "-jar", "a.jar", "--server.port=${PORT}"]', 'unknown'],
    ['HEALTHCHECK CMD ["a", "$PORT"]\nCMD ["b"]', 'pass'],
    ['COPY a /', 'not-applicable'],
  ])('%s: %s', (text, expected) => {
    expect(judgeText(entrypointExecEnv, `FROM scratch\n${text}\n`).answer).toBe(expected);
  });
});

test('the place is the one that holds the variable', () => {
  const text = 'FROM scratch\nENTRYPOINT ["/a"]\nCMD ["$PORT"]\n';
  expect(judgeText(entrypointExecEnv, text).violations).toMatchObject([{ location: { startLine: 3 } }]);
});

test('a base that is not at hand: CMD that names a program is certain enough, arguments are not', () => {
  expect(judgeText(entrypointExecEnv, 'FROM node:24\nCMD ["node", "$PORT"]\n').answer).toBe('fail');
  expect(judgeText(entrypointExecEnv, 'FROM acme/base:1\nCMD ["--port", "$PORT"]\n').answer).toBe('unknown');
  expect(judgeText(entrypointExecEnv, 'FROM acme/base:1\nUSER 1\n').answer).toBe('unknown');
});

test.each([
  ['#!/bin/sh\nset -e\nexec "$@"\n', 'fail'],
  ['#!/bin/sh\neval exec "$@"\n', 'unknown'],
  ['#!/bin/sh\nexec server "$1"\n', 'unknown'],
])('the script of ENTRYPOINT decides: %j %s', (content, expected) => {
  const config = { entrypoint: ['/entry.sh'], cmd: ['a', '$PORT'] };
  const built = imageWith({ '/entry.sh': { mode: 0o755, content } }, config);
  expect(judge(entrypointExecEnv, { image: built }).answer).toBe(expected);
});

test('the built image alone decides, and values of arguments are never printed', () => {
  const built = image({ entrypoint: ['/a', '--token=hunter2-$PORT'] });
  const { answer, reason } = judge(entrypointExecEnv, {
    image: built,
    dockerfile: dockerfile('FROM scratch\nENTRYPOINT ["/a"]\n'),
  });
  expect(answer).toBe('fail');
  expect(reason).toContain('$PORT');
  expect(reason).not.toContain('hunter2');
});

test('a long hostile word costs no time', () => {
  const start = performance.now();
  judge(entrypointExecEnv, {
    image: image({ entrypoint: ['/a', '${'.repeat(500_000), `\${${'a'.repeat(1_000_000)}`] }),
  });
  expect(performance.now() - start).toBeLessThan(2_000);
});
