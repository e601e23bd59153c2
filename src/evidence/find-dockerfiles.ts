import type { Host } from '../host/ports.ts';
import { UsageError } from '../model/failure.ts';

const PATTERNS = ['Dockerfile', '*.Dockerfile', 'Dockerfile.*', 'Containerfile'];

/**
 * The Dockerfiles that git tracks below a folder, sorted; what `Dockerfile.dockerignore` names is none.
 * @throws UsageError `nothing-to-judge` when the folder is no git work tree or tracks none.
 */
export async function findDockerfiles(folder: string, { exec, env }: Host): Promise<readonly string[]> {
  const advice = 'Name what to judge with image or dockerfile.';
  const specs = PATTERNS.flatMap((pattern) => [`:(glob)${pattern}`, `:(glob)**/${pattern}`]);
  const git = await exec
    .run('git', ['-C', folder, '-c', 'core.fsmonitor=false', 'ls-files', '-z', '--', ...specs], {
      // Another repository's settings in the environment must not decide which files are seen.
      env: env.pick(['PATH', 'HOME', 'SystemRoot']),
      timeoutMs: 60_000,
    })
    .catch(() => null);
  if (git === null || git.exitCode !== 0) {
    throw new UsageError(
      'nothing-to-judge',
      `No image and no Dockerfile is named, and ${folder} is no git work tree to look in.`,
      advice,
    );
  }
  const found = git.stdout.split('\0').filter((path) => path !== '' && !path.endsWith('.dockerignore'));
  if (found.length === 0) {
    throw new UsageError(
      'nothing-to-judge',
      `No image and no Dockerfile is named, and git tracks no Dockerfile in ${folder}.`,
      advice,
    );
  }
  return [...new Set(found)].sort();
}
