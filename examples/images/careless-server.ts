import { type ConfigSpec, history, type ImageSpec } from '../../__tests__/support/image-builder/index.ts';
import { NODE_DEBIAN_CONFIG, NODE_DEBIAN_STEPS } from './node-debian.ts';
import { copiedFiles, installedPackages } from './npm-packages.ts';

/** Made up: it has the form of a GitHub token, and belongs to nobody. */
const FAKE_TOKEN = 'ghp_NotARealTokenItIsOnlyForTheDemo00000';

const COMMAND = ['/bin/sh', '-c', 'node --inspect=0.0.0.0:9229 server.js'];

const CONFIG: ConfigSpec = {
  ExposedPorts: { '22/tcp': {}, '3000/tcp': {}, '9229/tcp': {} },
  Env: [...(NODE_DEBIAN_CONFIG.Env ?? []), `API_TOKEN=${FAKE_TOKEN}`],
  Entrypoint: ['docker-entrypoint.sh'],
  Cmd: COMMAND,
  ArgsEscaped: true,
  WorkingDir: '/app',
};

/** The image that BuildKit makes of `examples/careless-server/Dockerfile`; `folder` is that file's folder. */
export async function carelessServer(folder: string): Promise<ImageSpec> {
  return {
    tag: 'careless-server',
    config: CONFIG,
    steps: [
      ...NODE_DEBIAN_STEPS,
      { createdBy: history.workdir('/app'), files: [{ path: 'app', type: 'directory' }] },
      { createdBy: history.env(`API_TOKEN=${FAKE_TOKEN}`) },
      {
        createdBy: history.copy(['.', '.']),
        files: await copiedFiles(folder, ['Dockerfile', 'package-lock.json', 'package.json', 'server.js']),
      },
      { createdBy: history.run('npm install'), files: await installedPackages(folder) },
      { createdBy: history.expose('22/tcp', '3000/tcp', '9229/tcp') },
      { createdBy: history.cmd(COMMAND) },
    ],
  };
}
