import { type ChildProcess, execFile, spawn } from 'node:child_process';
import { writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { promisify } from 'node:util';
import { temporaryFolder } from './temporary-folder.ts';

const run = promisify(execFile);
const START_MS = 30_000;

/** Debian's docker-registry on loopback, for one user. */
export interface RealRegistry extends AsyncDisposable {
  /** Like `127.0.0.1:5000`. */
  readonly host: string;
  /** For `DOCKER_CONFIG`: a folder with the user's login. */
  readonly config: string;
  /** Copies an image there with skopeo; `source` like `oci:FOLDER`. */
  push(source: string, name: string, ...options: readonly string[]): Promise<void>;
}

const USER = 'robot';
const PASSWORD = 'pa:55 wörd';

/** @param program path of docker-registry */
export async function startRealRegistry(program: string): Promise<RealRegistry> {
  const folder = await temporaryFolder('real-registry');
  const at = (name: string): string => join(folder.path, name);
  const host = `127.0.0.1:${await freePort()}`;
  const { stdout: entry } = await run('htpasswd', ['-Bbn', USER, PASSWORD]);
  await writeFile(at('htpasswd'), entry.trim());
  await writeFile(at('registry.yml'), settings(host, at('data'), at('htpasswd')));
  const auth = Buffer.from(`${USER}:${PASSWORD}`).toString('base64');
  await writeFile(at('config.json'), JSON.stringify({ auths: { [host]: { auth } } }));
  const server = spawn(program, ['serve', at('registry.yml')], { stdio: ['ignore', 'ignore', 'pipe'] });
  let said = '';
  server.stderr.setEncoding('utf8').on('data', (text: string) => {
    said = (said + text).slice(-4000);
  });
  const stop = async (): Promise<void> => {
    await end(server);
    await folder[Symbol.asyncDispose]();
  };
  const deadline = Date.now() + START_MS;
  while (!(await answers(host))) {
    if (server.exitCode !== null || Date.now() > deadline) {
      await stop();
      throw new Error(`docker-registry did not come up:\n${said}`);
    }
    await pause(50);
  }
  return {
    host,
    config: folder.path,
    push: async (source, name, ...options) => {
      const target = `docker://${host}/${name}`;
      const args = ['--insecure-policy', 'copy', '--dest-tls-verify=false', '--authfile', at('config.json')];
      await run('skopeo', [...args, ...options, source, target]);
    },
    [Symbol.asyncDispose]: stop,
  };
}

function settings(host: string, data: string, htpasswd: string): string {
  return JSON.stringify({
    version: 0.1,
    log: { level: 'error' },
    storage: { filesystem: { rootdirectory: data } },
    http: { addr: host },
    auth: { htpasswd: { realm: 'test', path: htpasswd } },
  });
}

/** The registry takes no port 0: one that is free now. */
async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  const address = server.address();
  await new Promise((closed) => server.close(closed));
  return typeof address === 'object' && address !== null ? address.port : 0;
}

async function answers(host: string): Promise<boolean> {
  return fetch(`http://${host}/v2/`).then(
    ({ status }) => status === 401,
    () => false,
  );
}

async function end(server: ChildProcess): Promise<void> {
  if (server.exitCode !== null || server.signalCode !== null) return;
  const ended = new Promise<void>((resolve) => {
    server.once('exit', () => resolve());
  });
  server.kill('SIGTERM');
  await ended;
}
