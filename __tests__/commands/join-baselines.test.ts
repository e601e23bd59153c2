import { expect, test } from '@jest/globals';
import { joinBaselines } from '../../src/commands/join-baselines.ts';
import type { SubjectBaseline } from '../../src/model/baseline.ts';
import { fault } from '../support/cases.ts';

const known = (id: string, dockerfile: boolean, image: boolean): SubjectBaseline => ({
  kind: 'known',
  faults: [fault({ id })],
  covers: { dockerfile, image },
});
const ABSENT: SubjectBaseline = { kind: 'absent' };
const gone = (reason: string): SubjectBaseline => ({ kind: 'unavailable', reason });
const D = known('d', true, false);
const I = known('i', false, true);

test.each<[string, SubjectBaseline | null, SubjectBaseline | null, unknown]>([
  ['neither', null, null, null],
  ['a Dockerfile alone', D, null, D],
  ['an image alone', null, I, I],
  [
    'both',
    D,
    I,
    { kind: 'known', faults: [fault({ id: 'd' }), fault({ id: 'i' })], covers: { dockerfile: true, image: true } },
  ],
  ['an image that nobody knows: its reason stays', D, gone('x'), { ...D, gap: 'x' }],
  ['an image that was not there, of a Dockerfile that was', D, ABSENT, D],
  ['a Dockerfile that was not there, of an image that was', ABSENT, I, I],
  ['a Dockerfile that nobody knows: its reason stays', gone('x'), I, { ...I, gap: 'x' }],
  ['both new', ABSENT, ABSENT, ABSENT],
  ['a new Dockerfile, and an image that nobody knows', ABSENT, gone('x'), gone('x')],
  ['a Dockerfile that nobody knows, and a new image', gone('x'), ABSENT, gone('x')],
  ['both unknown: the reason of the image', gone('d'), gone('i'), gone('i')],
])('%s', (_what, dockerfile, image, expected) => {
  expect(joinBaselines(dockerfile, image)).toEqual(expected);
});
