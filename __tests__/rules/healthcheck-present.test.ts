import { describe, expect, test } from '@jest/globals';
import { checkRule } from '../../src/rules/check.ts';
import { healthcheckPresent } from '../../src/rules/healthcheck-present.ts';
import { dockerfile, evidence, image, judge, judgeText } from '../support/evidence.ts';

const TEST = { interval: 0, timeout: 0, startPeriod: 0, startInterval: 0, retries: 0 };
const options = { profile: 'mcp', transport: 'auto', allowedBases: [], allowedPorts: null } as const;

describe('healthcheck-present', () => {
  test.each([
    ['http', null, 'fail', 'high'],
    ['both', null, 'fail', 'medium'],
    ['stdio', null, 'fail', 'low'],
    ['stdio', ['NONE'], 'pass', 'high'],
    ['http', ['NONE'], 'fail', 'high'],
    ['http', [], 'fail', 'high'],
    ['http', ['CMD', '/probe'], 'pass', 'high'],
    ['auto', null, 'unknown', 'medium'],
  ] as const)('transport %s with %j: %s, %s', (transport, test, answer, severity) => {
    const healthcheck = test === null ? null : { ...TEST, test };
    const check = checkRule(healthcheckPresent, 'high', evidence({ image: image({ healthcheck }) }), {
      ...options,
      transport,
    });
    expect(check).toMatchObject({ answer, severity });
  });

  test('the profile for any container never demands more than a warning', () => {
    const check = checkRule(healthcheckPresent, 'medium', evidence({ image: image({ exposedPorts: ['80/tcp'] }) }), {
      ...options,
      profile: 'container',
    });
    expect(check).toMatchObject({ answer: 'fail', severity: 'medium' });
  });

  test('an OCI-format build drops the check: the reason says so', () => {
    const text = 'FROM scratch\nEXPOSE 3000\nHEALTHCHECK CMD ["/probe"]\nCMD ["x"]\n';
    const { reason } = judge(healthcheckPresent, {
      dockerfile: dockerfile(text),
      image: image({ exposedPorts: ['3000/tcp'] }),
    });
    expect(reason).toContain('The Dockerfile sets one on line 3, but the image does not have it');
  });

  test('an unresolved base leaves it open', () => {
    expect(judgeText(healthcheckPresent, 'FROM acme/base:1\nEXPOSE 3000\nCMD ["x"]\n').answer).toBe('unknown');
  });

  test('a check that the base sets counts', () => {
    const parts = {
      dockerfile: dockerfile('FROM acme/base:1\nCMD ["x"]\n'),
      image: image({ healthcheck: { ...TEST, test: ['CMD-SHELL', 'x'] } }),
    };
    expect(judge(healthcheckPresent, parts).answer).toBe('pass');
  });
});
