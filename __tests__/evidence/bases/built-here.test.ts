import { expect, test } from '@jest/globals';
import { repository } from './repository.ts';

const POLICY = 'bases: {x.io/root: root/Dockerfile, x.io/base: base/Dockerfile, x.io/tools: tools/Dockerfile}';
const FILES = {
  'root/Dockerfile': 'FROM node:24-slim\nRUN useradd app\n',
  'base/Dockerfile': 'FROM x.io/root:1\nUSER app\n',
  'tools/Dockerfile': 'FROM scratch\nCOPY t /t\n',
  '.github/image-gate.yml': POLICY,
};

test('the Dockerfiles below the target come with it, the lowest first', async () => {
  await using repo = await repository({
    ...FILES,
    'time/Dockerfile': 'FROM x.io/base:1 AS final\nCMD ["x"]\n',
    'plain/Dockerfile': 'FROM node:24-slim\nCMD ["x"]\n',
  });
  const { evidence } = await repo.chain('time/Dockerfile');
  expect(evidence.bases?.map(({ file }) => file)).toEqual(['root/Dockerfile', 'base/Dockerfile']);
  expect(evidence.bases?.[0]?.base).toMatchObject({ reference: 'node:24-slim' });
  expect((await repo.chain('plain/Dockerfile')).evidence.bases).toEqual([]);
});

test('every image that the repository builds is marked as such, in other stages too', async () => {
  await using repo = await repository({
    ...FILES,
    'time/Dockerfile':
      'FROM x.io/tools:1 AS tools\nFROM golang:1.26 AS go\nFROM --platform=linux/arm64 x.io/base:1\nCOPY --from=tools /t /t\nCOPY --from=go /g /g\nCOPY --from=x.io/tools:1 /t /u\n',
  });
  const { evidence } = await repo.chain('time/Dockerfile');
  expect(evidence.pulledImages.map(({ via, reference, builtBy }) => [via, reference, builtBy])).toEqual([
    ['from', 'x.io/tools:1', 'tools/Dockerfile'],
    ['from', 'golang:1.26', undefined],
    ['from', 'x.io/base:1', 'base/Dockerfile'],
    ['copy', 'x.io/tools:1', 'tools/Dockerfile'],
  ]);
  expect(evidence.base).toMatchObject({ reference: 'x.io/base:1', builtBy: 'base/Dockerfile' });
});

test('what the repository only seems to build is not marked', async () => {
  await using repo = await repository({
    'time/Dockerfile': 'FROM x.io/base:2\nCMD ["x"]\n',
    'base/Dockerfile': 'FROM scratch\nUSER 1\n',
    'compose.yaml': 'services: {base: {image: "x.io/base:1", build: base}}\n',
  });
  const { evidence } = await repo.chain('time/Dockerfile');
  expect(evidence.bases).toEqual([]);
  expect(evidence.pulledImages[0]?.builtBy).toBeUndefined();
});
