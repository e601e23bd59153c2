import { describe, expect, test } from '@jest/globals';
import { compareSeverity, reaches, SEVERITIES, worst } from '../../src/model/severity.ts';

describe('severity', () => {
  test.each([
    ['critical', 'high', true],
    ['high', 'high', true],
    ['medium', 'high', false],
    ['unknown', 'low', false],
    ['unknown', 'unknown', true],
  ] as const)('%s against the threshold %s: %s', (severity, threshold, expected) => {
    expect(reaches(severity, threshold)).toBe(expected);
  });

  test('sorts worst first', () => {
    expect([...SEVERITIES].reverse().sort(compareSeverity)).toEqual([...SEVERITIES]);
  });

  test('the worst of none is unknown', () => {
    expect(worst([])).toBe('unknown');
    expect(worst(['low', 'critical', 'medium'])).toBe('critical');
  });
});
