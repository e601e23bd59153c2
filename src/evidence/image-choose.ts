import type { Host } from '../host/ports.ts';
import { type Candidate, chooseManifest, platformsOf } from '../image/choose-manifest.ts';
import { shown } from '../image/damaged.ts';
import { formatPlatform, machinePlatform, type Platform } from '../image/platform.ts';

/**
 * The one image that is meant, and a word about the choice where nobody made it.
 * @param platform null: the only one's, else the machine's
 * @param name of all of them, for people
 */
export function chooseImage<T extends Candidate>(
  images: readonly T[],
  platform: Platform | null,
  name: string,
  { machine, log }: Pick<Host, 'machine' | 'log'>,
): T {
  const chosen = chooseManifest(images, platform, machinePlatform(machine.arch));
  const platforms = platformsOf(images);
  if (platform === null && platforms.length > 1) {
    log.info(
      `${shown(name)} is there for ${platforms.join(', ')}: the image for ${formatPlatform(chosen.platform)} is judged, as this machine would run it. The option platform takes others, or all.`,
    );
  }
  return chosen;
}
