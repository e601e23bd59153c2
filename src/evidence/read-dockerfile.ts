import { relative, resolve, sep } from 'node:path';
import { evaluateDockerfile } from '../dockerfile/evaluate.ts';
import { DockerfileError, readDockerfile } from '../dockerfile/read.ts';
import type { Files } from '../host/ports.ts';
import type { DockerfileEvidence } from '../model/dockerfile.ts';
import { errorCode, errorMessage } from '../model/error-code.ts';
import { UsageError } from '../model/failure.ts';

export interface DockerfileRequest {
  /** As the user named it, relative to the working directory. */
  readonly path: string;
  readonly workingDirectory: string;
  readonly target: string | null;
  readonly buildArgs: Readonly<Record<string, string>>;
  /** Like `linux/amd64`. */
  readonly platform: string;
}

/** Far above any real one; a file beyond it is not read. */
const LARGEST = 64 * 1024 * 1024;

/** @throws UsageError when there is no such file, it lies outside the working directory, or BuildKit would reject it. */
export async function gatherDockerfile(request: DockerfileRequest, files: Files): Promise<DockerfileEvidence> {
  const file = repositoryPath(request.path, request.workingDirectory);
  const text = await readFile(request, files);
  try {
    return evaluateDockerfile(readDockerfile(text, file), {
      target: request.target,
      buildArgs: request.buildArgs,
      platform: request.platform,
      baseConfig: () => null,
      assumeBuilds: true,
    });
  } catch (error) {
    if (!(error instanceof DockerfileError)) throw error;
    throw new UsageError(
      'bad-dockerfile',
      `${file}:${error.line}: ${error.message}`,
      'Correct the Dockerfile: a build would reject it too.',
    );
  }
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

async function readFile({ path, workingDirectory }: DockerfileRequest, files: Files): Promise<Uint8Array> {
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
    throw new UsageError('no-dockerfile', `${path} cannot be read: ${why}.`, 'Check the file and its permissions.');
  }
}
