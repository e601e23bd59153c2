import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { ImageRun } from '../../src/evidence/image-run.ts';
import { openImage } from '../../src/evidence/open-image.ts';
import { imageHost } from '../support/image-host.ts';
import { startPodman, type TestPodman } from '../support/podman.ts';
import { describeIf, partPath } from '../support/requires.ts';

const describePodman = await describeIf('podman');

describePodman('podman', () => {
  let engine: TestPodman;
  const PASSWD = 'app:x:1001:1001::/app:/bin/sh\n';

  beforeAll(async () => {
    engine = await startPodman(partPath('podman'));
    const context = join(engine.folder, 'context');
    await writeFile(join(context, 'passwd'), PASSWD);
    await writeFile(
      join(context, 'Dockerfile'),
      'FROM scratch\nCOPY passwd /etc/passwd\nENV A=1\nUSER app\nEXPOSE 3000\nHEALTHCHECK --interval=5s CMD ["/ok"]\nCMD ["/app"]\n',
    );
    await engine.podman('build', '--quiet', '--tag', 'acme/time:ci', context);
    await engine.podman('build', '--quiet', '--format', 'docker', '--tag', 'acme/time:docker', context);
  });

  afterAll(async () => {
    await engine?.[Symbol.asyncDispose]();
  });

  const host = () => imageHost({ env: { CONTAINERS_STORAGE_CONF: engine.storage }, programs: { docker: null } });
  const options = () => ({
    platform: null,
    texts: ['/etc/passwd'],
    files: true,
    heads: () => false,
    workingDirectory: engine.folder,
  });

  test.each([
    ['acme/time:ci', false],
    ['acme/time:docker', true],
  ])('gives %s by tag, id and short id as it describes it', async (name, hasHealthcheck) => {
    await using machine = await host();
    const [inspected] = JSON.parse(await engine.podman('image', 'inspect', name));
    const id: string = inspected.Id;
    for (const reference of [name, `localhost/${name}`, id, id.slice(0, 12), `sha256:${id}`]) {
      const { evidence, repository } = await openImage(reference, options(), machine.host);
      expect(repository).toBe('acme/time');
      expect(evidence).toMatchObject({
        imageId: `sha256:${id}`,
        platform: `${inspected.Os}/${inspected.Architecture}`,
        texts: { '/etc/passwd': PASSWD },
        config: { user: 'app', env: inspected.Config.Env, cmd: ['/app'], exposedPorts: ['3000/tcp'] },
      });
      // Its own format does not hold one.
      expect(evidence.config.healthcheck !== null).toBe(hasHealthcheck);
      expect(evidence.layers.map(({ diffId }) => diffId)).toEqual(inspected.RootFS.Layers);
    }
  });

  test('its image leaves it once for all runs', async () => {
    await using machine = await host();
    const memory = { folder: join(engine.folder, 'images'), mayStore: () => true };
    const open = () =>
      openImage('acme/time:ci', options(), machine.host, new ImageRun(['acme/time:ci'], machine.host, memory));
    expect((await open()).complete).toBeNull();
    expect((await open()).complete).not.toBeNull();
  });

  test('an image that is not there is named with every engine, and the registry that may have it', async () => {
    await using machine = await host();
    await expect(openImage('ghcr.io/acme/gone:1', options(), machine.host)).rejects.toMatchObject({
      name: 'UsageError',
      code: 'image-not-found',
      message: 'ghcr.io/acme/gone:1: no local engine has this image (docker: not installed; podman: no such image).',
      advice: expect.stringMatching(/load: true.*registry:ghcr\.io\/acme\/gone:1\.$/),
    });
  });
});
