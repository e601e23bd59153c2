import { describe, expect, test } from '@jest/globals';
import { retryAfterMs } from '../../src/host/retry-after.ts';

const NOW = new Date('2026-11-20T00:00:00Z');

describe('how long a server asks to be left alone', () => {
  test.each<[string | undefined, string, number | null]>([
    ['0', '', 0],
    ['17', '', 17_000],
    ['Fri, 20 Nov 2026 00:00:30 GMT', '', 30_000],
    ['Fri, 20 Nov 2026 00:00:00 GMT', '', 0],
    ['Thu, 19 Nov 2026 00:00:00 GMT', '', 0],
    ['soon', '', null],
    ['-5', '', 0],
    [undefined, '', null],
    [undefined, 'TOOMANYREQUESTS: retry-after: 35.852µs, allowed: 44000/minute', 0.035852],
    [undefined, '{"message":"retry-after: 812.5ms, allowed: 1/s"}', 812.5],
    [undefined, 'Retry-After: 2s', 2_000],
    [undefined, 'retry-after: 1m30.5s', 90_500],
    [undefined, 'retry-after: 1h0m0s', 3_600_000],
    [undefined, 'retry-after: 10', null],
    [undefined, 'retry-after: 10x', null],
    [undefined, 'retry-after: 1.2.3s', null],
    ['3', 'retry-after: 9s', 3_000],
    [undefined, `retry-after: ${'1m'.repeat(100_000)}`, null],
    [undefined, 'retry-after: '.repeat(100_000), null],
  ])('%p %.40p: %p', (header, body, wait) => {
    const asked = retryAfterMs(header, body, NOW);
    if (wait === null || header === '-5') expect([null, 0]).toContain(asked);
    else expect(asked).toBeCloseTo(wait, 6);
  });
});
