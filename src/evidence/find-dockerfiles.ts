import type { Host } from '../host/ports.ts';
import { UsageError } from '../model/failure.ts';
import { askGit } from './git.ts';

const PATTERNS = ['Dockerfile', '*.Dockerfile', 'Dockerfile.*', 'Containerfile'];

/**
 * The Dockerfiles that git tracks below a folder, sorted; what `Dockerfile.dockerignore` names is none.
 * @throws UsageError `nothing-to-judge` when the folder is no git work tree or tracks none.
 */
export async function findDockerfiles(folder: string, host: Host): Promise<readonly string[]> {
  const advice = 'Name what to judge with image or dockerfile.';
  const specs = PATTERNS.flatMap((pattern) => [`:(glob)${pattern}`, `:(glob)**/${pattern}`]);
  const listing = await askGit(folder, ['ls-files', '-z', '--', ...specs], host);
  if (listing === null) {
    throw new UsageError(
      'nothing-to-judge',
      `No image and no Dockerfile is named, and ${folder} is no git work tree to look in.`,
      advice,
    );
  }
  const found = listing.split('\0').filter((path) => path !== '' && !path.endsWith('.dockerignore'));
  if (found.length === 0) {
    throw new UsageError(
      'nothing-to-judge',
      `No image and no Dockerfile is named, and git tracks no Dockerfile in ${folder}.`,
      advice,
    );
  }
  return [...new Set(found)].sort();
}
