import type { Host } from '../host/ports.ts';
import { assemble, captureNames } from '../image/assemble.ts';
import { Budget } from '../image/budget.ts';
import { damaged, tooLarge } from '../image/damaged.ts';
import type { Capture } from '../image/layer.ts';
import { IMAGE_LIMITS } from '../image/limits.ts';
import type { Platform } from '../image/platform.ts';
import { parsePlatform } from '../image/platform.ts';
import { errorCode, errorMessage } from '../model/error-code.ts';
import { UsageError, VerifyError } from '../model/failure.ts';
import type { ImageEvidence } from '../model/image.ts';
import { prepareDockerArchive } from './image-docker-archive.ts';
import { findImage, saveImage } from './image-engine.ts';
import { locateImage } from './image-locate.ts';
import { unpackOciArchive } from './image-oci-archive.ts';
import { prepareOciLayout } from './image-oci-layout.ts';
import type { PreparedImage } from './image-prepared.ts';
import { type ImageSource, repositoryOf, sharedRepository } from './image-reference.ts';

export interface OpenedImage {
  readonly evidence: ImageEvidence;
  /** What to pass to `trivy image --input`; it stays until the run ends. */
  readonly trivyInput: string;
  /** For a subject's name: without registry, tag and digest; null for archives without names. */
  readonly repository: string | null;
}

export interface OpenImageOptions {
  /** Like `linux/arm64`; null: any, and of several the machine's. */
  readonly platform: string | null;
  /** Absolute paths of small text files to read from the merged root file system, such as `/etc/passwd`. */
  readonly texts: readonly string[];
  readonly workingDirectory: string;
}

/**
 * Finds the image that a user named, reads it once and checks it against itself: every digest, every layer.
 * @throws UsageError when it is not there, or not one; VerifyError when it cannot be read or contradicts itself.
 */
export async function openImage(reference: string, options: OpenImageOptions, host: Host): Promise<OpenedImage> {
  try {
    const platform = options.platform === null ? null : parsePlatform(options.platform);
    const source = await locateImage(reference, options.workingDirectory, host);
    const { prepared, repository } = await prepare(source, platform, host);
    const { evidence, names } = await read(prepared, { reference, platform, texts: options.texts });
    return { evidence, trivyInput: prepared.trivyInput, repository: repository ?? sharedRepository(names) };
  } catch (error) {
    throw about(reference, error);
  }
}

interface Prepared {
  readonly prepared: PreparedImage;
  /** Null: as the image's own names say. */
  readonly repository: string | null;
}

async function prepare(source: ImageSource, platform: Platform | null, host: Host): Promise<Prepared> {
  switch (source.kind) {
    case 'engine': {
      const found = await findImage(source.reference, host);
      const isId = found.id.startsWith(source.reference.replace('sha256:', ''));
      const prepared = await prepareDockerArchive(await saveImage(found, host), host);
      return { prepared, repository: isId ? sharedRepository(found.names) : repositoryOf(source.reference) };
    }
    case 'docker-archive':
      return { prepared: await prepareDockerArchive(source.file, host), repository: null };
    case 'oci-archive': {
      const folder = await unpackOciArchive(source.file, host);
      return { prepared: await prepareOciLayout(folder, null, platform, host), repository: null };
    }
    case 'oci':
      return { prepared: await prepareOciLayout(source.folder, source.tag, platform, host), repository: null };
    case 'registry':
      throw new UsageError(
        'registry-not-supported',
        'images are not read from registries yet.',
        `Pull it first (docker pull ${source.reference}) and name it without the prefix.`,
      );
  }
}

interface ReadOptions {
  readonly reference: string;
  readonly platform: Platform | null;
  readonly texts: readonly string[];
}

/** A second reading is needed only when a link leads a text to a file of another name. */
async function read(
  prepared: PreparedImage,
  options: ReadOptions,
): Promise<{ readonly evidence: ImageEvidence; readonly names: readonly string[] }> {
  let capture: Capture = captureNames(options.texts);
  for (let readings = 0; readings < 2; readings += 1) {
    const stored = await prepared.load(capture, new Budget());
    const assembled = assemble(stored, options);
    if (assembled.kind === 'complete') {
      return { evidence: assembled.evidence, names: stored.names };
    }
    const needed = new Set(assembled.paths);
    const first = captureNames(options.texts);
    capture = (path) => needed.has(path) || first(path);
  }
  throw damaged('its text files take more room than any real ones');
}

/** Says of a failure which image it is about. */
function about(reference: string, error: unknown): unknown {
  const named = (message: string): string => `${reference}: ${message}`;
  if (error instanceof UsageError) {
    return new UsageError(error.code, named(error.message), error.advice);
  }
  if (error instanceof VerifyError) {
    return new VerifyError(error.code, named(error.message), error.advice, error.detail);
  }
  const code = errorCode(error);
  if (code === 'EFBIG') {
    return about(reference, tooLarge(`one of its documents has more than ${IMAGE_LIMITS.document} bytes`));
  }
  if (/^E[A-Z0-9]+$/.test(code)) {
    return new VerifyError(
      'image-unreadable',
      named(`it could not be read (${errorMessage(error)}).`),
      code === 'ENOSPC'
        ? 'Free some space in the folder for temporary files.'
        : 'Look whether this user may read it, and whether something else changes it meanwhile.',
    );
  }
  return error;
}
