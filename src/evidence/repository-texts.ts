import { join, posix } from 'node:path';
import { isLockFile, LOCK_FILE_LIMIT } from '../image/lock-files/find.ts';
import type { RepositoryEvidence } from '../model/repository.ts';
import type { ReadableFiles } from './repository-view.ts';

/** More lock files than a large collection of servers has; beyond it findings point at instructions instead. */
const MOST_LOCK_FILES = 300;
const LARGEST_TOGETHER = 128 * 1024 * 1024;
const LARGEST_SERVER_JSON = 1024 * 1024;

/**
 * Texts of the tracked lock files by their paths. One that cannot be read is left out: its packages then point at the
 * instruction that brought them.
 * @param tracked null: nothing is known of the repository
 */
export async function readLockFiles(
  tracked: readonly string[] | null,
  workingDirectory: string,
  files: Pick<ReadableFiles, 'readText'>,
): Promise<ReadonlyMap<string, string>> {
  const texts = new Map<string, string>();
  let left = LARGEST_TOGETHER;
  for (const path of (tracked ?? []).filter(isLockFile).slice(0, MOST_LOCK_FILES)) {
    const text = await readIfThere(join(workingDirectory, path), Math.min(LOCK_FILE_LIMIT, left), files);
    if (text === null) continue;
    texts.set(path, text);
    left -= text.length;
  }
  return texts;
}

/** The repository with the `server.json` that is nearest to the Dockerfile: in its folder or above it. */
export async function withServerJson(
  repository: RepositoryEvidence,
  dockerfile: string | null,
  workingDirectory: string,
  files: Pick<ReadableFiles, 'readText'>,
): Promise<RepositoryEvidence> {
  if (repository.files === null) return repository;
  const tracked = new Set(repository.files);
  const file = candidates(dockerfile).find((path) => tracked.has(path));
  if (file === undefined) return { ...repository, serverJson: null };
  const text = await readIfThere(join(workingDirectory, file), LARGEST_SERVER_JSON, files);
  return text === null ? repository : { ...repository, serverJson: { file, text } };
}

function candidates(dockerfile: string | null): readonly string[] {
  const paths: string[] = [];
  for (let folder = posix.dirname(dockerfile ?? '.'); ; folder = posix.dirname(folder)) {
    paths.push(posix.join(folder, 'server.json'));
    if (folder === '.' || folder === '/') return paths;
  }
}

async function readIfThere(
  path: string,
  limit: number,
  files: Pick<ReadableFiles, 'readText'>,
): Promise<string | null> {
  try {
    return await files.readText(path, limit);
  } catch {
    return null;
  }
}
