import { chmod, readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { ImageRun } from '../../src/evidence/image-run.ts';
import { openImage, platformsOfImage } from '../../src/evidence/open-image.ts';
import { type BuiltImage, buildOciIndex } from '../support/image-builder/index.ts';
import { type ImageHost, imageHost } from '../support/image-host.ts';
import { type RawEntry, rawTar } from '../support/raw-tar.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

/**
 * Docker with containerd's image store: `image inspect` gives the digest of the index as the id, and `save` writes an OCI
 * layout of compressed blobs, whose `manifest.json` names the image for the engine's own platform alone
 * (github.com/containerd/containerd, core/images/archive/exporter.go). The client here is a script with those answers.
 */
let folder: Awaited<ReturnType<typeof temporaryFolder>>;
let machine: ImageHost;
let images: readonly BuiltImage[];
const at = (name: string): string => join(folder.path, name);

beforeAll(async () => {
  folder = await temporaryFolder('containerd');
  const specs = ['linux/amd64', 'linux/arm64', 'linux/s390x'].map((platform) => ({
    steps: [{ createdBy: 'COPY', files: [{ path: 'etc/platform', content: platform }] }],
    platform,
    config: { User: platform },
  }));
  images = await buildOciIndex(specs, at('store'), { name: 'docker.io/acme/time:ci', attestations: true });
  const index = JSON.parse(await readFile(join(at('store'), 'index.json'), 'utf8'));
  const [amd64, , s390x] = images;
  const blob = (digest: string): string => digest.replace(':', '/').replace(/^/, 'blobs/');
  const manifest = [
    {
      Config: blob(amd64?.imageId ?? ''),
      RepoTags: ['acme/time:ci'],
      Layers: amd64?.layers.map((one) => blob(one.digest)),
    },
  ];
  // Of the third platform nothing has been pulled.
  const absent = [s390x?.digest, s390x?.imageId, s390x?.layers[0]?.digest];
  const blobs: RawEntry[] = [];
  for (const hex of await readdir(join(at('store'), 'blobs', 'sha256'))) {
    if (absent.includes(`sha256:${hex}`)) continue;
    blobs.push({ name: `blobs/sha256/${hex}`, content: await readFile(join(at('store'), 'blobs', 'sha256', hex)) });
  }
  const layout = [
    ...blobs,
    { name: 'index.json', content: JSON.stringify(index) },
    { name: 'oci-layout', content: '{"imageLayoutVersion":"1.0.0"}' },
  ];
  await writeFile(at('saved.tar'), rawTar(...layout, { name: 'manifest.json', content: JSON.stringify(manifest) }));
  await writeFile(at('without.tar'), rawTar(...layout));
  for (const [program, archive] of [
    ['docker', 'saved.tar'],
    ['later', 'without.tar'],
  ] as const) {
    await writeFile(
      at(program),
      `#!/bin/sh
case "$1" in
  image) echo '[{"Id":"${index.manifests[0].digest}","RepoTags":["acme/time:ci"],"Size":2000}]' ;;
  save) echo "$@" >> ${at(`${program}.log`)}; cat ${at(archive)} ;;
esac
`,
    );
    await chmod(at(program), 0o755);
  }
  machine = await imageHost({ programs: { docker: at('docker'), podman: null } });
});

afterAll(async () => {
  await machine[Symbol.asyncDispose]();
  await folder[Symbol.asyncDispose]();
});

const options = (platform: string | null) => ({
  platform,
  texts: ['/etc/platform'],
  files: false,
  heads: () => false,
  workingDirectory: folder.path,
});

test('every platform that the engine has is read, of one export', async () => {
  const run = new ImageRun(['acme/time:ci'], machine.host);
  expect(await platformsOfImage('acme/time:ci', folder.path, machine.host, run)).toEqual([
    'linux/amd64',
    'linux/arm64',
  ]);
  for (const [index, platform] of ['linux/amd64', 'linux/arm64'].entries()) {
    const { evidence, repository } = await openImage('acme/time:ci', options(platform), machine.host, run);
    expect(repository).toBe('acme/time');
    expect(evidence).toMatchObject({
      platform,
      imageId: images[index]?.imageId,
      digest: images[index]?.digest,
      config: { user: platform },
      texts: { '/etc/platform': platform },
    });
  }
  expect((await readFile(at('docker.log'), 'utf8')).split('\n')).toHaveLength(2);
});

test('without a platform it is the machine’s', async () => {
  const { evidence } = await openImage('acme/time:ci', options(null), machine.host);
  expect(evidence.platform).toBe('linux/amd64');
});

test('a platform that has not been pulled is not there', async () => {
  await expect(openImage('acme/time:ci', options('linux/s390x'), machine.host)).rejects.toMatchObject({
    name: 'VerifyError',
    code: 'platform-missing',
  });
});

test('an export without manifest.json is read as the layout it is', async () => {
  await using later = await imageHost({ programs: { docker: at('later'), podman: null }, arch: 'arm64' });
  expect((await openImage('acme/time:ci', options(null), later.host)).evidence.platform).toBe('linux/arm64');
});
