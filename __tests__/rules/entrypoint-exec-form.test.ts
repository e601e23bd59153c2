import { describe, expect, test } from '@jest/globals';
import { entrypointExecForm } from '../../src/rules/entrypoint-exec-form.ts';
import { dockerfile, image, judge, judgeText } from '../support/evidence.ts';

describe('the Dockerfile', () => {
  test.each([
    ['CMD npm start', 'fail'],
    ['ENTRYPOINT node a.js', 'fail'],
    ["ENTRYPOINT ['node', 'a.js']", 'fail'],
    ['ENTRYPOINT ["/a"]\nCMD b', 'fail'],
    ['ENTRYPOINT echo exec a', 'fail'],
    ['ENTRYPOINT exec a | tee log', 'fail'],
    ['ENTRYPOINT exec a', 'pass'],
    ['ENTRYPOINT cd /app && exec a', 'pass'],
    ['SHELL ["/bin/bash", "-c"]\nCMD a', 'pass'],
    ['ENTRYPOINT ["/a"]\nCMD ["b"]', 'pass'],
    ['ENTRYPOINT ["/bin/sh", "-c", "a && b"]', 'pass'],
    ['CMD a\nENTRYPOINT ["/b"]\nCMD ["c"]', 'pass'],
    ['HEALTHCHECK CMD a || exit 1\nCMD ["c"]', 'pass'],
    ['COPY a /', 'not-applicable'],
  ])('%j: %s', (text, expected) => {
    expect(judgeText(entrypointExecForm, `FROM scratch\n${text}\n`).answer).toBe(expected);
  });

  test('a stage that is not the target does not count, an inherited form does', () => {
    expect(judgeText(entrypointExecForm, 'FROM scratch AS a\nCMD x\nFROM scratch\nCMD ["y"]\n').answer).toBe('pass');
    expect(judgeText(entrypointExecForm, 'FROM scratch AS a\nCMD x\nFROM a\nUSER 1\n').violations).toMatchObject([
      { location: { startLine: 2 } },
    ]);
  });

  test('with a base that is not at hand only a shell form is certain', () => {
    expect(judgeText(entrypointExecForm, 'FROM acme/base:1\nCMD ["a"]\n').answer).toBe('unknown');
    expect(judgeText(entrypointExecForm, 'FROM acme/base:1\nCMD a\n').answer).toBe('fail');
  });
});

describe('the image', () => {
  test.each([
    [{ entrypoint: ['/bin/sh', '-c', 'node a.js'] }, 'fail'],
    [{ entrypoint: ['/bin/sh', '-c', 'exec node a.js'] }, 'pass'],
    [{ entrypoint: ['node', 'a.js'], cmd: ['/bin/sh', '-c', 'x'] }, 'fail'],
    [{ entrypoint: ['/bin/sh', '-c', 'x'], shell: ['/bin/sh', '-c'] }, 'pass'],
    [{ entrypoint: ['node', 'a.js'] }, 'pass'],
  ])('%j: %s', (config, expected) => {
    expect(judge(entrypointExecForm, { image: image(config) }).answer).toBe(expected);
  });

  test('the Dockerfile tells a JSON form that starts a shell on purpose', () => {
    const words = ['/bin/sh', '-c', 'a'];
    const text = dockerfile(`FROM scratch\nENTRYPOINT ${JSON.stringify(words)}\n`);
    expect(judge(entrypointExecForm, { image: image({ entrypoint: words }), dockerfile: text }).answer).toBe('pass');
  });

  test('a Dockerfile that says otherwise does not overrule it', () => {
    const text = dockerfile('FROM scratch\nENTRYPOINT ["node"]\n');
    const built = image({ entrypoint: ['/bin/sh', '-c', 'a'] });
    expect(judge(entrypointExecForm, { image: built, dockerfile: text }).answer).toBe('fail');
  });
});
