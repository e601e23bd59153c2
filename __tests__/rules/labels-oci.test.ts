import { expect, test } from '@jest/globals';
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
