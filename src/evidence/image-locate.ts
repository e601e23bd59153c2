import { join, resolve } from 'node:path';
import type { Host } from '../host/ports.ts';
import { decompressed } from '../image/decompress.ts';
import { readTar } from '../image/tar/read-tar.ts';
import { UsageError, VerifyError } from '../model/failure.ts';
import { findInEngines } from './image-engine.ts';
import { type ImageSource, type ParsedReference, parseImageReference } from './image-reference.ts';

/** Finds out where the image is that a user named. Files are told apart by what they hold; their paths become absolute. */
export async function locateImage(text: string, workingDirectory: string, host: Host): Promise<ImageSource> {
  const parsed = parseImageReference(text);
  switch (parsed.kind) {
    case 'engine':
    case 'registry':
      return parsed;
    case 'oci':
      return { ...parsed, folder: resolve(workingDirectory, parsed.folder) };
    case 'docker-archive':
    case 'oci-archive':
      return { kind: parsed.kind, ...(await splitFile(parsed.file, workingDirectory, host)) };
    case 'path':
      return fromPath(parsed, resolve(workingDirectory, parsed.path), host);
  }
}

/** `FILE` or `FILE:TAG`. Both may hold colons, and only the file system tells where the one ends. */
async function splitFile(
  text: string,
  workingDirectory: string,
  { files }: Host,
): Promise<{ readonly file: string; readonly tag: string | null }> {
  const whole = { file: resolve(workingDirectory, text), tag: null };
  if ((await files.stat(whole.file)) !== null) {
    return whole;
  }
  for (let colon = text.indexOf(':', 2); colon !== -1; colon = text.indexOf(':', colon + 1)) {
    const file = resolve(workingDirectory, text.slice(0, colon));
    if ((await files.stat(file))?.kind === 'file') {
      return { file, tag: text.slice(colon + 1) };
    }
  }
  return whole;
}

async function fromPath(
  { path, reference }: Extract<ParsedReference, { kind: 'path' }>,
  absolute: string,
  host: Host,
): Promise<ImageSource> {
  const source = await sourceAt(absolute, host);
  if (source === null) {
    if (reference !== null) {
      return { kind: 'engine', reference };
    }
    throw (await host.files.stat(absolute)) === null
      ? new UsageError(
          'image-not-found',
          'there is nothing at this path.',
          'Name the file or folder that the build wrote.',
        )
      : new UsageError(
          'image-invalid',
          'it is neither a docker-archive nor an OCI archive nor an OCI layout.',
          'Write the image with `docker save`, or with `docker buildx build --output type=oci,dest=FILE`.',
        );
  }
  // A change under review could add a folder with the name of the image that the workflow builds and names.
  if (reference !== null && (await findInEngines(reference, host)).some((answer) => answer.kind === 'found')) {
    throw new UsageError(
      'image-ambiguous',
      'it is both a path and the name of an image in the local engine.',
      `Write ./${path} for the path, or ${reference}:latest (with its tag) for the image.`,
    );
  }
  return source;
}

async function sourceAt(path: string, host: Host): Promise<ImageSource | null> {
  const found = await host.files.stat(path);
  if (found?.kind === 'directory') {
    const index = await host.files.stat(join(path, 'index.json'));
    return index?.kind === 'file' ? { kind: 'oci', folder: path, tag: null } : null;
  }
  return found?.kind === 'file' ? archiveAt(path, host) : null;
}

/** `manifest.json` makes a docker-archive, also when an OCI layout lies beside it: it comes last in most of them. */
async function archiveAt(file: string, host: Host): Promise<ImageSource | null> {
  let hasIndex = false;
  try {
    for await (const entry of readTar(decompressed(host.files.open(file)))) {
      if (entry.name === 'manifest.json') {
        return { kind: 'docker-archive', file, tag: null };
      }
      hasIndex ||= /^(\.\/)?index\.json$/.test(entry.name);
    }
  } catch (error) {
    if (error instanceof VerifyError) {
      // No tar at all is no image; one that breaks off is a damaged one, and its reader will say so.
      return hasIndex ? { kind: 'oci-archive', file, tag: null } : null;
    }
    throw error;
  }
  return hasIndex ? { kind: 'oci-archive', file, tag: null } : null;
}
