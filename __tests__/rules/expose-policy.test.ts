import { describe, expect, test } from '@jest/globals';
import { exposePolicy } from '../../src/rules/expose-policy.ts';
import { dockerfile, image, judge, judgeText } from '../support/evidence.ts';

describe('expose-policy', () => {
  test('each stray port is one violation at the line that exposes it', () => {
    const { violations } = judgeText(exposePolicy, 'FROM scratch\nEXPOSE 3000\nEXPOSE 22 9229/tcp\nCMD ["x"]\n');
    expect(violations.map(({ place, location }) => [place, location?.startLine])).toEqual([
      ['port:22/tcp', 3],
      ['port:9229/tcp', 3],
    ]);
  });

  test('a port that only the image shows comes from the base: FROM is its line', () => {
    const parts = {
      dockerfile: dockerfile('FROM acme/base:1\nEXPOSE 3000\nCMD ["x"]\n'),
      image: image({ exposedPorts: ['22/tcp', '3000/tcp'] }),
    };
    expect(judge(exposePolicy, parts).violations).toMatchObject([
      { place: 'port:22/tcp', location: { startLine: 1 }, fix: expect.stringContaining('base image exposes 22/tcp') },
    ]);
  });

  test('an unresolved base leaves it open', () => {
    expect(judgeText(exposePolicy, 'FROM acme/base:1\nEXPOSE 3000\nCMD ["x"]\n').answer).toBe('unknown');
  });

  test('a port from a variable of the base leaves it open', () => {
    expect(judgeText(exposePolicy, 'FROM acme/base:1\nEXPOSE $PORT\nCMD ["x"]\n').answer).toBe('unknown');
  });

  test('without a list there is nothing to hold', () => {
    expect(judgeText(exposePolicy, 'FROM scratch\nEXPOSE 22\nCMD ["x"]\n', { allowedPorts: null }).answer).toBe(
      'not-applicable',
    );
  });
});
