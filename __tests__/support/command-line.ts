import { spawn } from 'node:child_process';
import { cp } from 'node:fs/promises';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { buildExamples } from '../../examples/build.ts';
import { ROOT } from '../../scripts/lib/repository.ts';
import { temporaryFolder } from './temporary-folder.ts';
import { trivyBinary } from './trivy-binary.ts';

export const CLI = join(ROOT, 'dist', 'cli.js');

export interface Ran {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** A repository with the examples, their images, and a Trivy cache with the demo's database. */
export interface Repository extends AsyncDisposable {
  readonly path: string;
  /** Runs the shipped `image-gate` in it. */
  run(args: readonly string[], env?: Readonly<Record<string, string>>): Promise<Ran>;
}

export async function exampleRepository(): Promise<Repository> {
  const folder = await temporaryFolder('command-line');
  for (const name of ['hardened-server', 'careless-server']) {
    await cp(join(ROOT, 'examples', name), join(folder.path, name), { recursive: true });
  }
  await buildExamples(join(folder.path, 'images'));
  await cp(join(ROOT, 'examples', 'trivy-db'), join(folder.path, 'trivy'), { recursive: true });
  return {
    path: folder.path,
    run: (args, env = {}) => runCommand(args, folder.path, env),
    [Symbol.asyncDispose]: () => folder[Symbol.asyncDispose](),
  };
}

/** Options that use the verified Trivy and the demo's database of the repository. */
export async function demoScanner(): Promise<readonly string[]> {
  const scanner = ['--trivy-path', await trivyBinary(), '--trivy-cache-dir', 'trivy'];
  return [...scanner, '--skip-db-update', '--max-db-age', 'none'];
}

async function runCommand(args: readonly string[], cwd: string, env: Readonly<Record<string, string>>): Promise<Ran> {
  const child = spawn(process.execPath, [CLI, ...args], {
    cwd,
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { PATH: process.env['PATH'], HOME: cwd, NO_COLOR: '1', ...env },
  });
  const code = new Promise<number | null>((resolve, reject) => {
    child.on('error', reject);
    child.on('close', resolve);
  });
  const [stdout, stderr] = await Promise.all([text(child.stdout), text(child.stderr)]);
  return { code: await code, stdout, stderr };
}
