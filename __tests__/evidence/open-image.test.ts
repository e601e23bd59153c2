import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { type OpenedImage, type OpenImageOptions, openImage } from '../../src/evidence/open-image.ts';
import {
  type BuiltImage,
  buildOciIndex,
  buildOciLayout,
  type ImageSpec,
  writeDockerArchive,
  writeOciArchive,
} from '../support/image-builder/index.ts';
import { type ImageHost, imageHost } from '../support/image-host.ts';
import { writeRawArchive } from '../support/raw-image.ts';
import { rawTar } from '../support/raw-tar.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

const PASSWD = 'root:x:0:0::/root:/bin/sh\napp:x:1001:1001::/app:/bin/sh\n';

const SPEC: ImageSpec = {
  steps: [
    {
      createdBy: 'ADD rootfs.tar / # buildkit',
      files: [
        { path: 'etc/passwd', content: 'root:x:0:0::/root:/bin/sh\n' },
        { path: 'etc/group', content: 'root:x:0:\n' },
        { path: 'etc/motd', type: 'symlink', target: '/usr/share/welcome' },
        { path: 'usr/share/welcome', content: 'hello' },
        { path: 'etc/os-release', type: 'symlink', target: '../usr/lib/os-release' },
        { path: 'usr/lib/os-release', content: 'ID=test\n' },
        { path: 'etc/gone', content: 'x' },
      ],
    },
    { createdBy: 'ENV A=1' },
    { createdBy: 'RUN adduser app', compression: 'zstd', files: [{ path: 'etc/passwd', content: PASSWD }] },
    { createdBy: 'RUN rm /etc/gone', compression: 'none', files: [{ path: 'etc/.wh.gone', content: '' }] },
  ],
  config: { User: 'app', Env: ['A=1'], ExposedPorts: { '3000/tcp': {} }, Cmd: ['node'] },
};

const TEXTS = ['/etc/passwd', '/etc/motd', '/etc/os-release', '/etc/gone', '/etc', '/etc/shadow'];

let folder: Awaited<ReturnType<typeof temporaryFolder>>;
let machine: ImageHost;
let built: BuiltImage;

beforeAll(async () => {
  folder = await temporaryFolder('open-image');
  machine = await imageHost({ programs: { docker: null, podman: null } });
  const at = (name: string): string => join(folder.path, name);
  built = await buildOciLayout({ ...SPEC, tag: 'v1' }, at('layout'));
  await writeDockerArchive(at('layout'), at('old.tar'), { form: 'legacy', repoTags: ['ghcr.io/acme/time:ci'] });
  await writeDockerArchive(at('layout'), at('new.tar'), { form: 'oci', repoTags: ['ghcr.io/acme/time:ci'] });
  await writeOciArchive(at('layout'), at('oci.tar'));
  await writeFile(at('old.tar.gz'), gzipSync(await readFile(at('old.tar'))));
  await writeFile(at('oci.tgz'), gzipSync(await readFile(at('oci.tar'))));
  await buildOciIndex(
    [SPEC, { ...SPEC, platform: 'linux/arm64' }, { ...SPEC, platform: 'linux/arm/v7' }],
    at('multi'),
    { tag: 'v1', attestations: true },
  );
});

afterAll(async () => {
  await machine[Symbol.asyncDispose]();
  await folder[Symbol.asyncDispose]();
});

function open(reference: string, options: Partial<OpenImageOptions> = {}): Promise<OpenedImage> {
  return openImage(
    reference,
    { platform: null, texts: TEXTS, workingDirectory: folder.path, ...options },
    machine.host,
  );
}

describe('openImage reads the same image from every source', () => {
  test.each([
    ['oci:layout', true, null],
    ['oci:layout:v1', true, null],
    ['layout', true, null],
    ['./layout', true, null],
    ['oci-archive:oci.tar', true, null],
    ['oci.tar', true, null],
    ['oci.tgz', true, null],
    ['oci-archive:new.tar', true, null],
    ['docker-archive:old.tar', false, 'acme/time'],
    ['docker-archive:new.tar', false, 'acme/time'],
    ['old.tar', false, 'acme/time'],
    ['new.tar', false, 'acme/time'],
    ['old.tar.gz', false, 'acme/time'],
  ])('%s', async (reference, hasDigest, repository) => {
    const opened = await open(reference);
    expect(opened.repository).toBe(repository);
    expect(opened.evidence).toMatchObject({
      reference,
      imageId: built.imageId,
      digest: hasDigest ? built.digest : null,
      platform: 'linux/amd64',
      config: { user: 'app', exposedPorts: ['3000/tcp'], env: ['A=1'], cmd: ['node'], entrypoint: null },
      texts: {
        '/etc/passwd': PASSWD,
        '/etc/motd': 'hello',
        '/etc/os-release': 'ID=test\n',
        '/etc/gone': null,
        '/etc': null,
        '/etc/shadow': null,
      },
    });
    expect(opened.evidence.layers.map(({ diffId }) => diffId)).toEqual(built.layers.map(({ diffId }) => diffId));
    expect(opened.evidence.history.map(({ createdBy, emptyLayer }) => [createdBy, emptyLayer])).toEqual([
      ['ADD rootfs.tar / # buildkit', false],
      ['ENV A=1', true],
      ['RUN adduser app', false],
      ['RUN rm /etc/gone', false],
    ]);
  });

  test('without history', async () => {
    await buildOciLayout({ ...SPEC, omitHistory: true }, join(folder.path, 'bare'));
    expect((await open('oci:bare')).evidence).toMatchObject({ history: [], config: { user: 'app' } });
  });

  test("with Docker's media types", async () => {
    await buildOciLayout({ ...SPEC, mediaTypes: 'docker' }, join(folder.path, 'schema2'));
    expect((await open('oci:schema2')).evidence.texts['/etc/passwd']).toBe(PASSWD);
  });
});

describe('what Trivy is given', () => {
  test('the archive itself, where it reads it', async () => {
    expect((await open('docker-archive:new.tar')).trivyInput).toBe(join(folder.path, 'new.tar'));
  });

  test.each(['oci:layout', 'oci-archive:oci.tar', 'oci:multi'])(
    'a folder with the chosen image alone: %s',
    async (reference) => {
      const { trivyInput, evidence } = await open(reference);
      expect((await readdir(trivyInput)).sort()).toEqual(['blobs', 'index.json', 'oci-layout']);
      const index: { manifests: { digest: string }[] } = JSON.parse(
        await readFile(join(trivyInput, 'index.json'), 'utf8'),
      );
      expect(index.manifests.map(({ digest }) => digest)).toEqual([evidence.digest]);
      await readFile(join(trivyInput, 'blobs', ...(evidence.digest ?? '').split(':')));
    },
  );
});

describe('platforms', () => {
  test.each([
    [null, 'linux/amd64'],
    ['linux/amd64', 'linux/amd64'],
    ['linux/arm64', 'linux/arm64'],
    ['linux/arm64/v8', 'linux/arm64'],
    ['linux/arm/v7', 'linux/arm/v7'],
    ['linux/arm', 'linux/arm/v7'],
  ])('asked for %s of several: %s', async (platform, expected) => {
    expect((await open('oci:multi:v1', { platform })).evidence.platform).toBe(expected);
  });

  test("the machine's own, without being asked", async () => {
    await using arm = await imageHost({ arch: 'arm64' });
    const options = { platform: null, texts: [], workingDirectory: folder.path };
    expect((await openImage('oci:multi', options, arm.host)).evidence.platform).toBe('linux/arm64');
    expect((await openImage('oci:layout', options, arm.host)).evidence.platform).toBe('linux/amd64');
  });

  test.each([
    ['oci:multi', 'platform-missing'],
    ['oci:layout', 'platform-missing'],
    ['docker-archive:old.tar', 'platform-mismatch'],
    ['oci-archive:oci.tar', 'platform-missing'],
  ])('%s is not there for linux/s390x', async (reference, code) => {
    await expect(open(reference, { platform: 'linux/s390x' })).rejects.toMatchObject({ name: 'VerifyError', code });
  });
});

describe('what cannot be one image is a usage error', () => {
  test.each([
    ['registry:ghcr.io/acme/x:1', 'registry-not-supported', /Pull it first \(docker pull ghcr.io\/acme\/x:1\)/],
    ['docker-archive:gone.tar', 'image-not-found', /docker save/],
    ['oci:gone', 'image-not-found', /folder/],
    ['oci:layout:v2', 'image-not-found', /tag/],
    ['./gone', 'image-not-found', /build wrote/],
    ['docker-archive:layout', 'image-not-found', /docker save/],
    ['oci:old.tar', 'image-not-found', /folder/],
    ['./text', 'image-invalid', /docker save/],
    ['./empty', 'image-invalid', /docker save/],
    ['', 'image-invalid', /Give a tag/],
  ])('%s: %s', async (reference, code, advice) => {
    await mkdir(join(folder.path, 'empty'), { recursive: true });
    await writeFile(join(folder.path, 'text'), 'no image');
    await expect(open(reference)).rejects.toMatchObject({
      name: 'UsageError',
      code,
      message: expect.stringMatching(/^[^\n]*$/),
      advice: expect.stringMatching(advice),
    });
  });

  test('several images in one docker-archive are named', async () => {
    const config = '{}';
    const entry = (tag: string): object => ({ Config: 'c.json', RepoTags: [tag], Layers: [] });
    await writeFile(
      join(folder.path, 'two.tar'),
      rawTar(
        { name: 'c.json', content: config },
        { name: 'manifest.json', content: JSON.stringify([entry('acme/b:1'), entry('acme/a:1')]) },
      ),
    );
    await expect(open('docker-archive:two.tar')).rejects.toMatchObject({
      name: 'UsageError',
      code: 'image-several',
      message: 'docker-archive:two.tar: it holds several images: "acme/a:1", "acme/b:1".',
    });
  });
});

test('a layer that occurs twice, as old engines write it: the second time as a link', async () => {
  const file = join(folder.path, 'linked.tar');
  const layer = rawTar({ name: 'etc/passwd', content: PASSWD });
  await writeRawArchive(file, { layers: [layer, layer] });
  await writeRawArchive(`${file}.2`, {
    layers: [layer, layer],
    members: (members) =>
      members.map((member) =>
        member.name === '1/layer.tar' ? { name: '1/layer.tar', flag: '2', link: '../0/layer.tar' } : member,
      ),
  });
  const [plain, linked] = [await open(`docker-archive:${file}`), await open(`docker-archive:${file}.2`)];
  expect(linked.evidence.layers).toEqual(plain.evidence.layers);
  expect(linked.evidence.texts['/etc/passwd']).toBe(PASSWD);
});

test('a file that is moved away while it is used is an error that says so', async () => {
  const file = join(folder.path, 'moving.tar');
  await writeRawArchive(file, {});
  const moved: typeof machine.host = {
    ...machine.host,
    files: {
      ...machine.host.files,
      open: (path) => machine.host.files.open(`${path}.gone`),
    },
  };
  await expect(
    openImage(`docker-archive:${file}`, { platform: null, texts: [], workingDirectory: folder.path }, moved),
  ).rejects.toMatchObject({
    name: 'VerifyError',
    code: 'image-unreadable',
    message: expect.stringContaining('ENOENT'),
  });
});
