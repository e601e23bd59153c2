import { describe, expect, test } from '@jest/globals';
import { finalStage } from '../../src/rules/final-stage.ts';
import { dockerfile, judge, judgeText } from '../support/evidence.ts';

describe('what was judged', () => {
  test('the target, and the stages that a build of it leaves out', () => {
    const text = 'FROM scratch AS build\nFROM scratch AS test\nFROM scratch AS docs\nFROM build AS final\n';
    expect(judgeText(finalStage, text).reason).toBe(
      'The target is stage final, the last one. Not built for it, so not judged: test, docs.',
    );
  });

  test('another target than the last stage', () => {
    const text = 'FROM scratch AS release\nFROM scratch AS dev\n';
    expect(judge(finalStage, { dockerfile: dockerfile(text, 'release') }).reason).toBe(
      'The target is stage release. Not built for it, so not judged: dev.',
    );
  });

  test('a list that is too long is cut', () => {
    const text = Array.from({ length: 100 }, (_, at) => `FROM scratch AS s${at}\n`).join('');
    expect(judgeText(finalStage, text).reason).toMatch(/s18, s19 and 79 more\.$/);
  });
});

describe('all of a stage', () => {
  const from = 'FROM node:24 AS build\nFROM node:24-slim\n';

  test.each([
    'COPY --from=build / /',
    'COPY --from=BUILD ./ /app',
    'COPY --from=0 /* /',
    'COPY --from=build ["/", "/x"]',
  ])('%s', (line) => {
    expect(judgeText(finalStage, `${from}${line}\n`).violations).toMatchObject([
      {
        place: 'copy:build',
        severity: 'medium',
        location: { startLine: 3 },
        related: [{ location: { startLine: 1 } }],
      },
    ]);
  });

  test.each([
    'COPY --from=build /app /',
    'COPY --from=build /app/. /app',
    'COPY . /',
    'ADD . /',
    'COPY --from=tonistiigi/xx:1 / /',
    'RUN --mount=from=build,target=/b cp /b/x /x',
    'COPY --from=build ${ROOT} /',
  ])('is not meant: %s', (line) => expect(judgeText(finalStage, `${from}${line}\n`).answer).toBe('pass'));

  test('a stage made of picked files may be copied whole, also through another one', () => {
    const text =
      'FROM node:24 AS build\nFROM scratch AS rootfs\nCOPY --from=build /app /app\nFROM scratch AS both\nCOPY --from=rootfs / /\nFROM alpine:3.22\nCOPY --from=both / /\n';
    expect(judgeText(finalStage, text).answer).toBe('pass');
  });

  test('but not one that was filled with a builder', () => {
    const text =
      'FROM node:24 AS build\nFROM scratch AS squashed\nCOPY --from=build / /\nFROM squashed AS more\nFROM scratch\nCOPY --from=more / /\n';
    expect(judgeText(finalStage, text).violations).toMatchObject([{ place: 'copy:more' }]);
  });

  test('ten thousand stages that copy each other end in time', () => {
    const stages = Array.from(
      { length: 10_000 },
      (_, at) => `FROM scratch AS s${at}\n${at === 0 ? '' : `COPY --from=s${at - 1} / /\n`}`,
    );
    const evidence = dockerfile(stages.join(''));
    const start = performance.now();
    expect(judge(finalStage, { dockerfile: evidence }).answer).toBe('pass');
    expect(performance.now() - start).toBeLessThan(2_000);
  });
});
