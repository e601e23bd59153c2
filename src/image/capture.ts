import { posix } from 'node:path';
import type { ImageConfig } from '../model/image.ts';
import type { Capture } from './layer.ts';
import { IMAGE_LIMITS } from './limits.ts';

/** What a caller wants to know of the files of an image. */
export interface Wanted {
  /** Absolute paths of small text files to be read from the merged root file system, such as `/etc/passwd`. */
  readonly texts: readonly string[];
  /** Whether the whole file system is to be listed. */
  readonly files: boolean;
  /**
   * Of which files (absolute path; also deleted and replaced ones) the first 64 KiB are to be read, at most 16 MiB in
   * all; of a link, those of the file it leads to. Has no effect unless `files`.
   */
  readonly heads: (path: string, config: ImageConfig) => boolean;
}

/** The same, once it is known whose image it is; null where the config comes after the layers. */
export type CaptureFor = (config: ImageConfig | null) => Capture;

/**
 * What to keep while reading for the first time. Of texts also files of the same name elsewhere, since that is where
 * links lead (`/etc/os-release` to `/usr/lib/os-release`): it saves reading the image again.
 * @param needed paths in layers of files that the reading before turned out to lack
 */
export function captureFor({ texts, files, heads }: Wanted, needed: readonly string[]): CaptureFor {
  const names = new Set(texts.map((path) => posix.basename(path)));
  const lacking = new Set(needed);
  return (config) => (path, size) => {
    const isText = names.has(path.slice(path.lastIndexOf('/') + 1)) || lacking.has(path);
    if (isText && size <= IMAGE_LIMITS.text) {
      return IMAGE_LIMITS.text;
    }
    const isWanted = lacking.has(path) || (files && config !== null && heads(`/${path}`, config));
    return isWanted ? IMAGE_LIMITS.head : 0;
  };
}
