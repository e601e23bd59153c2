import { type ChildProcess, execFile, spawn } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { promisify } from 'node:util';
import { isExecutable } from '../../scripts/lib/which.ts';

const run = promisify(execFile);

/** A container engine of the tests' own: nothing it does touches the images of the machine's engine. */
export interface TestEngine {
  /** For `DOCKER_HOST`. */
  readonly host: string;
  /** Runs the docker client against it and gives its standard output. */
  docker(args: readonly string[], env?: Readonly<Record<string, string>>): Promise<string>;
  stop(): Promise<void>;
}

const PACKAGED = '/usr/bin/docker';
const START_MS = 60_000;

/** Starts `dockerd` (its path) with its own data and socket in a temporary folder, and no network. */
export async function startEngine(dockerd: string): Promise<TestEngine> {
  // Short: the path of a socket has at most 107 characters.
  const folder = await mkdtemp(join(tmpdir(), 'eng-'));
  const host = `unix://${join(folder, 's')}`;
  const daemon = spawn(
    dockerd,
    [
      ...['--host', host, '--data-root', join(folder, 'data'), '--exec-root', join(folder, 'exec')],
      ...['--pidfile', join(folder, 'pid'), '--bridge', 'none', '--iptables=false', '--ip6tables=false'],
    ],
    { stdio: ['ignore', 'ignore', 'pipe'] },
  );
  let said = '';
  daemon.stderr.setEncoding('utf8').on('data', (text: string) => {
    said = (said + text).slice(-4000);
  });
  const docker: TestEngine['docker'] = async (args, env = {}) => {
    const options = { env: { ...process.env, ...env, DOCKER_HOST: host }, maxBuffer: 1 << 26 };
    // Debian's client comes with the engine and knows its BuildKit; another one on the PATH may want a plug-in for it.
    const program = env['DOCKER_BUILDKIT'] === '1' && isExecutable(PACKAGED) ? PACKAGED : 'docker';
    return (await run(program, [...args], options)).stdout;
  };
  const stop = async (): Promise<void> => {
    await end(daemon);
    await rm(folder, { recursive: true, force: true, maxRetries: 5 });
  };
  const deadline = Date.now() + START_MS;
  while (!(await answers(docker))) {
    if (daemon.exitCode !== null || Date.now() > deadline) {
      await stop();
      throw new Error(`dockerd did not come up:\n${said}`);
    }
    await pause(100);
  }
  return { host, docker, stop };
}

async function answers(docker: TestEngine['docker']): Promise<boolean> {
  try {
    return (await docker(['version', '--format', '{{.Server.Version}}'])).trim() !== '';
  } catch {
    return false;
  }
}

async function end(daemon: ChildProcess): Promise<void> {
  if (daemon.exitCode !== null || daemon.signalCode !== null) {
    return;
  }
  const ended = new Promise<void>((resolve) => {
    daemon.once('exit', () => resolve());
  });
  daemon.kill('SIGTERM');
  await ended;
}
