import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import {
  buildOciIndex,
  buildOciLayout,
  type ImageSpec,
  writeDockerArchive,
  writeOciArchive,
} from '../support/image-builder/index.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';
import { decompress, readTar, sha256 } from './read-layout.ts';

const SPEC: ImageSpec = {
  steps: [
    { createdBy: 'COPY a / # buildkit', files: [{ path: 'a', content: 'a' }] },
    { createdBy: 'COPY b / # buildkit', files: [{ path: 'b', content: 'b' }], compression: 'zstd' },
  ],
};

describe('writeDockerArchive', () => {
  test('legacy: config and plain layers named by manifest.json', async () => {
    await using folder = await temporaryFolder();
    const built = await buildOciLayout(SPEC, join(folder.path, 'layout'));
    const members = await archived(folder.path, { repoTags: ['acme/app:1'] });
    const [entry] = JSON.parse(members.get('manifest.json')?.toString() ?? '[]');
    expect(entry.RepoTags).toEqual(['acme/app:1']);
    expect(sha256(memberOf(members, entry.Config))).toBe(built.imageId);
    const layers = entry.Layers.map((path: string) => sha256(memberOf(members, path)));
    expect(layers).toEqual(built.layers.map((layer) => layer.diffId));
  });

  test('oci: the layout itself with a manifest.json', async () => {
    await using folder = await temporaryFolder();
    const built = await buildOciLayout(SPEC, join(folder.path, 'layout'));
    const members = await archived(folder.path, { repoTags: null, form: 'oci' });
    const [entry] = JSON.parse(members.get('manifest.json')?.toString() ?? '[]');
    expect(entry.RepoTags).toBeNull();
    expect(sha256(memberOf(members, entry.Config))).toBe(built.imageId);
    const stored = entry.Layers.map((path: string) => sha256(memberOf(members, path)));
    expect(stored).toEqual(built.layers.map((layer) => layer.digest));
    expect(
      built.layers.map(({ mediaType }, index) => sha256(decompress(memberOf(members, entry.Layers[index]), mediaType))),
    ).toEqual(built.layers.map((layer) => layer.diffId));
    expect(members.has('index.json') && members.has('oci-layout')).toBe(true);
  });

  test('refuses a layout with several images', async () => {
    await using folder = await temporaryFolder();
    await buildOciIndex([SPEC, SPEC], join(folder.path, 'layout'));
    await expect(archived(folder.path, {})).rejects.toThrow('does not hold exactly one image');
  });
});

test('writeOciArchive packs every file of the layout', async () => {
  await using folder = await temporaryFolder();
  const built = await buildOciLayout(SPEC, join(folder.path, 'layout'));
  await writeOciArchive(join(folder.path, 'layout'), join(folder.path, 'image.tar'));
  const members = await membersOf(join(folder.path, 'image.tar'));
  const blobs = [built.imageId, built.digest, ...built.layers.map((layer) => layer.digest)];
  const expected = [...blobs.map((digest) => `blobs/${digest.replace(':', '/')}`), 'index.json', 'oci-layout'];
  expect([...members.keys()].filter((name) => !name.endsWith('/')).sort()).toEqual(expected.sort());
});

async function archived(folder: string, options: Parameters<typeof writeDockerArchive>[2]) {
  const file = join(folder, 'image.tar');
  await writeDockerArchive(join(folder, 'layout'), file, options);
  return membersOf(file);
}

async function membersOf(file: string): Promise<Map<string, Buffer>> {
  const members = await readTar(await readFile(file));
  return new Map(members.map(({ header, content }) => [header.name, content]));
}

function memberOf(members: ReadonlyMap<string, Buffer>, path: string): Buffer {
  const content = members.get(path);
  if (content === undefined) throw new Error(`the archive has no ${path}`);
  return content;
}
