import { chmod, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { findImage } from '../../src/evidence/image-engine.ts';
import { EngineExports } from '../../src/evidence/image-engine-exports.ts';
import { ImageRun } from '../../src/evidence/image-run.ts';
import { openImage } from '../../src/evidence/open-image.ts';
import { localHttp } from '../../src/host/local-http.ts';
import type { LocalHttp } from '../../src/host/ports.ts';
import { startEngine, type TestEngine } from '../support/engine.ts';
import { recordingRequests } from '../support/engine-requests.ts';
import { buildOciLayout, writeDockerArchive } from '../support/image-builder/index.ts';
import { imageHost } from '../support/image-host.ts';
import { PASSWD, writeRawArchive } from '../support/raw-image.ts';
import { rawTar } from '../support/raw-tar.ts';
import { describeIf, partPath } from '../support/requires.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

const describeEngine = await describeIf('engine');

describeEngine('the local engine', () => {
  let engine: TestEngine;
  let folder: Awaited<ReturnType<typeof temporaryFolder>>;
  const at = (name: string): string => join(folder.path, name);

  beforeAll(async () => {
    folder = await temporaryFolder('engine');
    engine = await startEngine(partPath('engine'));
    await writeFile(at('rootfs.tar'), rawTar({ name: 'etc/passwd', content: PASSWD }));
    await writeFile(
      at('Dockerfile'),
      'FROM scratch\nADD rootfs.tar /\nENV A=1\nUSER app\nEXPOSE 3000\nCMD ["/app"]\nHEALTHCHECK --interval=5s CMD ["/ok"]\n',
    );
    await engine.docker(['build', '--tag', 'acme/time:ci', folder.path], { DOCKER_BUILDKIT: '0' });
  });

  afterAll(async () => {
    await engine?.stop();
    await folder?.[Symbol.asyncDispose]();
  });

  const host = (programs: Readonly<Record<string, string | null>> = { podman: null }) =>
    imageHost({ env: { DOCKER_HOST: engine.host, SECRET_TOKEN: 'x' }, programs });
  const options = (platform: string | null = null) => ({
    platform,
    texts: ['/etc/passwd'],
    files: true,
    heads: () => false,
    workingDirectory: folder.path,
  });

  test('gives an image by tag, id and short id, as docker inspect describes it', async () => {
    await using machine = await host();
    const [inspected] = JSON.parse(await engine.docker(['image', 'inspect', 'acme/time:ci']));
    const id: string = inspected.Id;
    for (const reference of ['acme/time:ci', id, id.slice(7), id.slice(7, 19)]) {
      const { evidence, repository } = await openImage(reference, options(), machine.host);
      expect(repository).toBe('acme/time');
      expect(evidence).toMatchObject({
        reference,
        imageId: id,
        digest: null,
        platform: `${inspected.Os}/${inspected.Architecture}`,
        texts: { '/etc/passwd': PASSWD },
        config: {
          user: inspected.Config.User,
          env: inspected.Config.Env,
          cmd: inspected.Config.Cmd,
          exposedPorts: Object.keys(inspected.Config.ExposedPorts),
          healthcheck: { test: inspected.Config.Healthcheck.Test, interval: 5e9 },
        },
      });
      expect(evidence.layers.map(({ diffId }) => diffId)).toEqual(inspected.RootFS.Layers);
      expect(evidence.history.map(({ emptyLayer }) => emptyLayer)).toEqual([false, true, true, true, true, true]);
    }
  });

  test('keeps an image that was loaded as it is', async () => {
    await using machine = await host();
    const built = await buildOciLayout(
      { steps: [{ createdBy: 'COPY', files: [{ path: 'etc/passwd', content: PASSWD }] }], config: { User: 'app' } },
      at('layout'),
    );
    await writeDockerArchive(at('layout'), at('loaded.tar'), { repoTags: ['ghcr.io/acme/loaded:1'] });
    await engine.docker(['load', '--input', at('loaded.tar')]);
    const { evidence, repository } = await openImage('ghcr.io/acme/loaded:1', options(), machine.host);
    expect(repository).toBe('acme/loaded');
    expect(evidence).toMatchObject({ imageId: built.imageId, config: { user: 'app' } });
    expect(evidence.layers.map(({ diffId }) => diffId)).toEqual(built.layers.map(({ diffId }) => diffId));
  });

  test('a tag that moves after the image was found does not swap it', async () => {
    await using machine = await host();
    await engine.docker(['tag', 'acme/time:ci', 'acme/moving:1']);
    const found = await findImage('acme/moving:1', machine.host);
    await writeRawArchive(at('other.tar'), {});
    await engine.docker(['load', '--input', at('other.tar')]);
    await engine.docker(['tag', 'acme/raw:1', 'acme/moving:1']);
    const { images } = await new EngineExports([], machine.host).stage(found);
    expect(images.map(({ imageId }) => imageId)).toEqual([`sha256:${found.id}`]);
  });

  test('each image of a run is asked for once, and together with the first', async () => {
    await using machine = await host();
    await engine.docker(['tag', 'acme/time:ci', 'acme/twice:1']);
    const references = ['acme/time:ci', 'acme/twice:1', 'acme/time:ci', 'acme/gone:1'];
    const { host: counting, asked } = recordingRequests(machine.host);
    const run = new ImageRun(references, counting);
    for (const reference of references.slice(0, 3)) await openImage(reference, options(), counting, run);
    await expect(openImage('acme/gone:1', options(), counting, run)).rejects.toMatchObject({ code: 'image-not-found' });
    expect(asked.slice(0, 3).sort()).toEqual(
      ['acme/gone:1', 'acme/time:ci', 'acme/twice:1'].map((name) => `image inspect ${name}`),
    );
    expect(asked.slice(3)).toEqual([expect.stringMatching(/^GET \/images\/get\?names=sha256:/)]);
  });

  const truncated: LocalHttp['get'] = (socket, target, requestOptions, read) =>
    localHttp.get(socket, target, requestOptions, ({ status, body }) => read({ status, body: firstBytes(body, 5000) }));

  test.each<readonly [string, LocalHttp['get']]>([
    ['nobody listens', (_socket, ...rest) => localHttp.get(at('no.sock'), ...rest)],
    ['it is another engine', (socket, _target, ...rest) => localHttp.get(socket, '/images/get?names=no-such', ...rest)],
    ['it goes away', truncated],
  ])('the client gives the same when the socket does not: %s', async (_why, get) => {
    await using machine = await host();
    const direct = recordingRequests(machine.host);
    const { evidence } = await openImage('acme/time:ci', options(), direct.host);
    expect(direct.asked.at(-1)).toMatch(/^GET /);
    const detour = recordingRequests({ ...machine.host, localHttp: { get } });
    const again = await openImage('acme/time:ci', options(), detour.host);
    expect(detour.asked.slice(-2)).toEqual([direct.asked.at(-1), expect.stringMatching(/^save sha256:/)]);
    expect(again.evidence).toEqual(evidence);
  });

  test('is not asked twice when the disk is full', async () => {
    await using machine = await host();
    const full = Object.assign(new Error('ENOSPC: no space left on device, write'), { code: 'ENOSPC' });
    const files = { ...machine.host.files, save: () => Promise.reject(full) };
    const { host: filled, asked } = recordingRequests({ ...machine.host, files });
    await expect(openImage('acme/time:ci', options(), filled)).rejects.toMatchObject({
      message: expect.stringContaining('ENOSPC'),
    });
    expect(asked.at(-1)).toMatch(/^GET /);
  });

  test('an image that is not there is named with every engine and the hint for buildx', async () => {
    await using machine = await host();
    await expect(openImage('acme/gone:1', options(), machine.host)).rejects.toMatchObject({
      name: 'UsageError',
      code: 'image-not-found',
      message: 'acme/gone:1: no local engine has this image (docker: no such image; podman: not installed).',
      advice: expect.stringContaining('load: true'),
    });
  });

  test('an image for another machine than was asked for is refused', async () => {
    await using machine = await host();
    await expect(openImage('acme/time:ci', options('linux/s390x'), machine.host)).rejects.toMatchObject({
      name: 'VerifyError',
      code: 'platform-mismatch',
    });
  });

  test('a path that is the name of an image too is refused', async () => {
    await using machine = await host();
    await engine.docker(['tag', 'acme/time:ci', 'decoy:latest']);
    await buildOciLayout({ steps: [] }, at('decoy'));
    await expect(openImage('decoy', options(), machine.host)).rejects.toMatchObject({
      name: 'UsageError',
      code: 'image-ambiguous',
    });
    expect((await openImage('decoy:latest', options(), machine.host)).evidence.config.user).toBe('app');
    expect((await openImage('./decoy', options(), machine.host)).evidence.config.user).toBe('');
  });

  test('a tag that means another image in a second engine is refused with both ids', async () => {
    const id = 'b'.repeat(64);
    await writeFile(at('podman'), `#!/bin/sh\necho '[{"Id":"${id}","RepoTags":["localhost/acme/time:ci"]}]'\n`);
    await chmod(at('podman'), 0o755);
    await using machine = await host({ podman: at('podman') });
    await expect(openImage('acme/time:ci', options(), machine.host)).rejects.toMatchObject({
      name: 'UsageError',
      code: 'image-ambiguous',
      message: expect.stringMatching(/sha256:[0-9a-f]{64} in docker, sha256:b{64} in podman/),
    });
  });

  test('the client gets no more of the environment than it needs', async () => {
    await writeFile(at('spy'), `#!/bin/sh\nenv > ${at('seen')}\nexit 1\n`);
    await chmod(at('spy'), 0o755);
    await using machine = await host({ docker: at('spy'), podman: null });
    await expect(openImage('acme/time:ci', options(), machine.host)).rejects.toMatchObject({
      code: 'engine-unavailable',
    });
    const seen = await readFile(at('seen'), 'utf8');
    expect(seen).toContain(`DOCKER_HOST=${engine.host}`);
    expect(seen).not.toContain('SECRET_TOKEN');
  });
});

test('an engine that does not run is named with what it says', async () => {
  await using folder = await temporaryFolder('no-engine');
  const program = join(folder.path, 'docker');
  await writeFile(program, '#!/bin/sh\necho "Cannot connect to the Docker daemon at $DOCKER_HOST." >&2\nexit 1\n');
  await chmod(program, 0o755);
  await using machine = await imageHost({
    env: { DOCKER_HOST: 'unix:///nowhere' },
    programs: { docker: program, podman: join(folder.path, 'gone') },
  });
  await expect(
    openImage(
      'x:1',
      { platform: null, texts: [], files: false, heads: () => false, workingDirectory: folder.path },
      machine.host,
    ),
  ).rejects.toMatchObject({
    name: 'VerifyError',
    code: 'engine-unavailable',
    message: expect.stringMatching(
      /^x:1: no local engine has this image \(docker: Cannot connect to the Docker daemon at unix:\/\/\/nowhere; podman: cannot be started \(.*ENOENT.*\)\)\.$/,
    ),
  });
});

async function* firstBytes(body: AsyncIterable<Uint8Array>, count: number): AsyncGenerator<Uint8Array, void> {
  let left = count;
  for await (const piece of body) {
    yield piece.subarray(0, left);
    left -= piece.length;
    if (left <= 0) return;
  }
}
