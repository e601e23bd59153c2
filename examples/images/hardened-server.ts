import { type ConfigSpec, history, type ImageSpec } from '../../__tests__/support/image-builder/index.ts';
import { NODE_ALPINE_CONFIG, NODE_ALPINE_STEPS } from './node-alpine.ts';
import { copiedFiles, installedPackages } from './npm-packages.ts';

const HEALTHCHECK = {
  Test: ['CMD', 'wget', '-q', '-O', '/dev/null', 'http://127.0.0.1:3000/health'],
  Interval: 30e9,
  Timeout: 3e9,
  StartPeriod: 5e9,
  Retries: 3,
};

const CONFIG: ConfigSpec = {
  User: '1000:1000',
  Labels: { 'io.modelcontextprotocol.server.name': 'io.github.example/hardened-server' },
  ExposedPorts: { '3000/tcp': {} },
  Env: [...(NODE_ALPINE_CONFIG.Env ?? []), 'NODE_ENV=production'],
  Entrypoint: ['docker-entrypoint.sh'],
  Cmd: ['node', 'server.js'],
  ArgsEscaped: true,
  Healthcheck: HEALTHCHECK,
  WorkingDir: '/app',
};

/** The image that BuildKit makes of `examples/hardened-server/Dockerfile`; `folder` is that file's folder. */
export async function hardenedServer(folder: string): Promise<ImageSpec> {
  return {
    tag: 'hardened-server',
    config: CONFIG,
    steps: [
      ...NODE_ALPINE_STEPS,
      {
        createdBy: history.run('rm -rf /usr/local/lib/node_modules /usr/local/bin/npm /usr/local/bin/npx'),
        files: [
          { path: 'usr/local/bin/.wh.npm' },
          { path: 'usr/local/bin/.wh.npx' },
          { path: 'usr/local/lib/.wh.node_modules' },
        ],
      },
      { createdBy: history.env('NODE_ENV=production') },
      { createdBy: history.workdir('/app'), files: [{ path: 'app', type: 'directory' }] },
      {
        createdBy: history.copy(['/app/node_modules', './node_modules']),
        files: await installedPackages(folder),
      },
      {
        createdBy: history.copy(['package.json', 'server.js', './']),
        files: await copiedFiles(folder, ['package.json', 'server.js']),
      },
      { createdBy: history.label('io.modelcontextprotocol.server.name=io.github.example/hardened-server') },
      { createdBy: history.expose('3000/tcp') },
      { createdBy: history.healthcheck(HEALTHCHECK) },
      { createdBy: history.user('1000:1000') },
      { createdBy: history.cmd(['node', 'server.js']) },
    ],
  };
}
