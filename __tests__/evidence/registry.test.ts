import { chmod, mkdir, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { parseRegistryImage } from '../../src/evidence/image-registry-reference.ts';
import { ImageRun } from '../../src/evidence/image-run.ts';
import { openImage, platformsOfImage } from '../../src/evidence/open-image.ts';
import { buildOciIndex, buildOciLayout, type ImageSpec } from '../support/image-builder/index.ts';
import { imageHost } from '../support/image-host.ts';
import { type Asked, send, startImageRegistry, type Trick } from '../support/image-registry.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

const SPEC: ImageSpec = {
  steps: [
    { createdBy: 'ADD rootfs.tar /', files: [{ path: 'etc/passwd', content: 'app:x:1:1::/:/bin/sh\n' }] },
    { createdBy: 'RUN x', compression: 'zstd', files: [{ path: 'app/x', content: 'x' }] },
  ],
  config: { User: 'app', Env: ['A=1'] },
};
const ARM: ImageSpec = {
  ...SPEC,
  platform: 'linux/arm64',
  steps: [{ createdBy: 'COPY', files: [{ path: 'arm', content: 'arm' }] }],
};
const MANIFEST = 'application/vnd.oci.image.manifest.v1+json';

let folder: Awaited<ReturnType<typeof temporaryFolder>>;
let digest = '';
let imageId = '';
let configSize = 0;
let layers: readonly string[] = [];
const at = (name: string): string => join(folder.path, name);

beforeAll(async () => {
  folder = await temporaryFolder('registry');
  const built = await buildOciLayout(SPEC, at('one'));
  ({ digest, imageId } = built);
  layers = built.layers.map((layer) => layer.digest);
  configSize = (await stat(join(at('one'), 'blobs', ...imageId.split(':')))).size;
  await buildOciLayout({ ...SPEC, config: { User: 'other' } }, at('other'));
  await buildOciIndex([SPEC, ARM], at('multi'), { attestations: true });
});

afterAll(async () => {
  await folder[Symbol.asyncDispose]();
});

const options = (platform: string | null = null) => ({
  platform,
  texts: ['/etc/passwd'],
  files: true,
  heads: () => false,
  workingDirectory: folder.path,
});

/** Serves the layouts with a trick and opens an image there. */
async function open(
  name: string,
  { trick, env = {}, platform = null }: { trick?: Trick; env?: Record<string, string>; platform?: string | null } = {},
) {
  await using registry = await startImageRegistry({ 'acme/one:1': at('one'), 'acme/multi:1': at('multi') }, trick);
  await using machine = await imageHost({ env, programs: { docker: null, podman: null } });
  const opened = await openImage(`registry:${registry.host}/${name}`, options(platform), machine.host);
  return { ...opened, requests: registry.requests, blobs: registry.blobs(), host: registry.host };
}

describe('an image of a registry', () => {
  test('is the one that a layout holds', async () => {
    await using machine = await imageHost();
    const { evidence: local } = await openImage(`oci:${at('one')}`, options(), machine.host);
    const { evidence, repository } = await open('acme/one:1');
    expect(repository).toBe('acme/one');
    expect({ ...evidence, reference: '' }).toEqual({ ...local, reference: '' });
    expect(evidence).toMatchObject({ imageId, digest, texts: { '/etc/passwd': 'app:x:1:1::/:/bin/sh\n' } });
  });

  test('is found by its digest', async () => {
    const { evidence, requests } = await open(`acme/one@${digest}`);
    expect(evidence.imageId).toBe(imageId);
    expect(requests[0]?.path).toBe(`/v2/acme/one/manifests/${digest}`);
  });

  test('comes for the platform that was asked for, and nothing else of it is fetched', async () => {
    const { evidence, blobs } = await open('acme/multi:1', { platform: 'linux/arm64' });
    expect(evidence.platform).toBe('linux/arm64');
    expect(blobs).toHaveLength(2);
    expect(blobs).not.toContain(layers[0]);
  });

  test('is asked for once for all its platforms, of which builds’ own records are none', async () => {
    await using registry = await startImageRegistry({ 'acme/multi:1': at('multi') });
    await using machine = await imageHost();
    const reference = `registry:${registry.host}/acme/multi:1`;
    const run = new ImageRun([reference], machine.host);
    expect(await platformsOfImage(reference, folder.path, machine.host, run)).toEqual(['linux/amd64', 'linux/arm64']);
    for (const platform of ['linux/amd64', 'linux/arm64']) {
      const { evidence } = await openImage(reference, options(platform), machine.host, run);
      expect(evidence.platform).toBe(platform);
    }
    expect(registry.requests.filter(({ path }) => path.endsWith('/manifests/1'))).toHaveLength(1);
  });

  test('shares its layers with others of the run', async () => {
    await using registry = await startImageRegistry({ 'acme/one:1': at('one'), 'acme/other:1': at('other') });
    await using machine = await imageHost();
    const references = ['one', 'other'].map((name) => `registry:${registry.host}/acme/${name}:1`);
    const run = new ImageRun(references, machine.host);
    const users: string[] = [];
    for (const reference of references) {
      users.push((await openImage(reference, options(), machine.host, run)).evidence.config.user);
    }
    expect(users).toEqual(['app', 'other']);
    expect(registry.blobs().filter((blob) => layers.includes(blob))).toHaveLength(layers.length);
  });

  test('for a platform that is not there, and for one of several that must be named', async () => {
    await expect(open('acme/multi:1', { platform: 'linux/s390x' })).rejects.toMatchObject({ code: 'platform-missing' });
    await expect(open('acme/multi:1', { platform: 'all' })).rejects.toMatchObject({ code: 'platform-needed' });
    expect((await open('acme/one:1', { platform: 'all' })).evidence.platform).toBe('linux/amd64');
  });
});

const blob = ({ path }: Asked): boolean => path.includes('/blobs/') && path.endsWith(layers[0] ?? '-');
const tag = ({ path }: Asked): boolean => path.endsWith('/manifests/1');
const on =
  (when: (asked: Asked) => boolean, status: number, bytes: string | (() => string), type = MANIFEST): Trick =>
  (asked, response) => {
    if (!when(asked)) return false;
    // A wait that is not waited for.
    response.setHeader('retry-after', '3600');
    send(response, status, type, Buffer.from(typeof bytes === 'string' ? bytes : bytes()));
    return true;
  };
const manifest = (change: object, layer: object = {}): string =>
  JSON.stringify({
    schemaVersion: 2,
    mediaType: MANIFEST,
    config: { mediaType: 'application/vnd.oci.image.config.v1+json', digest: imageId, size: configSize },
    layers: [{ mediaType: 'application/vnd.oci.image.layer.v1.tar+gzip', digest: layers[0], size: 100, ...layer }],
    ...change,
  });

test.each([
  ['node:24', 'docker.io', 'https://registry-1.docker.io', 'library/node', '24'],
  ['docker.io/acme/x', 'docker.io', 'https://registry-1.docker.io', 'acme/x', 'latest'],
  ['index.docker.io/acme/x', 'docker.io', 'https://registry-1.docker.io', 'acme/x', 'latest'],
  ['ghcr.io/acme/x:1', 'ghcr.io', 'https://ghcr.io', 'acme/x', '1'],
  [`ghcr.io/x:1@sha256:${'a'.repeat(64)}`, 'ghcr.io', 'https://ghcr.io', 'x', `sha256:${'a'.repeat(64)}`],
  ['localhost:5000/x', 'localhost:5000', 'http://localhost:5000', 'x', 'latest'],
  ['127.0.0.1.evil.example/x', '127.0.0.1.evil.example', 'https://127.0.0.1.evil.example', 'x', 'latest'],
  ['localhost.evil.example/x', 'localhost.evil.example', 'https://localhost.evil.example', 'x', 'latest'],
])('%s is asked for at its registry', (text, registry, origin, repository, wanted) => {
  expect(parseRegistryImage(text)).toMatchObject({ registry, origin, repository, wanted });
});

test.each(['', 'UPPER', 'a b', 'https://ghcr.io/x', 'x@md5:00', '../x', 'ghcr.io/x:1/../../y', 'a'.repeat(64)])(
  '%j is no image of a registry',
  (text) => {
    expect(() => parseRegistryImage(text)).toThrow('no name of an image');
  },
);

describe('what a registry must not do', () => {
  const many = { mediaType: MANIFEST, digest: `sha256:${'a'.repeat(64)}`, size: 1 };
  const INDEX = 'application/vnd.oci.image.index.v1+json';
  test.each<[string, Trick, string, RegExp]>([
    ['send another layer', on(blob, 200, 'something else'), 'image-damaged', /bytes where \d+ are stated/],
    ['send a longer layer', on(blob, 200, 'x'.repeat(9999)), 'image-damaged', /sends more for the layer/],
    ['not have a layer', on(blob, 404, ''), 'image-damaged', /does not have the layer sha256:[0-9a-f]{64}/],
    ['send a text', on(tag, 200, 'hello'), 'image-damaged', /is not JSON/],
    ['send another type', on(tag, 200, '{}', 'text/html'), 'image-format', /"text\/html"/],
    [
      'send the oldest form',
      on(tag, 200, '{}', 'application/vnd.docker.distribution.manifest.v1+prettyjws'),
      'image-format',
      /current tool|not read/,
    ],
    [
      'send an artifact',
      on(tag, 200, () => manifest({ config: { ...many, mediaType: 'x/y' } })),
      'image-damaged',
      /no container image/,
    ],
    ['call an index a manifest', on(tag, 200, () => manifest({ mediaType: INDEX })), 'image-damaged', /calls itself/],
    ['send a huge manifest', on(tag, 200, ' '.repeat(5 * 1024 ** 2)), 'image-damaged', /sends more for the manifest/],
    [
      'name images without end',
      on(tag, 200, JSON.stringify({ schemaVersion: 2, manifests: Array(1001).fill(many) }), INDEX),
      'image-damaged',
      /manifests/,
    ],
    [
      'name a layer for which there is no room',
      on(tag, 200, () => manifest({}, { size: 60 * 1024 ** 4 })),
      'image-too-large',
      /layers have/,
    ],
  ])('%s', async (_, trick, code, message) => {
    await expect(open('acme/one:1', { trick })).rejects.toMatchObject({
      name: 'VerifyError',
      code,
      message: expect.stringMatching(message),
    });
  });

  test('send a layer of the right length that is another', async () => {
    const trick: Trick = (asked, response) => {
      if (!blob(asked)) return false;
      send(response, 200, MANIFEST, Buffer.alloc(size));
      return true;
    };
    const { evidence } = await open('acme/one:1');
    const size = evidence.layers[0]?.size ?? 0;
    expect(size).toBeGreaterThan(0);
    await expect(open('acme/one:1', { trick })).rejects.toMatchObject({
      code: 'image-damaged',
      message: expect.stringContaining('is not what its digest says'),
    });
  });

  test('have more than the disk has room for', async () => {
    await using registry = await startImageRegistry({ 'acme/one:1': at('one') });
    await using machine = await imageHost();
    // All that is kept free, the documents, and not one layer.
    const freeSpace = async (): Promise<number> => 64 * 1024 ** 2 + 5_000;
    const host = { ...machine.host, files: { ...machine.host.files, freeSpace } };
    await buildOciLayout(
      { steps: [{ createdBy: 'x', compression: 'none', files: [{ path: 'x', content: 'x'.repeat(9_000) }] }] },
      at('large'),
    );
    await using large = await startImageRegistry({ 'acme/large:1': at('large') });
    await expect(openImage(`registry:${large.host}/acme/large:1`, options(), host)).rejects.toMatchObject({
      code: 'disk-full',
    });
    expect(large.blobs()).toHaveLength(1);
    await expect(openImage(`registry:${registry.host}/acme/one:1`, options(), host)).resolves.toBeDefined();
  });

  test('state another digest than it sends, or send another than was asked for', async () => {
    const trick: Trick = (asked, response) => {
      if (!tag(asked)) return false;
      response.setHeader('docker-content-digest', `sha256:${'b'.repeat(64)}`);
      send(response, 200, MANIFEST, Buffer.from(manifest({})));
      return true;
    };
    await expect(open('acme/one:1', { trick })).rejects.toMatchObject({ code: 'image-damaged' });
    const asked = `acme/one@sha256:${'c'.repeat(64)}`;
    const other = on(
      () => true,
      200,
      () => manifest({}),
    );
    await expect(open(asked, { trick: other })).rejects.toMatchObject({
      code: 'image-damaged',
      message: expect.stringContaining('answers with sha256:'),
    });
  });
});

describe('refusals name the registry, the login that was tried and what to do', () => {
  test.each<[number, string, string, RegExp]>([
    [
      401,
      'VerifyError',
      'registry-denied',
      /^registry:(127.*)\/acme\/one:1: \1 does not let this user have the manifest \(401\)/,
    ],
    [403, 'VerifyError', 'registry-denied', /\(403\)/],
    [404, 'UsageError', 'image-not-found', /has no such image \(404\)/],
    [429, 'VerifyError', 'registry-rate-limit', /\(429\)/],
    [503, 'VerifyError', 'registry-error', /\(503\)/],
  ])('%s', async (status, name, code, message) => {
    await expect(open('acme/one:1', { trick: on(() => true, status, '{}') })).rejects.toMatchObject({
      name,
      code,
      message: expect.stringMatching(message),
    });
  });

  test('a registry that is not there', async () => {
    await using machine = await imageHost();
    // Every attempt at it would be in vain; a name that cannot be resolved is not tried again.
    await expect(openImage('registry:gone.invalid/x:1', options(), machine.host)).rejects.toMatchObject({
      name: 'VerifyError',
      code: 'registry-network',
      message: expect.stringContaining('gone.invalid did not give the manifest'),
    });
  });
});

describe('a registry that asks for a login', () => {
  const basic = `Basic ${Buffer.from('robot:pa:55').toString('base64')}`;
  /** Hands out tokens for the login, of which each is good for so many requests. */
  const withTokens = (uses: number): Trick => {
    let token = 0;
    let left = 0;
    return ({ path, authorization }, response, origin) => {
      if (path.startsWith('/token')) {
        const isAllowed = authorization === basic;
        token += 1;
        left = uses;
        send(
          response,
          isAllowed ? 200 : 401,
          'application/json',
          Buffer.from(isAllowed ? `{"token":"t${token}"}` : '{}'),
        );
        return true;
      }
      if (authorization === `Bearer t${token}` && left > 0) {
        left -= 1;
        return false;
      }
      response.setHeader('www-authenticate', `Bearer realm="${origin}/token",service="s"`);
      send(response, 401, 'application/json', Buffer.from('{}'));
      return true;
    };
  };

  async function configFor(
    content: (host: string) => object,
    trick: Trick,
    programs: Readonly<Record<string, string>> = {},
  ) {
    await using registry = await startImageRegistry({ 'acme/one:1': at('one') }, trick);
    await mkdir(at('docker'), { recursive: true });
    await writeFile(join(at('docker'), 'config.json'), JSON.stringify(content(registry.host)));
    await using machine = await imageHost({ env: { DOCKER_CONFIG: at('docker') }, programs });
    const opened = await openImage(`registry:${registry.host}/acme/one:1`, options(), machine.host);
    return { ...opened, requests: registry.requests };
  }

  const login = (host: string) => ({ auths: { [host]: { auth: Buffer.from('robot:pa:55').toString('base64') } } });

  test('gets the one of docker’s config', async () => {
    const { evidence, requests } = await configFor(login, withTokens(100));
    expect(evidence.imageId).toBe(imageId);
    expect(requests.filter(({ path }) => path.startsWith('/token'))).toMatchObject([{ authorization: basic }]);
    expect(requests.find(({ path }) => path.includes('/token'))?.path).toContain(
      'scope=repository%3Aacme%2Fone%3Apull',
    );
  });

  test('gets it again when its token has run out', async () => {
    const { evidence, requests } = await configFor(login, withTokens(2));
    expect(evidence.imageId).toBe(imageId);
    expect(requests.filter(({ path }) => path.startsWith('/token'))).toHaveLength(2);
  });

  test.each<[string, (host: string) => object, RegExp]>([
    ['no login', () => ({}), /no login for 127.0.0.1:\d+ in \S+\/docker\/config.json/],
    [
      'a wrong one',
      (host) => ({ auths: { [host]: { username: 'x', password: 'secret-1' } } }),
      /the login in \S+config.json is not enough; its token server answers 401/,
    ],
    ['no helper', () => ({ credsStore: 'nowhere' }), /nor from docker-credential-nowhere/],
  ])('names the config with %s, and no password', async (_, content, message) => {
    const error = await configFor(content, withTokens(100)).catch((reason: unknown) => reason);
    expect(error).toMatchObject({
      code: 'registry-denied',
      message: expect.stringMatching(message),
      advice: expect.stringMatching(/docker login 127.0.0.1:\d+/),
    });
    expect(JSON.stringify(error)).not.toContain('secret-1');
  });

  test.each([
    ['<token>', 'VerifyError', /has an identity token for it, which cannot be used/],
    ['robot', null, /./],
  ])('asks the helper of the config, which knows %s', async (user, refusal, message) => {
    const helper = join(folder.path, 'helper');
    await writeFile(helper, `#!/bin/sh\necho '{"Username":"${user}","Secret":"pa:55"}'\n`);
    await chmod(helper, 0o755);
    const opened = configFor(() => ({ credsStore: 'test' }), withTokens(100), { 'docker-credential-test': helper });
    if (refusal === null) expect((await opened).evidence.imageId).toBe(imageId);
    else await expect(opened).rejects.toMatchObject({ name: refusal, message: expect.stringMatching(message) });
  });

  test('sends another host no login with the layers that it has', async () => {
    await using store = await startImageRegistry({ 'acme/one:1': at('one') });
    const tokens = withTokens(100);
    const trick: Trick = (asked, response, origin) => {
      if (!asked.path.includes('/blobs/') || asked.authorization === null) return tokens(asked, response, origin);
      response.writeHead(307, { location: `http://${store.host}${asked.path}` });
      response.end();
      return true;
    };
    const { evidence } = await configFor(login, trick);
    expect(evidence.imageId).toBe(imageId);
    expect(store.requests.map(({ authorization }) => authorization)).toEqual([null, null, null]);
  });
});
