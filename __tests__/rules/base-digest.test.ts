import { describe, expect, test } from '@jest/globals';
import { baseDigest } from '../../src/rules/base-digest.ts';
import { checkRule } from '../../src/rules/check.ts';
import { dockerfile, evidence, judge, judgeText } from '../support/evidence.ts';

const DIGEST = `sha256:${'a'.repeat(64)}`;

describe('base-digest', () => {
  test('one violation an image, at its line, without its tag in the place', () => {
    const text = `FROM node:24 AS a\nFROM node:22 AS b\nFROM alpine:3.22@${DIGEST}\nCOPY --from=a / /a\nCOPY --from=b / /b\n`;
    expect(judgeText(baseDigest, text).violations).toMatchObject([
      { place: 'image:docker.io/library/node', location: { startLine: 1 } },
    ]);
  });

  test('a digest behind a registry with a port', () => {
    expect(judgeText(baseDigest, `FROM localhost:5000/base@${DIGEST}\n`).answer).toBe('pass');
  });

  test('an image of a stage that is not built does not count', () => {
    expect(judgeText(baseDigest, `FROM node:24 AS unused\nFROM alpine@${DIGEST}\n`).answer).toBe('pass');
  });

  test('a variable without a value leaves it open', () => {
    expect(judgeText(baseDigest, 'ARG BASE\nFROM ${BASE}\n').answer).toBe('unknown');
    expect(judgeText(baseDigest, `ARG D\nFROM node@\${D}\n`).answer).toBe('unknown');
  });

  test('a note by default, demanded by the strict profile', () => {
    const parts = evidence({ dockerfile: dockerfile('FROM node:24\n') });
    const options = { transport: 'auto', allowedBases: [], allowedPorts: null } as const;
    const rated = (['mcp', 'container', 'strict'] as const).map((profile) => {
      const usual = baseDigest.severity[profile];
      return usual === 'off' ? 'off' : checkRule(baseDigest, usual, parts, { ...options, profile }).severity;
    });
    expect(rated).toEqual(['low', 'low', 'high']);
  });

  test('an image alone does not tell', () => {
    expect(judge(baseDigest, {}).answer).toBe('unknown');
  });

  test('what this repository builds itself has no digest yet; all else is still asked for', () => {
    const text = dockerfile('FROM ghcr.io/acme/base:1\nCOPY --from=busybox:1.37 /bin/sh /sh\n');
    const [base, ...others] = text.pulledImages.map((image) => ({ ...image, builtBy: 'base/Dockerfile' }));
    const [, tools] = text.pulledImages;
    if (base === undefined || tools === undefined) throw new Error('two images are pulled');
    const judged = (pulledImages: typeof text.pulledImages) =>
      judge(baseDigest, { dockerfile: { ...text, pulledImages } });
    expect(judged([base, tools]).violations.map(({ place }) => place)).toEqual(['image:docker.io/library/busybox']);
    expect(judged([base, ...others])).toMatchObject({
      answer: 'pass',
      reason: expect.stringContaining('built by this repository'),
    });
    expect(judged(text.pulledImages).violations).toHaveLength(2);
  });
});
