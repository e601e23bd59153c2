import { describe, expect, test } from '@jest/globals';
import { labelsOci } from '../../src/rules/labels-oci.ts';
import { dockerfile, image, judge, judgeText } from '../support/evidence.ts';

const NAMES = ['title', 'description', 'source', 'licenses', 'version', 'revision'];
const labels = Object.fromEntries(NAMES.map((name) => [`org.opencontainers.image.${name}`, 'x']));

test('CI adds labels: only the image proves that they are missing', () => {
  const text = 'FROM scratch\nCMD ["x"]\n';
  expect(judgeText(labelsOci, text).answer).toBe('unknown');
  expect(judge(labelsOci, { dockerfile: dockerfile(text), image: image({ labels }) }).answer).toBe('pass');
  expect(judge(labelsOci, { dockerfile: dockerfile(text), image: image() })).toMatchObject({ answer: 'fail' });
});

test.each(NAMES)('%s missing or blank', (name) => {
  const { [`org.opencontainers.image.${name}`]: _, ...rest } = labels;
  expect(judge(labelsOci, { image: image({ labels: rest }) }).reason).toContain(`image.${name}.`);
  const blank = { ...labels, [`org.opencontainers.image.${name}`]: '  ' };
  expect(judge(labelsOci, { image: image({ labels: blank }) }).answer).toBe('fail');
});

describe('labels that the policy requires', () => {
  const options = { requiredLabels: ['com.example.team', 'org.opencontainers.image.vendor'] };

  test('each is a violation of its own, besides the usual ones', () => {
    const one = image({ labels: { ...labels, 'com.example.team': ' ' } });
    expect(judge(labelsOci, { image: one }, options).violations.map(({ place }) => place)).toEqual([
      'label:com.example.team',
      'label:org.opencontainers.image.vendor',
    ]);
    const none = judge(labelsOci, { image: image() }, options);
    expect(none.violations.map(({ place }) => place)).toEqual(['', ...options.requiredLabels.map((n) => `label:${n}`)]);
  });

  test('a usual one that is required as well is named once', () => {
    const required = { requiredLabels: ['org.opencontainers.image.title', 'org.opencontainers.image.title'] };
    const { violations } = judge(labelsOci, { image: image() }, required);
    expect(violations.map(({ message }) => message.includes('image.title'))).toEqual([false, true]);
  });

  test('all of them are there', () => {
    const all = { ...labels, 'com.example.team': 'web', 'org.opencontainers.image.vendor': 'Acme' };
    expect(judge(labelsOci, { image: image({ labels: all }) }, options).answer).toBe('pass');
  });

  test('a Dockerfile alone does not prove that one is missing', () => {
    const text = `FROM scratch\nLABEL ${NAMES.map((name) => `org.opencontainers.image.${name}=x`).join(' ')}\nCMD ["x"]\n`;
    expect(judgeText(labelsOci, text).answer).toBe('pass');
    const { answer, reason } = judgeText(labelsOci, text, options);
    expect([answer, reason]).toEqual(['unknown', expect.stringContaining('com.example.team')]);
  });
});
