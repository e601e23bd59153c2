import { mkdir, readdir, readFile, rm, symlink, truncate, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { gzipSync, zstdCompressSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { openImage } from '../../src/evidence/open-image.ts';
import { type ImageHost, imageHost } from '../support/image-host.ts';
import {
  GOOD_LAYER,
  PASSWD,
  type RawConfig,
  type RawDescriptor,
  type RawImage,
  sha256,
  writeRawArchive,
  writeRawLayout,
} from '../support/raw-image.ts';
import { pax, type RawEntry, rawEntry, rawTar } from '../support/raw-tar.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

/** Everything happens below one folder, so that a file written anywhere else in it is seen. */
let outer: Awaited<ReturnType<typeof temporaryFolder>>;
let machine: ImageHost;
let count = 0;

beforeAll(async () => {
  outer = await temporaryFolder('hostile');
  await mkdir(join(outer.path, 'images'));
  machine = await imageHost({ programs: { docker: null, podman: null } });
});

afterAll(async () => {
  // What hostile archives tried to write would be here.
  expect(await readdir(outer.path)).toEqual(['images']);
  await machine[Symbol.asyncDispose]();
  await outer[Symbol.asyncDispose]();
});

function place(): string {
  count += 1;
  return join(outer.path, 'images', String(count));
}

function open(reference: string): Promise<unknown> {
  const options = {
    platform: null,
    texts: ['/etc/passwd', '/etc/group'],
    files: true,
    heads: () => true,
    workingDirectory: outer.path,
  };
  return openImage(reference, options, machine.host);
}

async function expectRefused(reference: string, code = 'image-damaged'): Promise<void> {
  await expect(open(reference)).rejects.toMatchObject({
    name: 'VerifyError',
    code,
    message: expect.stringMatching(/^[^\p{Cc}]{1,900}$/u),
    advice: expect.stringMatching(/./),
  });
}

test('the unhurt image is read', async () => {
  const at = place();
  await writeRawLayout(at, {});
  await writeRawArchive(`${at}.tar`, {});
  const expected = { repository: null, evidence: { texts: { '/etc/passwd': PASSWD, '/etc/group': null } } };
  expect(await open(`oci:${at}`)).toMatchObject(expected);
  expect(await open(`docker-archive:${at}.tar`)).toMatchObject({ ...expected, repository: 'acme/raw' });
});

const layer = (...entries: readonly (RawEntry | Buffer)[]): RawImage => ({ layers: [rawTar(...entries)] });
const other = rawTar({ name: 'other' });

/** Wrong in the image itself: the same in every form. */
const BOTH: readonly (readonly [string, RawImage, string?])[] = [
  [
    'a diff id of other bytes',
    { config: (right) => ({ ...right, rootfs: { type: 'layers', diff_ids: [sha256(other)] } }) },
  ],
  [
    'a layer more than the config names',
    { config: (right) => ({ ...right, rootfs: { type: 'layers', diff_ids: [] } }) },
  ],
  [
    'a layer less than the config names',
    {
      config: (right) => ({
        ...right,
        rootfs: { type: 'layers', diff_ids: [...right.rootfs.diff_ids, sha256(other)] },
      }),
    },
  ],
  [
    'layers in another order',
    {
      layers: [GOOD_LAYER, other],
      config: (right) => ({ ...right, rootfs: { type: 'layers', diff_ids: right.rootfs.diff_ids.toReversed() } }),
    },
  ],
  ['a config that is no JSON', { config: () => Buffer.from('{') }],
  ['a config of nested brackets', { config: () => Buffer.from('['.repeat(100_000)) }],
  ['a config that is a list', { config: () => [] }],
  ['a config with a number for a user', { config: (right) => ({ ...right, config: { User: 0 } }) }],
  ['a config with two users', { config: (right) => ({ ...right, config: { User: 'app', user: 'root' } }) }],
  ['a config without platform', { config: (right) => ({ ...right, os: undefined }) }],
  ['a layer that is text', { layers: [Buffer.from('no tar at all, '.repeat(100))] }],
  ['a layer of another compression', { layers: [Buffer.concat([Buffer.from('BZh91AY&SY'), GOOD_LAYER])] }],
  ['a gzip layer cut short', { layers: [gzipSync(GOOD_LAYER).subarray(0, 60)] }],
  ['a gzip layer with wrong bytes', { layers: [broken(gzipSync(GOOD_LAYER))] }],
  ['a zstd layer cut short', { layers: [zstdCompressSync(GOOD_LAYER).subarray(0, 60)] }],
  ['a zstd layer with wrong bytes', { layers: [broken(zstdCompressSync(GOOD_LAYER))] }],
  [
    'a zstd layer with a second frame cut short',
    { layers: [zstdFrames(GOOD_LAYER).subarray(0, -2)], config: (right) => withDiffId(right, GOOD_LAYER) },
  ],
  [
    'a zstd layer with rubbish after it',
    {
      layers: [Buffer.concat([zstdCompressSync(GOOD_LAYER), Buffer.from('rubbish')])],
      config: (right) => withDiffId(right, GOOD_LAYER),
    },
  ],
  [
    'a zstd layer with a second frame that its diff id does not cover',
    {
      layers: [Buffer.concat([zstdCompressSync(GOOD_LAYER), zstdCompressSync(other)])],
      config: (right) => withDiffId(right, GOOD_LAYER),
    },
  ],
  ['a zstd layer of frames to be skipped', { layers: [skippable(0xffff_fff0).subarray(0, 8)] }],
  ['a link that stands for a path beyond PATH_MAX', layer(...deepLink('e'))],
  ['a gzip layer with rubbish after it', { layers: [Buffer.concat([gzipSync(GOOD_LAYER), Buffer.from('rubbish')])] }],
  ['a layer cut short', { layers: [GOOD_LAYER.subarray(0, 530)] }],
  ['a layer with a file of 8 GB that is not there', layer({ name: 'big', size: 0o77777777777 })],
  ['a file outside the root', layer({ name: '../../../escape-1', content: 'x' })],
  ['a file outside the root by an extended header', layer(pax({ path: 'a/../../escape-2' }), { name: 'a' })],
  [
    'a file below a link that leads outside',
    layer({ name: 'l', flag: '2', link: '../../..' }, { name: 'l/../escape-3' }),
  ],
  ['a hard link to the outside', layer({ name: 'etc/passwd', flag: '1', link: '../../../etc/passwd' })],
  ['a hard link to nothing', layer({ name: 'etc/passwd', flag: '1', link: 'gone' })],
  ['a file below a file', layer({ name: 'etc', content: 'x' }, { name: 'etc/passwd', content: PASSWD })],
  ['a passwd of 2 MiB', layer({ name: 'etc/passwd', content: Buffer.alloc(2 << 20, 'x') })],
  ['a sparse passwd', layer(pax({ 'GNU.sparse.major': '1', 'GNU.sparse.minor': '0' }), { name: 'etc/passwd' })],
  ['an entry of an unknown type', layer({ name: 'etc/passwd', flag: 'V' })],
  ['a name with a NUL', layer(pax({ path: 'etc/passwd\0x' }), { name: 'a' })],
  ['a name with a thousand folders and more', layer(pax({ path: 'a/'.repeat(3000) }), { name: 'a' })],
  ['an extended header of 2 MiB', layer(pax({ comment: 'x'.repeat(2 << 20) }), { name: 'a' })],
  ['a whiteout of the folder above', layer({ name: 'etc/.wh...' })],
];

/** Two frames with a note between them, as zstd:chunked layers have them. */
function zstdFrames(bytes: Buffer): Buffer {
  const half = bytes.length / 2;
  return Buffer.concat([
    zstdCompressSync(bytes.subarray(0, half)),
    skippable(5),
    Buffer.from('notes'),
    zstdCompressSync(bytes.subarray(half)),
  ]);
}

function skippable(size: number): Buffer {
  const head = Buffer.alloc(8);
  head.writeUInt32LE(0x184d2a50, 0);
  head.writeUInt32LE(size, 4);
  return head;
}

function withDiffId(right: RawConfig, plain: Buffer): RawConfig {
  return { ...right, rootfs: { type: 'layers', diff_ids: [sha256(plain)] } };
}

function deepLink(name: string): readonly RawEntry[] {
  const deep = 'd/'.repeat(1500);
  const long = [
    pax({ path: deep }),
    { name: 'd', flag: '5' },
    pax({ linkpath: deep }),
    { name: 'l', flag: '2', link: 'x' },
  ];
  return [...long, pax({ path: `l/${deep}` }), { name }];
}

function broken(bytes: Buffer): Buffer {
  const copy = Buffer.from(bytes);
  copy.fill(0xff, 20, 40);
  return copy;
}

describe.each([
  ['OCI layout', 'oci:', writeRawLayout],
  ['docker-archive', 'docker-archive:', writeRawArchive],
] as const)('refused as %s', (_form, prefix, write) => {
  test.each(BOTH)('%s', async (_what, image, code = 'image-damaged') => {
    const at = place();
    await write(at, image);
    await expectRefused(prefix + at, code);
  });
});

describe('refused as OCI layout', () => {
  const describedAs = (change: Partial<RawDescriptor> & object): RawImage => ({
    manifest: (right) => ({ ...right, layers: right.layers.map((item) => ({ ...item, ...change })) }),
  });
  const namedAs = (change: object): RawImage => ({
    index: (right) => ({ ...right, manifests: right.manifests.map((item) => ({ ...item, ...change })) }),
  });

  test.each<readonly [string, RawImage, string?]>([
    ['a layer with a wrong size', describedAs({ size: 1 })],
    ['a layer that is missing', describedAs({ digest: sha256(other) })],
    ['a layer whose digest is a path', describedAs({ digest: 'sha256:../../../../../etc/passwd' })],
    ['a layer whose digest is of another algorithm', describedAs({ digest: `sha512:${'0'.repeat(128)}` })],
    ['a layer of a negative size', describedAs({ size: -1 })],
    ['an encrypted layer', describedAs({ mediaType: 'application/vnd.oci.image.layer.v1.tar+gzip+encrypted' })],
    ['a layer that is a chart', describedAs({ mediaType: 'application/vnd.cncf.helm.chart.content.v1.tar+gzip' })],
    ['a manifest with a wrong size', namedAs({ size: 7 })],
    ['a manifest that is missing', namedAs({ digest: sha256(other) })],
    ['a manifest of 1 GB', namedAs({ size: 2 ** 30 })],
    ['a manifest that is something else', namedAs({ mediaType: 'text/plain' })],
    ['a manifest that is called an index', namedAs({ mediaType: 'application/vnd.oci.image.index.v1+json' })],
    ['a platform that its config denies', namedAs({ platform: { os: 'linux', architecture: 'arm64' } })],
    ['a manifest that is an index too', { manifest: (right) => ({ ...right, manifests: [] }) }],
    ['a manifest of version 1', { manifest: (right) => ({ ...right, schemaVersion: 1 }) }],
    [
      'a manifest that calls itself an index',
      { manifest: (right) => ({ ...right, mediaType: 'application/vnd.oci.image.index.v1+json' }) },
    ],
    ['a manifest without config', { manifest: (right) => ({ ...right, config: undefined }) }],
    ['a manifest without layers', { manifest: (right) => ({ ...right, layers: undefined }) }],
    [
      'an artifact',
      { manifest: (right) => ({ ...right, config: { ...right.config, mediaType: 'application/vnd.in-toto+json' } }) },
    ],
    ['an index that is no JSON', { index: () => Buffer.from('nonsense') }],
    ['an index that is a manifest too', { index: (right) => ({ ...right, layers: [] }) }],
    [
      'an index with two lists',
      { index: (right) => Buffer.from(JSON.stringify(right).replace('{', '{"manifests":[],')) },
    ],
    ['an index of 5 MiB', { index: () => Buffer.alloc(5 << 20, ' ') }, 'image-too-large'],
    ['an index of 1001 images', { index: (right) => ({ ...right, manifests: Array(1001).fill(right.manifests[0]) }) }],
  ])('%s', async (_what, image, code = 'image-damaged') => {
    const at = place();
    await writeRawLayout(at, image);
    await expectRefused(`oci:${at}`, code);
  });

  test('a blob that is not what its digest says', async () => {
    const at = place();
    await writeRawLayout(at, {});
    await writeFile(join(at, 'blobs', ...sha256(GOOD_LAYER).split(':')), GOOD_LAYER.fill('x', 512, 530));
    GOOD_LAYER.write(PASSWD, 512);
    await expectRefused(`oci:${at}`);
  });

  test('a blob that is a folder, and one that is a device', async () => {
    const at = place();
    await writeRawLayout(at, {});
    const blob = join(at, 'blobs', ...sha256(GOOD_LAYER).split(':'));
    await rm(blob);
    await mkdir(blob);
    await expectRefused(`oci:${at}`);
    await rm(blob, { recursive: true });
    await symlink('/dev/zero', blob);
    await expectRefused(`oci:${at}`);
  });

  test('indexes that name each other without end', async () => {
    const at = place();
    await writeRawLayout(at, {});
    let mediaType = 'application/vnd.oci.image.manifest.v1+json';
    let bytes = Buffer.from('{}');
    for (let depth = 0; depth < 8; depth += 1) {
      await writeFile(join(at, 'blobs', ...sha256(bytes).split(':')), bytes);
      const inner = { mediaType, digest: sha256(bytes), size: bytes.length };
      bytes = Buffer.from(JSON.stringify({ schemaVersion: 2, manifests: [inner] }));
      mediaType = 'application/vnd.oci.image.index.v1+json';
    }
    await writeFile(join(at, 'index.json'), bytes);
    await expectRefused(`oci:${at}`, 'image-too-large');
  });

  test('an unknown layout version', async () => {
    const at = place();
    await writeRawLayout(at, {});
    await writeFile(join(at, 'oci-layout'), '{"imageLayoutVersion":"2.0.0"}');
    await expectRefused(`oci:${at}`);
  });
});

describe('refused as docker-archive', () => {
  const manifest = (change: (text: string) => string): RawImage => ({
    members: (right) =>
      right.map((item) => (item.name === 'manifest.json' ? { ...item, content: change(String(item.content)) } : item)),
  });
  const without = (name: RegExp): RawImage => ({ members: (right) => right.filter((item) => !name.test(item.name)) });

  test.each<readonly [string, RawImage, string?]>([
    ['no manifest.json', without(/^manifest/)],
    ['no config', without(/^[0-9a-f]{64}/)],
    ['no layer', without(/layer\.tar$/)],
    ['a manifest.json that is no JSON', manifest(() => '[')],
    ['a manifest.json without images', manifest(() => '[]')],
    ['a manifest.json that is an object', manifest((text) => text.slice(1, -1))],
    ['a config outside the archive', manifest((text) => text.replace(/"[0-9a-f]{64}\.json"/, '"../../../etc/passwd"'))],
    ['a layer outside the archive', manifest((text) => text.replace('0/layer.tar', '/etc/passwd'))],
    ['a config that is a layer', manifest((text) => text.replace(/"[0-9a-f]{64}\.json"/, '"0/layer.tar"'))],
    ['manifest.json twice', { members: (right) => [...right, { name: './manifest.json', content: '[]' }] }],
    [
      'a config that is not what its name says',
      {
        members: (right) =>
          right.map((item) => (/^[0-9a-f]{64}/.test(item.name) ? { ...item, content: `${item.content} ` } : item)),
      },
    ],
    [
      'a layer that links to itself',
      {
        members: (right) =>
          right.map((item) =>
            item.name.endsWith('layer.tar') ? { name: item.name, flag: '2', link: 'layer.tar' } : item,
          ),
      },
    ],
    [
      'a layer that links outside',
      {
        members: (right) =>
          right.map((item) =>
            item.name.endsWith('layer.tar') ? { name: item.name, flag: '2', link: '../../../../etc/passwd' } : item,
          ),
      },
    ],
    ['a member outside the archive', { members: (right) => [...right, { name: '../../escape-4', content: 'x' }] }],
    ['a member that is a device', { members: (right) => [...right, { name: 'null', flag: '3' }] }],
    ['a manifest.json of 5 MiB', manifest(() => ' '.repeat(5 << 20)), 'image-too-large'],
    [
      'more files than any archive has',
      {
        members: (right) => [
          ...right,
          ...Array.from({ length: 20_000 }, (_item, index) => ({ name: `l${index}`, flag: '2', link: 'x' })),
        ],
      },
      'image-too-large',
    ],
    [
      'an image that is there twice, once without its layers',
      manifest((text) => JSON.stringify([...JSON.parse(text), { Config: 'gone.json', RepoTags: [], Layers: [] }])),
    ],
    [
      'a thousand and one images',
      manifest((text) => JSON.stringify(Array.from({ length: 1001 }, () => JSON.parse(text)[0]))),
    ],
    [
      'a layer that is its config',
      manifest((text) => text.replace('"0/layer.tar"', /"[0-9a-f]{64}\.json"/.exec(text)?.[0] ?? '')),
    ],
  ])('%s', async (_what, image, code = 'image-damaged') => {
    const at = place();
    await writeRawArchive(at, image);
    await expectRefused(`docker-archive:${at}`, code);
  });

  test.each([0, 1, 511, 700, 1500, 2600])('an archive cut to %i bytes', async (length) => {
    const at = place();
    await writeRawArchive(at, {});
    await truncate(at, length);
    await expectRefused(`docker-archive:${at}`);
  });

  test('an archive that is gzip-compressed and cut', async () => {
    const at = place();
    await writeRawArchive(at, {});
    await writeFile(at, gzipSync(await readFile(at)).subarray(0, 200));
    await expectRefused(`docker-archive:${at}`);
  });
});

describe('refused as OCI archive', () => {
  const blob = `blobs/sha256/${sha256(GOOD_LAYER).slice(7)}`;

  test.each<readonly [string, readonly (RawEntry | Buffer)[], string?]>([
    ['nothing in it', []],
    ['no index', [{ name: 'oci-layout', content: '{"imageLayoutVersion":"1.0.0"}' }]],
    ['a blob that is not what its name says', [{ name: blob, content: 'x' }]],
    [
      'a blob twice',
      [
        { name: blob, content: GOOD_LAYER },
        { name: `./${blob}`, content: GOOD_LAYER },
      ],
    ],
    ['a blob that is a link', [{ name: blob, flag: '2', link: '/etc/passwd' }]],
    ['an index that is a link', [{ name: 'index.json', flag: '1', link: '/etc/passwd' }]],
    ['a member outside', [{ name: '../escape-5', content: 'x' }]],
    ['a blob outside', [{ name: 'blobs/sha256/../../../escape-6', content: 'x' }]],
    ['an index of 5 MiB', [{ name: 'index.json', content: Buffer.alloc(5 << 20, ' ') }], 'image-too-large'],
    ['an archive cut short', [rawEntry({ name: blob, content: GOOD_LAYER }).subarray(0, 600)]],
  ])('%s', async (_what, members, code = 'image-damaged') => {
    const at = place();
    await writeFile(at, members.some(Buffer.isBuffer) ? Buffer.concat(members.map(bytesOf)) : rawTar(...members));
    await expectRefused(`oci-archive:${at}`, code);
  });

  test('an absolute name and a linked folder are left out, not followed', async () => {
    const at = place();
    const absolute = join(outer.path, 'escape-7');
    await writeFile(
      at,
      rawTar(
        { name: absolute, content: 'x' },
        { name: 'blobs', flag: '2', link: outer.path },
        { name: 'blobs/escape-8', content: 'x' },
        { name: 'index.json', content: '{"schemaVersion":2,"manifests":[]}' },
        { name: 'oci-layout', content: '{"imageLayoutVersion":"1.0.0"}' },
      ),
    );
    await expect(open(`oci-archive:${at}`)).rejects.toMatchObject({ name: 'UsageError', code: 'image-empty' });
  });

  function bytesOf(member: RawEntry | Buffer): Buffer {
    return Buffer.isBuffer(member) ? member : rawEntry(member);
  }
});

test('what hides behind the end of a layer is not seen, as engines do not see it', async () => {
  const at = place();
  const root = 'root:x:0:0::/root:/bin/sh\n';
  const hidden = Buffer.concat([rawTar({ name: 'etc/passwd', content: root }), GOOD_LAYER]);
  await writeRawLayout(at, { layers: [hidden] });
  expect(await open(`oci:${at}`)).toMatchObject({ evidence: { texts: { '/etc/passwd': root } } });
});
