import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { Planned } from '../../src/commands/plan.ts';
import { expandPlatforms, markPlatforms, onPlatforms } from '../../src/commands/plan-platforms.ts';
import { ImageRun } from '../../src/evidence/image-run.ts';
import { openImage } from '../../src/evidence/open-image.ts';
import { nameSubjects } from '../../src/evidence/subject-name.ts';
import { subjectKey } from '../../src/model/subject.ts';
import { buildOciIndex, type ImageSpec, writeOciArchive } from '../support/image-builder/index.ts';
import { type ImageHost, imageHost } from '../support/image-host.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

const PLANNED: Planned = {
  name: null,
  image: 'acme/time:ci',
  dockerfile: 'Dockerfile',
  target: null,
  buildArgs: {},
  platform: null,
  transport: null,
  context: null,
  named: true,
  manyPlatforms: false,
};

describe('onPlatforms', () => {
  test.each<[readonly string[], Partial<Planned>, readonly (string | null)[]]>([
    [[], {}, [null]],
    [[], { platform: 'linux/arm64' }, ['linux/arm64']],
    [['linux/amd64'], { platform: 'linux/arm64' }, ['linux/amd64']],
    [['linux/amd64', 'linux/arm64'], {}, ['linux/amd64', 'linux/arm64']],
    [['linux/arm64', 'linux/arm64/v8', 'linux/x86_64', 'linux/amd64'], {}, ['linux/arm64/v8', 'linux/amd64']],
    [['all'], {}, ['all']],
    [['linux/amd64', 'all'], {}, ['all']],
    [['all'], { image: null }, [null]],
  ])('%j of %j', (platforms, planned, expected) => {
    const found = onPlatforms({ ...PLANNED, ...planned }, platforms);
    expect(found.map(({ platform }) => platform)).toEqual(expected);
  });
});

test('what differs in its platform alone is marked', () => {
  const marked = markPlatforms([
    { ...PLANNED, platform: 'linux/amd64' },
    { ...PLANNED, platform: 'linux/arm64' },
    { ...PLANNED, image: 'acme/other:ci', platform: 'linux/arm64' },
    { ...PLANNED, name: 'time', image: 'acme/time:amd64', platform: 'linux/amd64' },
    { ...PLANNED, name: 'time', image: 'acme/time:arm64', platform: 'linux/arm64' },
    PLANNED,
  ]);
  expect(marked.map(({ manyPlatforms }) => manyPlatforms)).toEqual([true, true, false, true, true, false]);
});

describe('names of subjects on several platforms', () => {
  const one = { image: 'acme/time:ci', dockerfile: 'Dockerfile', repository: 'acme/time' };
  const keys = (...all: Parameters<typeof nameSubjects>[0]) => nameSubjects(all).map(subjectKey);

  test('are the same, and their keys are not', () => {
    expect(keys({ ...one, platform: 'linux/amd64' }, { ...one, platform: 'linux/arm64' })).toEqual([
      'acme/time (linux/amd64)',
      'acme/time (linux/arm64)',
    ]);
  });

  test('still tell Dockerfiles apart', () => {
    const platforms = ['linux/amd64', 'linux/arm64'];
    const other = { ...one, dockerfile: 'other/Dockerfile' };
    expect(
      nameSubjects([one, other].flatMap((subject) => platforms.map((platform) => ({ ...subject, platform })))).map(
        ({ name }) => name,
      ),
    ).toEqual([
      'acme/time (Dockerfile)',
      'acme/time (Dockerfile)',
      'acme/time (other/Dockerfile)',
      'acme/time (other/Dockerfile)',
    ]);
  });

  test('cannot be twice the same', () => {
    expect(() => keys({ ...one, platform: 'linux/amd64' }, { ...one, platform: 'linux/amd64' })).toThrow(
      'Two subjects have the name',
    );
    expect(() => keys(one, one)).toThrow('Two subjects have the name');
  });
});

test.each([
  ['registry:ghcr.io/acme/time:ci', null, 'acme/time'],
  ['acme/time:ci', 'Dockerfile', 'acme/time'],
  ['out/time.tar', 'Dockerfile', 'Dockerfile'],
  ['docker-archive:out/time.tar', null, 'time'],
  [`sha256:${'a'.repeat(64)}`, 'Dockerfile', 'Dockerfile'],
  ['registry:NO NAME', 'Dockerfile', 'Dockerfile'],
])('%s with %s that could not be opened keeps its name', (image, dockerfile, name) => {
  expect(nameSubjects([{ image, dockerfile, repository: null }])[0]?.name).toBe(name);
});

describe('all platforms of an image', () => {
  const SPEC: ImageSpec = { steps: [{ createdBy: 'COPY', files: [{ path: 'a', content: 'a' }] }] };
  let folder: Awaited<ReturnType<typeof temporaryFolder>>;
  let machine: ImageHost;

  beforeAll(async () => {
    folder = await temporaryFolder('platforms');
    machine = await imageHost({ programs: { docker: null, podman: null } });
    const specs = ['linux/amd64', 'linux/arm64', 'linux/arm/v7'].map((platform) => ({ ...SPEC, platform }));
    await buildOciIndex(specs, join(folder.path, 'multi'), { attestations: true });
    await writeOciArchive(join(folder.path, 'multi'), join(folder.path, 'multi.tar'));
    await buildOciIndex([SPEC], join(folder.path, 'single'), { attestations: true });
  });

  afterAll(async () => {
    await machine[Symbol.asyncDispose]();
    await folder[Symbol.asyncDispose]();
  });

  async function expand(image: string) {
    const run = new ImageRun([image], machine.host);
    const planned = await expandPlatforms([{ ...PLANNED, image, platform: 'all' }], folder.path, run, machine.host);
    return { planned, run };
  }

  test.each(['./multi', 'oci:multi', 'oci-archive:multi.tar'])('of %s are judged each on its own', async (image) => {
    const { planned, run } = await expand(image);
    expect(planned.map(({ platform, manyPlatforms }) => [platform, manyPlatforms])).toEqual([
      ['linux/amd64', true],
      ['linux/arm/v7', true],
      ['linux/arm64', true],
    ]);
    const inputs = new Set<string>();
    for (const { platform } of planned) {
      const options = { platform, texts: [], files: false, heads: () => false, workingDirectory: folder.path };
      const { evidence, trivyInput } = await openImage(image, options, machine.host, run);
      expect(evidence.platform).toBe(platform);
      inputs.add(trivyInput);
    }
    expect(inputs.size).toBe(3);
  });

  test('are one when it has one', async () => {
    const { planned } = await expand('./single');
    expect(planned).toMatchObject([{ platform: 'linux/amd64', manyPlatforms: false }]);
  });

  test('that cannot be learnt are told when the image is opened', async () => {
    const { planned, run } = await expand('./gone');
    expect(planned).toMatchObject([{ image: './gone', platform: 'all' }]);
    const options = { platform: 'all', texts: [], files: false, heads: () => false, workingDirectory: folder.path };
    await expect(openImage('./gone', options, machine.host, run)).rejects.toMatchObject({ code: 'image-not-found' });
  });
});
