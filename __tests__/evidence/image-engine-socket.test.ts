import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { dockerSocket } from '../../src/evidence/image-engine-socket.ts';
import { imageHost } from '../support/image-host.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

const DEFAULT = '/var/run/docker.sock';

describe('the socket of the engine that the docker client asks', () => {
  test.each<readonly [Readonly<Record<string, string>>, string | null]>([
    [{}, DEFAULT],
    [{ DOCKER_HOST: '' }, DEFAULT],
    [{ DOCKER_HOST: 'unix:///run/user/1000/docker.sock' }, '/run/user/1000/docker.sock'],
    [{ DOCKER_HOST: 'unix://' }, null],
    [{ DOCKER_HOST: 'unix://relative.sock' }, null],
    [{ DOCKER_HOST: 'tcp://127.0.0.1:2375' }, null],
    [{ DOCKER_HOST: 'ssh://build' }, null],
    [{ DOCKER_HOST: 'unix:///run/docker.sock', DOCKER_CONTEXT: 'other' }, null],
    [{ DOCKER_CONTEXT: 'other' }, null],
  ])('%j: %s', async (env, socket) => {
    await using machine = await imageHost({ env });
    expect(await dockerSocket(machine.host)).toBe(socket);
  });

  test.each([
    ['{}', DEFAULT],
    ['{"auths":{"ghcr.io":{}}}', DEFAULT],
    ['{"currentContext":""}', DEFAULT],
    ['{"currentContext":"default"}', DEFAULT],
    ['{"currentContext":"desktop-linux"}', null],
    ['{"currentContext":7}', null],
    ['{"currentContext"', null],
  ])('with the configuration %s: %s', async (config, socket) => {
    await using folder = await temporaryFolder('docker-config');
    await writeFile(join(folder.path, 'config.json'), config);
    await using machine = await imageHost({ env: { DOCKER_CONFIG: folder.path } });
    expect(await dockerSocket(machine.host)).toBe(socket);
    await mkdir(join(folder.path, '.docker'));
    await writeFile(join(folder.path, '.docker', 'config.json'), config);
    await using athome = await imageHost({ env: { HOME: folder.path } });
    expect(await dockerSocket(athome.host)).toBe(socket);
    // A host that is named wins over what the configuration says.
    await using named = await imageHost({ env: { DOCKER_CONFIG: folder.path, DOCKER_HOST: 'unix:///a.sock' } });
    expect(await dockerSocket(named.host)).toBe('/a.sock');
  });

  test('is not looked for on Windows', async () => {
    await using machine = await imageHost();
    const host = { ...machine.host, machine: { ...machine.host.machine, os: 'win32' } };
    expect(await dockerSocket(host)).toBeNull();
  });
});
