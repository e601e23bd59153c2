import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { buildOciIndex, buildOciLayout, type ImageSpec } from '../support/image-builder/index.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';
import { readBlob, readImage, readIndex, readTar, sha256 } from './read-layout.ts';

const SPEC: ImageSpec = {
  tag: '1.0',
  config: { User: 'app', Env: ['PATH=/bin'], Healthcheck: { Test: ['NONE'] } },
  steps: [
    { createdBy: '/bin/sh -c #(nop) ADD file:0 in / ', comment: null, files: [{ path: 'etc/passwd', content: 'x\n' }] },
    { createdBy: 'USER app' },
    {
      createdBy: 'COPY a /app/ # buildkit',
      files: [{ path: 'app/a', content: 'a', uid: 1000, gid: 1000, mode: 0o600 }],
    },
  ],
};

describe('one image', () => {
  test('is a layout in which every descriptor is true', async () => {
    await using folder = await temporaryFolder();
    const built = await buildOciLayout(SPEC, folder.path);
    expect(JSON.parse(await readFile(join(folder.path, 'oci-layout'), 'utf8'))).toEqual({
      imageLayoutVersion: '1.0.0',
    });
    const [entry, ...more] = (await readIndex(folder.path)).manifests;
    expect(more).toEqual([]);
    if (entry === undefined) throw new Error('index.json names no image');
    expect(entry.annotations).toEqual({ 'org.opencontainers.image.ref.name': '1.0' });
    expect(entry.platform).toEqual({ architecture: 'amd64', os: 'linux' });
    const { manifest, config, tars } = await readImage(folder.path, entry);
    expect(config.rootfs.diff_ids).toEqual(tars.map(sha256));
    expect(built).toEqual({
      imageId: manifest.config.digest,
      digest: entry.digest,
      platform: 'linux/amd64',
      layers: manifest.layers.map((layer, index) => ({ diffId: config.rootfs.diff_ids[index], ...layer })),
    });
  });

  test('keeps config and history as given', async () => {
    await using folder = await temporaryFolder();
    await buildOciLayout(SPEC, folder.path);
    const { config } = await readOnly(folder.path);
    expect(config.config).toEqual(SPEC.config);
    expect(config.history).toEqual([
      { created_by: '/bin/sh -c #(nop) ADD file:0 in / ' },
      { created_by: 'USER app', comment: 'buildkit.dockerfile.v0', empty_layer: true },
      { created_by: 'COPY a /app/ # buildkit', comment: 'buildkit.dockerfile.v0' },
    ]);
  });

  test('has the bytes of its files, their owners, modes and one fixed time', async () => {
    await using folder = await temporaryFolder();
    await buildOciLayout(SPEC, folder.path);
    const { tars } = await readOnly(folder.path);
    const members = await readTar(tars[1] ?? Buffer.of());
    expect(
      members.map(({ header, content }) => [header.name, header.type, header.mode, header.uid, content.toString()]),
    ).toEqual([
      ['app/', 'directory', 0o755, 0, ''],
      ['app/a', 'file', 0o600, 1000, 'a'],
    ]);
    expect(members.map(({ header }) => header.mtime.toISOString())).toEqual(Array(2).fill('2026-01-01T00:00:00.000Z'));
  });

  test('is the same, byte for byte, whenever and wherever it is built', async () => {
    await using one = await temporaryFolder();
    await using other = await temporaryFolder();
    expect(await buildOciLayout(SPEC, other.path)).toEqual(await buildOciLayout(SPEC, one.path));
    // Of an uncompressed layer, so that a newer zlib cannot change it.
    expect((await readOnly(one.path)).config.rootfs.diff_ids[0]).toBe(
      'sha256:acd94fc53795ca62bd48031e9e5179de6c0453038707e62ff63c61059936b411',
    );
  });

  test.each(['gzip', 'none', 'zstd'] as const)('%s layers have the same diff ids', async (compression) => {
    await using folder = await temporaryFolder();
    await using plain = await temporaryFolder();
    const built = await buildOciLayout({ ...SPEC, compression }, folder.path);
    const reference = await buildOciLayout({ ...SPEC, compression: 'none' }, plain.path);
    expect(built.layers.map((layer) => layer.diffId)).toEqual(reference.layers.map((layer) => layer.diffId));
    const { config, tars } = await readOnly(folder.path);
    expect(tars.map(sha256)).toEqual(config.rootfs.diff_ids);
  });

  test('gzip layers name neither a time nor a system', async () => {
    await using folder = await temporaryFolder();
    await buildOciLayout(SPEC, folder.path);
    const { manifest } = await readOnly(folder.path);
    for (const layer of manifest.layers) {
      expect([...(await readBlob(folder.path, layer)).subarray(4, 10)]).toEqual([0, 0, 0, 0, expect.any(Number), 255]);
    }
  });

  test('can lack a tag and a history, and carry a whole reference', async () => {
    await using folder = await temporaryFolder();
    await buildOciLayout({ ...SPEC, tag: null, name: 'ghcr.io/acme/app:1.0', omitHistory: true }, folder.path);
    const [entry] = (await readIndex(folder.path)).manifests;
    expect(entry?.annotations).toEqual({ 'io.containerd.image.name': 'ghcr.io/acme/app:1.0' });
    expect((await readOnly(folder.path)).config).not.toHaveProperty('history');
  });

  test('has Docker media types when asked', async () => {
    await using folder = await temporaryFolder();
    await buildOciLayout({ ...SPEC, mediaTypes: 'docker' }, folder.path);
    const { manifest } = await readOnly(folder.path);
    expect(manifest.config.mediaType).toBe('application/vnd.docker.container.image.v1+json');
    expect(manifest.layers[0]?.mediaType).toBe('application/vnd.docker.image.rootfs.diff.tar.gzip');
  });

  test('leaves nothing of an earlier image in the folder', async () => {
    await using folder = await temporaryFolder();
    const before = await buildOciLayout(SPEC, folder.path);
    await buildOciLayout({ steps: [] }, folder.path);
    await expect(readBlob(folder.path, { mediaType: '', digest: before.imageId, size: 0 })).rejects.toThrow('ENOENT');
  });
});

describe('several platforms', () => {
  test('stand in one index under one tag, attestations beside them', async () => {
    await using folder = await temporaryFolder();
    const specs = ['linux/amd64', 'linux/arm/v7'].map((platform) => ({ ...SPEC, platform }));
    const built = await buildOciIndex(specs, folder.path, { tag: '1.0', attestations: true });
    const [entry, ...more] = (await readIndex(folder.path)).manifests;
    expect(more).toEqual([]);
    if (entry === undefined) throw new Error('index.json names no index');
    const inner = JSON.parse((await readBlob(folder.path, entry)).toString('utf8'));
    expect(
      inner.manifests.map(({ digest, platform }: { digest: string; platform: object }) => [digest, platform]),
    ).toEqual([
      [built[0]?.digest, { architecture: 'amd64', os: 'linux' }],
      [built[1]?.digest, { architecture: 'arm', os: 'linux', variant: 'v7' }],
      [expect.any(String), { architecture: 'unknown', os: 'unknown' }],
      [expect.any(String), { architecture: 'unknown', os: 'unknown' }],
    ]);
    expect(inner.manifests[3].annotations['vnd.docker.reference.digest']).toBe(built[1]?.digest);
    for (const descriptor of inner.manifests) {
      await readImage(folder.path, descriptor).catch((error: Error) => {
        // An attestation's config has no created date; its blobs are true all the same.
        expect(descriptor.platform.os).toBe('unknown');
        expect(error.message).toContain('created');
      });
    }
  });
});

async function readOnly(folder: string) {
  const [entry] = (await readIndex(folder)).manifests;
  if (entry === undefined) throw new Error('index.json names no image');
  return readImage(folder, entry);
}
