import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { planSubjects } from '../../src/commands/plan.ts';
import { type Asked, loadAsked } from '../../src/commands/policy-file.ts';
import type { RawSettings } from '../../src/settings/load.ts';
import { imageHost } from '../support/image-host.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

const IMAGES = [
  'images:',
  '  - {name: time, image: "time:ci", dockerfile: time/Dockerfile, target: t, build-args: {A: 1, B: 2}, platform: linux/arm64, transport: stdio, context: time}',
].join('\n');

async function asked(
  text: string | null,
  raw: RawSettings = {},
): Promise<Asked & { plan: Awaited<ReturnType<typeof planSubjects>> }> {
  await using folder = await temporaryFolder('policy');
  await using images = await imageHost();
  await mkdir(join(folder.path, '.github'));
  if (text !== null) await writeFile(join(folder.path, '.github/image-gate.yml'), text);
  const loaded = await loadAsked({ workingDirectory: [folder.path], ...raw }, images.host);
  const isOpen =
    (loaded.policyFile?.images.length ?? 0) === 0 && raw.image === undefined && raw.dockerfile === undefined;
  return { ...loaded, plan: isOpen ? [] : await planSubjects(loaded, images.host) };
}

describe('the profile: what is given wins over the file, the file over the default', () => {
  test.each([
    [null, {}, 'mcp'],
    ['profile: strict', {}, 'strict'],
    ['profile: strict', { profile: ['mcp'] }, 'mcp'],
    ['profile: strict', { profile: ['  '] }, 'strict'],
    ['bases: {}', { profile: ['container'] }, 'container'],
  ] as const)('%j with %j is %s', async (text, raw, profile) => {
    expect((await asked(text, raw)).settings.profile).toBe(profile);
  });
});

describe('the file', () => {
  test('is looked for at its place only when none is named', async () => {
    expect((await asked(null)).policyFile).toBeNull();
    expect((await asked('profile: mcp')).policyFile?.file).toBe('.github/image-gate.yml');
    await expect(asked('profile: mcp', { policy: ['other.yml'] })).rejects.toMatchObject({ code: 'no-policy' });
    await expect(asked('profile: mcp', { policy: ['.github'] })).rejects.toMatchObject({ code: 'no-policy' });
    expect((await asked('profile: container', { policy: ['.github/image-gate.yml'] })).settings.profile).toBe(
      'container',
    );
  });

  test('with mistakes stops the run', async () => {
    await expect(asked('profil: mcp')).rejects.toMatchObject({
      code: 'bad-policy',
      message: '.github/image-gate.yml:1:1: unknown key "profil"; did you mean "profile"?',
    });
  });
});

describe('the images of the file', () => {
  const subject = {
    name: 'time',
    image: 'time:ci',
    dockerfile: 'time/Dockerfile',
    target: 't',
    buildArgs: { A: '1', B: '2' },
    platform: 'linux/arm64',
    transport: 'stdio',
    context: 'time',
  };

  test('are judged when nothing is named', async () => {
    expect((await asked(IMAGES)).plan).toEqual([{ ...subject, named: true }]);
  });

  test('what is given for the one subject wins', async () => {
    const { plan } = await asked(IMAGES, { target: ['x'], buildArg: ['A=9'], platform: ['linux/amd64'] });
    expect(plan).toEqual([
      { ...subject, named: true, target: 'x', buildArgs: { A: '9', B: '2' }, platform: 'linux/amd64' },
    ]);
  });

  test('are left alone when something is named', async () => {
    const { plan } = await asked(IMAGES, { dockerfile: ['time/Dockerfile'] });
    expect(plan).toEqual([
      expect.objectContaining({ name: null, image: null, dockerfile: 'time/Dockerfile', target: null }),
    ]);
  });

  test('several cannot share a target', async () => {
    await expect(asked(`${IMAGES}\n  - image: git:ci`, { target: ['x'] })).rejects.toMatchObject({
      code: 'several-subjects',
    });
  });
});
