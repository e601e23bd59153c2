import { expect, test } from '@jest/globals';
import { basesOf, type Standing } from '../../src/init/find-bases.ts';
import { dockerfile } from '../support/evidence.ts';

/** `n/Dockerfile` builds `acme/n:1`, which stands upon `acme/m:1` of every m below it. */
function standing(index: number): Standing {
  const file = `${index}/Dockerfile`;
  const bases = Array.from({ length: index }, (_, below) => ({
    reference: `acme/${index - 1 - below}:1`,
    resolvedBy: 'dockerfile' as const,
    dockerfile: `${index - 1 - below}/Dockerfile`,
    reason: 'built here',
    from: { file, startLine: 1, endLine: 1 },
  }));
  return {
    dockerfile: file,
    context: String(index),
    chain: { evidence: dockerfile('FROM scratch'), bases },
    step: null,
  };
}

test('a long chain of bases is walked once, the lowest first', () => {
  const all = Array.from({ length: 32 }, (_, index) => standing(31 - index));
  expect(basesOf(all).map(({ dockerfile: path }) => path)).toEqual(
    Array.from({ length: 31 }, (_, index) => `${index}/Dockerfile`),
  );
});

test('Dockerfiles that are like the bases of each other do not lead in circles', () => {
  const like = (file: string, other: string): Standing => ({
    dockerfile: file,
    context: '.',
    chain: {
      evidence: dockerfile('FROM scratch'),
      bases: [
        {
          reference: `acme/${other}:1`,
          resolvedBy: 'none',
          dockerfile: null,
          reason: `perhaps ${other}, by its name; if so, name ${other} under bases in the policy file`,
          from: { file, startLine: 3, endLine: 3 },
        },
      ],
    },
    step: null,
  });
  expect(basesOf([like('a', 'b'), like('b', 'a')])).toMatchObject([
    {
      dockerfile: 'a',
      reference: 'acme/a:1',
      proved: false,
      because: 'FROM in b:3 names it, and a has a name like it',
    },
    {
      dockerfile: 'b',
      reference: 'acme/b:1',
      proved: false,
      because: 'FROM in a:3 names it, and b has a name like it',
    },
  ]);
});
