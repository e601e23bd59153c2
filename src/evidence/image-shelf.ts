import type { Host } from '../host/ports.ts';
import { type Candidate, platformsOf } from '../image/choose-manifest.ts';
import type { Platform } from '../image/platform.ts';
import { chooseImage } from './image-choose.ts';
import type { LayerCache } from './image-layer-cache.ts';
import { prepareChosen } from './image-oci-layout.ts';
import type { PreparedImage } from './image-prepared.ts';

/** What one source holds: an image, or several of which the platform tells one. */
export interface Shelf {
  /** Like `linux/arm64`, sorted. */
  readonly platforms: readonly string[];
  /** For the subject's name; null: as the image's own names say. */
  readonly repository: string | null;
  /** @param platform null: the only one, else the machine's */
  take(platform: Platform | null): Promise<PreparedImage>;
}

/** The images of one layout. */
export interface Contents<T extends Candidate> {
  readonly folder: string;
  readonly images: readonly T[];
  /** Of all of them, for people. */
  readonly name: string;
  /** Whether a blob is known to be what its digest says. */
  readonly isVerified: (digest: string) => boolean;
  /** Of an image's manifest; null when it is of our own making. */
  readonly digestOf: (image: T) => string | null;
  /** Whether the images are told apart by names, not by platforms. */
  readonly isArchive?: boolean;
  readonly repository?: string | null;
  /** Brings what the layout lacks of an image. */
  readonly fetch?: (image: T) => Promise<void>;
}

export function shelfOf<T extends Candidate>(contents: Contents<T>, layers: LayerCache, host: Host): Shelf {
  const { folder, images, name, isVerified, digestOf, repository = null, fetch } = contents;
  return {
    platforms: platformsOf(images),
    repository,
    take: async (platform) => {
      const [only, another] = images;
      // Whether an archive's only image is for the platform that was asked for is seen when it is read.
      const isClear = only !== undefined && another === undefined && contents.isArchive === true;
      const chosen = isClear ? only : chooseImage(images, platform, name, host);
      await fetch?.(chosen);
      return prepareChosen({ folder, chosen, isVerified, digest: digestOf(chosen) }, layers, host.files);
    },
  };
}
