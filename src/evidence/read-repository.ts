import { join, posix } from 'node:path';
import type { Host } from '../host/ports.ts';
import { errorCode } from '../model/error-code.ts';
import type { RepositoryEvidence } from '../model/repository.ts';
import type { GitFiles } from './git-files.ts';
import { type ReadableFiles, type RepositoryView, workTreeView } from './repository-view.ts';

/** Where the tools look: docs.github.com (Dependabot options reference) and docs.renovatebot.com (configuration options). */
const UPDATERS = [
  '.github/dependabot.yml',
  '.github/dependabot.yaml',
  'renovate.json',
  'renovate.json5',
  '.github/renovate.json',
  '.github/renovate.json5',
  '.gitlab/renovate.json',
  '.gitlab/renovate.json5',
  '.renovaterc',
  '.renovaterc.json',
  '.renovaterc.json5',
];

/** Renovate also takes a `renovate` entry of it. */
const MANIFEST = 'package.json';

/** Far above any real one. */
const LARGEST = 512 * 1024;

export type RepositoryReader = (dockerfile: string | null, context: string | null) => Promise<RepositoryEvidence>;

/** Asks git and reads the updaters' configuration once, for all subjects of a run. */
export function repositoryReader(
  workingDirectory: string,
  host: Host,
  view: RepositoryView = workTreeView(workingDirectory, host),
): RepositoryReader {
  let facts: Promise<Facts> | null = null;
  return async (dockerfile, context) => {
    facts ??= readFacts(workingDirectory, view);
    // What lies outside the working directory is not looked at, nor what lies beside it there.
    const path = dockerfile === null ? null : inside(dockerfile);
    return describe(path, context, await facts, workingDirectory, view.files);
  };
}

/**
 * What surrounds one Dockerfile. `dockerfile` and `context` are relative to the working directory, with slashes; a context
 * of null is worked out only where there is no doubt. What cannot be read is named, never taken for missing.
 */
export function gatherRepository(
  dockerfile: string | null,
  workingDirectory: string,
  context: string | null,
  host: Host,
): Promise<RepositoryEvidence> {
  return repositoryReader(workingDirectory, host)(dockerfile, context);
}

interface Facts {
  readonly git: GitFiles | null;
  readonly updaters: Readonly<Record<string, string>>;
  readonly unreadable: readonly string[];
}

async function readFacts(workingDirectory: string, { files, tracked }: RepositoryView): Promise<Facts> {
  const git = await tracked(workingDirectory);
  const updaters: Record<string, string> = {};
  const unreadable: string[] = [];
  for (const path of git === null ? [] : UPDATERS) {
    const text = await readSmall(join(git?.root ?? workingDirectory, path), files);
    if (text === 'unreadable') unreadable.push(path);
    else if (text !== null) updaters[path] = text.text;
  }
  const manifest = git === null ? null : await readSmall(join(git.root, MANIFEST), files);
  if (manifest !== null && manifest !== 'unreadable' && manifest.text.includes('"renovate"')) {
    updaters[MANIFEST] = manifest.text;
  }
  return { git, updaters, unreadable };
}

async function describe(
  dockerfile: string | null,
  stated: string | null,
  { git, updaters, unreadable }: Facts,
  workingDirectory: string,
  files: ReadableFiles,
): Promise<RepositoryEvidence> {
  const context = stated === null ? likelyContext(dockerfile, git) : inside(stated);
  const found: { file: string; text: string }[] = [];
  const failed: string[] = [];
  for (const file of ignoreFiles(dockerfile, context)) {
    const text = await readSmall(join(workingDirectory, file), files);
    if (text === null) continue;
    if (text === 'unreadable') failed.push(file);
    else found.push({ file, text: text.text });
    break;
  }
  return {
    files: git?.files ?? null,
    prefix: git?.prefix ?? null,
    context,
    ignoreFile: found[0] ?? null,
    updaters,
    unreadable: [...unreadable, ...failed],
  };
}

/**
 * A Dockerfile in the root of the repository is built from there; for one in a folder below, its own folder and every
 * folder above it are as likely, so nothing is guessed.
 */
function likelyContext(dockerfile: string | null, git: GitFiles | null): string | null {
  const atRoot = dockerfile !== null && posix.dirname(dockerfile) === '.' && (git?.prefix ?? '') === '';
  return atRoot ? '' : null;
}

/** Cleaned, '' for the working directory itself; null for a path that lies outside it. */
function inside(path: string): string | null {
  const cleaned = posix.normalize(`${path}/`).replace(/^\.?\/|\/$/g, '');
  return path.startsWith('/') || cleaned === '..' || cleaned.startsWith('../') ? null : cleaned;
}

/** In BuildKit's order (frontend/dockerui/config.go): the Dockerfile's own does not depend on the context. */
function ignoreFiles(dockerfile: string | null, context: string | null): string[] {
  const own = dockerfile === null ? [] : [`${dockerfile}.dockerignore`];
  return context === null ? own : [...own, context === '' ? '.dockerignore' : `${context}/.dockerignore`];
}

/** Null when there is nothing at the path. */
async function readSmall(path: string, files: ReadableFiles): Promise<{ readonly text: string } | 'unreadable' | null> {
  try {
    const stat = await files.stat(path);
    if (stat === null) return null;
    return stat.kind === 'file' ? { text: await files.readText(path, LARGEST) } : 'unreadable';
  } catch (error) {
    return ['ENOENT', 'ENOTDIR'].includes(errorCode(error)) ? null : 'unreadable';
  }
}
