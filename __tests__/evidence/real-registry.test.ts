import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { openImage } from '../../src/evidence/open-image.ts';
import { startEngine } from '../support/engine.ts';
import { buildOciIndex, buildOciLayout, type ImageSpec, writeDockerArchive } from '../support/image-builder/index.ts';
import { imageHost } from '../support/image-host.ts';
import { startPodman } from '../support/podman.ts';
import { type RealRegistry, startRealRegistry } from '../support/real-registry.ts';
import { describeIf, partPath } from '../support/requires.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

const describeRegistry = await describeIf('registry');
const describeEngine = await describeIf('engine');
const describePodman = await describeIf('podman');

const SPEC: ImageSpec = {
  steps: [
    {
      createdBy: 'ADD rootfs.tar /',
      files: [
        { path: 'etc/passwd', content: 'app:x:1001:1001::/app:/bin/sh\n' },
        { path: 'bin/su', content: 'x', mode: 0o4755 },
      ],
    },
    { createdBy: 'ENV A=1' },
    { createdBy: 'RUN x', files: [{ path: 'app/.wh.x', content: '' }] },
  ],
  config: { User: 'app', Env: ['A=1'], ExposedPorts: { '3000/tcp': {} }, Cmd: ['node'] },
};

describeRegistry('a real registry that asks for a login', () => {
  let registry: RealRegistry;
  let folder: Awaited<ReturnType<typeof temporaryFolder>>;
  const at = (name: string): string => join(folder.path, name);

  beforeAll(async () => {
    folder = await temporaryFolder('with-registry');
    registry = await startRealRegistry(partPath('registry'));
    await buildOciLayout({ ...SPEC, tag: 'v1' }, at('one'));
    await writeDockerArchive(at('one'), at('one.tar'), { repoTags: ['acme/one:v1'] });
    await buildOciIndex([SPEC, { ...SPEC, platform: 'linux/arm64' }], at('multi'), { tag: 'v1' });
    await registry.push(`oci:${at('one')}:v1`, 'acme/one:v1');
    await registry.push(`docker-archive:${at('one.tar')}`, 'acme/docker:v1', '--format', 'v2s2');
    await registry.push(`oci:${at('multi')}:v1`, 'acme/multi:v1', '--all');
  });

  afterAll(async () => {
    await registry?.[Symbol.asyncDispose]();
    await folder?.[Symbol.asyncDispose]();
  });

  const options = (platform: string | null = null) => ({
    platform,
    texts: ['/etc/passwd'],
    files: true,
    heads: () => false,
    workingDirectory: folder.path,
  });

  async function open(reference: string, env: Record<string, string> = { DOCKER_CONFIG: registry.config }) {
    await using machine = await imageHost({ env, programs: { docker: null, podman: null } });
    return (await openImage(reference, options(), machine.host)).evidence;
  }

  test('has the image that the layout and the archive have', async () => {
    const same = (evidence: Awaited<ReturnType<typeof open>>) => ({
      ...evidence,
      reference: '',
      digest: null,
      layers: evidence.layers.map(({ diffId }) => diffId),
    });
    const local = same(await open(`oci:${at('one')}`));
    expect(local.config.user).toBe('app');
    expect(same(await open(`docker-archive:${at('one.tar')}`))).toEqual(local);
    expect(same(await open(`registry:${registry.host}/acme/one:v1`))).toEqual(local);
    expect(same(await open(`registry:${registry.host}/acme/docker:v1`))).toEqual(local);
  });

  test('has it for several platforms', async () => {
    await using machine = await imageHost({ env: { DOCKER_CONFIG: registry.config }, arch: 'arm64' });
    const reference = `registry:${registry.host}/acme/multi:v1`;
    for (const platform of [null, 'linux/amd64']) {
      const { evidence } = await openImage(reference, options(platform), machine.host);
      expect(evidence.platform).toBe(platform ?? 'linux/arm64');
    }
  });

  test('does not give it to a stranger', async () => {
    await expect(open(`registry:${registry.host}/acme/one:v1`, {})).rejects.toMatchObject({
      name: 'VerifyError',
      code: 'registry-denied',
      message: expect.stringMatching(/\(401\): no login: there is no \S+config\.json\.$/),
    });
  });

  test('has no other image', async () => {
    await expect(open(`registry:${registry.host}/acme/gone:v1`)).rejects.toMatchObject({ code: 'image-not-found' });
  });

  describeEngine('and docker', () => {
    test('have the same image, which was pushed from there', async () => {
      const engine = await startEngine(partPath('engine'));
      try {
        const name = `${registry.host}/acme/pushed:v1`;
        await engine.docker(['load', '--input', at('one.tar')]);
        await engine.docker(['tag', 'acme/one:v1', name]);
        await engine.docker(['--config', registry.config, 'push', '--quiet', name]);
        const env = { DOCKER_CONFIG: registry.config, DOCKER_HOST: engine.host };
        await using machine = await imageHost({ env, programs: { podman: null } });
        const { evidence: local } = await openImage(name, options(), machine.host);
        const { evidence: pulled } = await openImage(`registry:${name}`, options(), machine.host);
        expect(pulled.digest).toMatch(/^sha256:/);
        expect(pulled.imageId).toBe(local.imageId);
        expect(pulled.config).toEqual(local.config);
        expect(pulled.files).toEqual(local.files);
      } finally {
        await engine.stop();
      }
    });
  });

  describePodman('and podman', () => {
    test('have the same image', async () => {
      await using engine = await startPodman(partPath('podman'));
      const name = `${registry.host}/acme/one:v1`;
      const login = ['--authfile', join(registry.config, 'config.json'), '--tls-verify=false'];
      await engine.podman('pull', '--quiet', ...login, name);
      const env = { DOCKER_CONFIG: registry.config, CONTAINERS_STORAGE_CONF: engine.storage };
      await using machine = await imageHost({ env, programs: { docker: null } });
      const { evidence: pulled } = await openImage(`registry:${name}`, options(), machine.host);
      const { evidence: local } = await openImage(name, options(), machine.host);
      expect(local.imageId).toBe(pulled.imageId);
      expect(local.config).toEqual(pulled.config);
      expect(local.files).toEqual(pulled.files);
    });
  });
});
