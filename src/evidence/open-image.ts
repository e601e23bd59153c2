import type { Host, Log } from '../host/ports.ts';
import { type AssembleOptions, assemble } from '../image/assemble.ts';
import { Budget } from '../image/budget.ts';
import { captureFor, type Wanted } from '../image/capture.ts';
import { tooLarge } from '../image/damaged.ts';
import { IMAGE_LIMITS } from '../image/limits.ts';
import { ALL_PLATFORMS, type Platform, parsePlatform } from '../image/platform.ts';
import { errorCode, errorMessage } from '../model/error-code.ts';
import { UsageError, VerifyError } from '../model/failure.ts';
import type { ImageEvidence } from '../model/image.ts';
import { locateImage } from './image-locate.ts';
import type { PreparedImage } from './image-prepared.ts';
import { type ImageSource, sharedRepository } from './image-reference.ts';
import { ImageRun } from './image-run.ts';

export interface OpenedImage {
  readonly evidence: ImageEvidence;
  /** What to pass to `trivy image --input`; it stays until the run ends. */
  readonly trivyInput: string;
  /**
   * Not null when `trivyInput` names the layers of the image without holding them. A scanner that has seen them before
   * needs no more, and any other one fails; it is then to be given what this writes.
   */
  readonly complete: (() => Promise<string>) | null;
  /** For a subject's name: without registry, tag and digest; null for archives without names. */
  readonly repository: string | null;
}

export interface OpenImageOptions extends Wanted {
  /** Like `linux/arm64`; null: any, and of several the machine's; `all`: the only one. */
  readonly platform: string | null;
  readonly workingDirectory: string;
  /** Told once the image has been found, while it leaves where it is. */
  readonly onFound?: () => void;
  /** Told once a scanner can be given the image, while nothing has been read of it yet. */
  readonly onPrepared?: (prepared: Omit<OpenedImage, 'evidence'>) => void;
}

/**
 * Finds the image that a user named, reads it once and checks it against itself: every digest, every layer.
 * @param run what the images of one run share; give the same one for each of them
 * @throws UsageError when it is not there, or not one; VerifyError when it cannot be read or contradicts itself.
 */
export async function openImage(
  reference: string,
  options: OpenImageOptions,
  host: Host,
  run: ImageRun = new ImageRun([reference], host),
): Promise<OpenedImage> {
  try {
    const source = await locateImage(reference, options.workingDirectory, host);
    const platform = await wantedPlatform(options.platform, source, run);
    const { prepared, repository } = await run.prepare(source, platform, options.onFound);
    options.onPrepared?.({ trivyInput: prepared.trivyInput, complete: prepared.complete, repository });
    const { evidence, names } = await read(prepared, { ...options, reference, platform }, host.log);
    // Reading may have brought what was missing.
    const { trivyInput, complete } = prepared;
    return { evidence, trivyInput, complete, repository: repository ?? sharedRepository(names) };
  } catch (error) {
    throw about(reference, error);
  } finally {
    await run.finished();
  }
}

/**
 * The platforms that an image is there for, like `linux/arm64`, sorted.
 * @param run what the images of one run share
 * @throws UsageError when it is not there; VerifyError when it cannot be read
 */
export async function platformsOfImage(
  reference: string,
  workingDirectory: string,
  host: Host,
  run: ImageRun,
): Promise<readonly string[]> {
  try {
    return await run.platforms(await locateImage(reference, workingDirectory, host));
  } catch (error) {
    throw about(reference, error);
  }
}

async function wantedPlatform(text: string | null, source: ImageSource, run: ImageRun): Promise<Platform | null> {
  if (text !== ALL_PLATFORMS) return text === null ? null : parsePlatform(text);
  const [only, ...more] = await run.platforms(source);
  if (only === undefined || more.length === 0) return null;
  throw new UsageError(
    'platform-needed',
    `it is there for ${[only, ...more].join(', ')}, and one of them is needed here.`,
    'Say with --platform which one.',
  );
}

/** A second reading is needed where a link leads a text or a beginning to a file of another name. */
async function read(
  prepared: PreparedImage,
  options: AssembleOptions,
  log: Log,
): Promise<{ readonly evidence: ImageEvidence; readonly names: readonly string[] }> {
  let needed: readonly string[] = [];
  for (let isLast = false; ; isLast = true) {
    const stored = await prepared.load(captureFor(options, needed), new Budget());
    const assembled = assemble(stored, options, isLast);
    if (assembled.kind === 'complete') {
      if (assembled.skipped > 0) {
        const limit = `${IMAGE_LIMITS.heads / 1024 ** 2} MiB`;
        log.warning(
          `${options.reference}: ${assembled.skipped} files were not looked into: more than ${limit} in all.`,
        );
      }
      return { evidence: assembled.evidence, names: stored.names };
    }
    needed = assembled.paths;
  }
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
