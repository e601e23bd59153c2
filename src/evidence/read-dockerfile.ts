import { relative, resolve, sep } from 'node:path';
import { DockerfileError, type ParsedDockerfile, readDockerfile } from '../dockerfile/read.ts';
import { errorCode, errorMessage } from '../model/error-code.ts';
import { UsageError } from '../model/failure.ts';
import type { BaseResolver, Chain } from './bases/resolver.ts';
import type { ReadableFiles } from './repository-view.ts';

export interface DockerfileRequest {
  /** As the user named it, relative to the working directory. */
  readonly path: string;
  readonly workingDirectory: string;
  readonly target: string | null;
  readonly buildArgs: Readonly<Record<string, string>>;
  /** Like `linux/amd64`. */
  readonly platform: string;
  /** See EvaluateOptions: true for a gate that stands behind the build, false to reject what BuildKit rejects. */
  readonly assumeBuilds: boolean;
}

/** Far above any real one; a file beyond it is not read. */
const LARGEST = 64 * 1024 * 1024;

/** What BuildKit rejects. */
export class RejectedDockerfile extends UsageError {
  readonly file: string;
  /** Counted from 1. */
  readonly line: number;
  /** Without file and line. */
  readonly reason: string;

  constructor(file: string, { line, message }: DockerfileError) {
    super('bad-dockerfile', `${file}:${line}: ${message}`, 'Correct the Dockerfile: a build would reject it too.');
    this.file = file;
    this.line = line;
    this.reason = message;
  }
}

/**
 * What a Dockerfile says on top of its bases.
 * @throws UsageError when there is no such file, or it lies outside the working directory; RejectedDockerfile
 */
export async function gatherDockerfile(
  request: DockerfileRequest,
  bases: BaseResolver,
  files: ReadableFiles,
): Promise<Chain> {
  const file = repositoryPath(request.path, request.workingDirectory);
  try {
    const parsed = await parseDockerfile(request.path, request.workingDirectory, files);
    const { target, buildArgs, platform, assumeBuilds } = request;
    return await bases.evaluate({ parsed, target, buildArgs, platform, assumeBuilds });
  } catch (error) {
    throw error instanceof DockerfileError ? new RejectedDockerfile(file, error) : error;
  }
}

/** @throws UsageError when there is no such file in the working directory; DockerfileError when it is none. */
export async function parseDockerfile(
  path: string,
  workingDirectory: string,
  files: ReadableFiles,
): Promise<ParsedDockerfile> {
  const file = repositoryPath(path, workingDirectory);
  return readDockerfile(await readFile({ path, workingDirectory }, files), file);
}

/** The file as it is. @throws UsageError `no-dockerfile` */
export function readDockerfileBytes(path: string, workingDirectory: string, files: ReadableFiles): Promise<Uint8Array> {
  return readFile({ path, workingDirectory }, files);
}

/**
 * The path under which reports name the file: relative to the working directory, with slashes.
 * @throws UsageError `dockerfile-outside` when it leaves that folder, because no alert could point at it.
 */
export function repositoryPath(path: string, workingDirectory: string): string {
  const root = resolve(workingDirectory);
  const inside = relative(root, resolve(root, path)).split(sep).join('/');
  if (inside === '' || inside === '..' || inside.startsWith('../') || /^[A-Za-z]:/.test(inside)) {
    throw new UsageError(
      'dockerfile-outside',
      `${path} lies outside the working directory.`,
      'Set working-directory to the root of the repository.',
    );
  }
  return inside;
}

async function readFile(
  { path, workingDirectory }: Pick<DockerfileRequest, 'path' | 'workingDirectory'>,
  files: ReadableFiles,
): Promise<Uint8Array> {
  const full = resolve(workingDirectory, path);
  const stat = await files.stat(full);
  if (stat === null)
    throw new UsageError(
      'no-dockerfile',
      `There is no Dockerfile at ${path}.`,
      'Check the path; it is relative to the working directory.',
    );
  if (stat.kind !== 'file')
    throw new UsageError('no-dockerfile', `${path} is not a file.`, 'Name the Dockerfile itself.');
  try {
    return await files.readBytes(full, LARGEST);
  } catch (error) {
    const code = errorCode(error);
    const why = code === 'EFBIG' ? `it is larger than ${LARGEST / 1024 / 1024} MiB` : errorMessage(error);
    const advice =
      code === 'EXDEV' ? 'Put the file itself into the repository.' : 'Check the file and its permissions.';
    throw new UsageError('no-dockerfile', `${path} cannot be read: ${why}.`, advice);
  }
}
