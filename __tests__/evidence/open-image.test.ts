import { mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { ImageRun } from '../../src/evidence/image-run.ts';
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
import { type RawConfig, sha256, writeRawArchive, writeRawArchives } from '../support/raw-image.ts';
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
    { platform: null, texts: TEXTS, files: false, heads: () => false, workingDirectory: folder.path, ...options },
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

describe('the whole file system', () => {
  test.each(['oci:layout', 'oci.tgz', 'old.tar', 'new.tar', 'old.tar.gz'])('of %s', async (reference) => {
    const heads: OpenImageOptions['heads'] = (path, config) => path === '/etc/motd' || path === `/etc/${config.user}`;
    const asked: OpenImageOptions['heads'] = (path, config) => path.endsWith('passwd') || heads(path, config);
    const { files } = (await open(reference, { files: true, heads: asked })).evidence;
    const [bottom, adduser] = built.layers.map(({ diffId }) => diffId);
    expect(files?.merged.map(({ path }) => path)).toEqual(
      ['/', '/etc', '/etc/group', '/etc/motd', '/etc/os-release', '/etc/passwd', '/usr', '/usr/lib'].concat(
        '/usr/lib/os-release',
        '/usr/share',
        '/usr/share/welcome',
      ),
    );
    expect(files?.merged.find(({ path }) => path === '/etc/passwd')).toMatchObject({
      size: PASSWD.length,
      layer: adduser,
    });
    expect(files?.hidden.map(({ path, layer }) => [path, layer])).toEqual([
      ['/etc/gone', bottom],
      ['/etc/passwd', bottom],
    ]);
    expect(files?.heads).toEqual({
      '/etc/passwd': PASSWD,
      [`/etc/passwd@${bottom}`]: 'root:x:0:0::/root:/bin/sh\n',
      '/usr/share/welcome': 'hello',
    });
  });

  test('is left out unless it is asked for', async () => {
    expect((await open('layout', { heads: () => true })).evidence.files).toBeNull();
  });

  test('with files that are too large together, says how many were not looked into', async () => {
    const file = join(folder.path, 'many.tar');
    const content = Buffer.alloc(65_536, 'x');
    const entries = Array.from({ length: 270 }, (_item, index) => ({ name: `f${index}`, content }));
    await writeRawArchive(file, { layers: [rawTar(...entries)] });
    const said: string[] = [];
    const log = { ...machine.host.log, warning: (text: string) => void said.push(text) };
    const { evidence } = await openImage(
      file,
      { platform: null, texts: [], files: true, heads: () => true, workingDirectory: folder.path },
      { ...machine.host, log },
    );
    expect(Object.keys(evidence.files?.heads ?? {})).toHaveLength(256);
    expect(said).toEqual([`${file}: 14 files were not looked into: more than 16 MiB in all.`]);
  });
});

describe('what Trivy is given', () => {
  test.each(['docker-archive:new.tar', 'docker-archive:old.tar', 'old.tar.gz'])(
    'an archive as a layout with that image alone: %s',
    async (reference) => {
      const { trivyInput, evidence } = await open(reference);
      const bytes = (digest: string): Promise<Buffer> => readFile(join(trivyInput, 'blobs', ...digest.split(':')));
      const index = JSON.parse(await readFile(join(trivyInput, 'index.json'), 'utf8'));
      expect(index.manifests).toHaveLength(1);
      const manifest = JSON.parse((await bytes(index.manifests[0].digest)).toString());
      expect(manifest.config.digest).toBe(evidence.imageId);
      expect(manifest.layers).toHaveLength(evidence.layers.length);
      for (const { digest, size, mediaType } of manifest.layers) {
        const layer = await bytes(digest);
        expect([sha256(layer), layer.length]).toEqual([digest, size]);
        expect(mediaType).toMatch(/^application\/vnd\.oci\.image\.layer\.v1\.tar(\+gzip|\+zstd)?$/);
      }
    },
  );

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
    const options = { platform: null, texts: [], files: false, heads: () => false, workingDirectory: folder.path };
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
    ['registry:ghcr.io/ACME', 'image-invalid', /registry:ghcr.io/],
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

  test('a tag that an archive does not have', async () => {
    await expect(open('docker-archive:old.tar:gone')).rejects.toMatchObject({
      name: 'UsageError',
      code: 'image-not-found',
      message: 'docker-archive:old.tar:gone: it has no image with the tag "gone", only "ghcr.io/acme/time:ci".',
    });
  });
});

describe('several images in one docker-archive', () => {
  const layer = (name: string): Buffer => rawTar({ name: 'etc/passwd', content: PASSWD }, { name });
  const arm64 = (right: RawConfig): RawConfig => ({ ...right, architecture: 'arm64' });

  beforeAll(async () => {
    const shared = rawTar({ name: 'shared' });
    await writeRawArchives(join(folder.path, 'two.tar'), [
      { tags: ['ghcr.io/acme/b:1', 'ghcr.io/acme/b:2'], layers: [shared, layer('b')] },
      { tags: ['acme/a:1'], layers: [shared, layer('a')] },
    ]);
    await writeRawArchives(join(folder.path, 'platforms.tar'), [
      { tags: ['acme/a:1'], layers: [layer('arm')], config: arm64 },
      { tags: ['acme/a:1'], layers: [layer('amd')] },
    ]);
  });

  test('are named', async () => {
    await expect(open('docker-archive:two.tar')).rejects.toMatchObject({
      name: 'UsageError',
      code: 'image-several',
      message: 'docker-archive:two.tar: it holds several images: "acme/a:1", "ghcr.io/acme/b:1", "ghcr.io/acme/b:2".',
      advice: expect.stringContaining('docker-archive:FILE:TAG'),
    });
  });

  test.each([
    ['docker-archive:two.tar:acme/a:1', '/a', 'acme/a'],
    ['docker-archive:two.tar:ghcr.io/acme/b:2', '/b', 'acme/b'],
    ['docker-archive:two.tar:2', '/b', 'acme/b'],
  ])('%s picks one', async (reference, path, repository) => {
    const opened = await open(reference, { files: true });
    expect(opened.evidence.files?.merged.map((file) => file.path)).toContain(path);
    expect(opened.repository).toBe(repository);
  });

  test('a tag that several have is not enough', async () => {
    await expect(open('docker-archive:two.tar:1')).rejects.toMatchObject({ code: 'image-several' });
  });

  test('of one name for several platforms, the one that is asked for', async () => {
    for (const [platform, path] of [
      [null, '/amd'],
      ['linux/arm64', '/arm'],
    ] as const) {
      const { evidence } = await open('docker-archive:platforms.tar:acme/a:1', { files: true, platform });
      expect(evidence.files?.merged.map((file) => file.path)).toContain(path);
    }
    await expect(open('platforms.tar', { platform: 'linux/s390x' })).rejects.toMatchObject({
      code: 'platform-missing',
      message: 'platforms.tar: it has no image for linux/s390x, only for linux/amd64, linux/arm64.',
    });
  });

  test('a file whose name looks like a name with a tag is that file', async () => {
    await writeRawArchive(join(folder.path, 'two.tar:1'), { layers: [layer('file')] });
    const { evidence } = await open('docker-archive:two.tar:1', { files: true });
    await rm(join(folder.path, 'two.tar:1'));
    expect(evidence.files?.merged.map((file) => file.path)).toContain('/file');
  });

  test('are unpacked once in one run, their common layers read once', async () => {
    const opens: string[] = [];
    const files = {
      ...machine.host.files,
      open: (path: string) => {
        opens.push(path);
        return machine.host.files.open(path);
      },
      openPlaced: (path: string) => {
        opens.push(path);
        return machine.host.files.openPlaced(path);
      },
    };
    const host = { ...machine.host, files };
    const references = ['docker-archive:two.tar:acme/a:1', 'docker-archive:two.tar:2', 'docker-archive:two.tar:2'];
    const run = new ImageRun(references, host);
    const options = { platform: null, texts: [], files: true, heads: () => true, workingDirectory: folder.path };
    const found: OpenedImage[] = [];
    for (const reference of references) {
      found.push(await openImage(reference, options, host, run));
    }
    expect(found.map(({ evidence }) => evidence.files?.merged.length)).toEqual([5, 5, 5]);
    expect(found[1]?.evidence).toEqual({ ...found[2]?.evidence });
    expect(opens.filter((path) => path.endsWith('two.tar'))).toHaveLength(1);
    const shared = found[0]?.evidence.layers[0]?.diffId.slice(7) ?? '-';
    // Once to tell its compression for each manifest, once to read it.
    expect(opens.filter((path) => path.endsWith(shared))).toHaveLength(3);
  });
});

test('an archive that does not fit on the disk is refused before it fills it', async () => {
  const free = (bytes: number): typeof machine.host => ({
    ...machine.host,
    files: { ...machine.host.files, freeSpace: async () => bytes },
  });
  const options = { platform: null, texts: [], files: false, heads: () => false, workingDirectory: folder.path };
  await expect(openImage('old.tar', options, free(10_000_000))).rejects.toMatchObject({
    name: 'VerifyError',
    code: 'disk-full',
    message: expect.stringMatching(
      /^old\.tar: there is no room for it in .*: it needs 1 MB there, and 10 MB are free\.$/,
    ),
    advice: expect.stringContaining('TMPDIR'),
  });
  const bomb = gzipSync(rawTar({ name: 'zeros', content: Buffer.alloc(3_000_000) }));
  await writeFile(join(folder.path, 'bomb.tar.gz'), bomb);
  await expect(
    openImage('docker-archive:bomb.tar.gz', options, free(64 * 1024 * 1024 + 1_000_000)),
  ).rejects.toMatchObject({ code: 'disk-full', message: expect.stringContaining('it unpacks to more than is free') });
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
    openImage(
      `docker-archive:${file}`,
      { platform: null, texts: [], files: false, heads: () => false, workingDirectory: folder.path },
      moved,
    ),
  ).rejects.toMatchObject({
    name: 'VerifyError',
    code: 'image-unreadable',
    message: expect.stringContaining('ENOENT'),
  });
});
