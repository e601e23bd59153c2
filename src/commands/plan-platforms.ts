import type { ImageRun } from '../evidence/image-run.ts';
import { platformsOfImage } from '../evidence/open-image.ts';
import type { Host } from '../host/ports.ts';
import { ALL_PLATFORMS, formatPlatform, parsePlatform } from '../image/platform.ts';
import { detailOf, toProblem } from '../model/failure.ts';
import type { Planned } from './plan.ts';

/**
 * A subject on each platform that was asked for; as it is planned when none was.
 * @param platforms like `linux/arm64`, or `all`, which wins
 */
export function onPlatforms(planned: Planned, platforms: readonly string[]): readonly Planned[] {
  const wanted = platforms.length === 0 && planned.platform !== null ? [planned.platform] : platforms;
  if (wanted.includes(ALL_PLATFORMS)) {
    // Only an image says what it is there for.
    return [{ ...planned, platform: planned.image === null ? null : ALL_PLATFORMS }];
  }
  const distinct = [...new Map(wanted.map((text) => [formatPlatform(parsePlatform(text)), text])).values()];
  return distinct.length === 0 ? [planned] : distinct.map((platform) => ({ ...planned, platform }));
}

/**
 * Puts every platform that an image is there for in the place of `all`. An image of which that cannot be learnt stays
 * as it is: opening it fails in the same way, and says so.
 */
export async function expandPlatforms(
  planned: readonly Planned[],
  workingDirectory: string,
  images: ImageRun,
  host: Host,
): Promise<readonly Planned[]> {
  const expanded: Planned[] = [];
  for (const one of planned) expanded.push(...(await expand(one, workingDirectory, images, host)));
  images.expect(expanded.length - planned.length);
  return markPlatforms(expanded);
}

async function expand(
  one: Planned,
  workingDirectory: string,
  images: ImageRun,
  host: Host,
): Promise<readonly Planned[]> {
  const { image, platform } = one;
  if (image === null || platform !== ALL_PLATFORMS) return [one];
  try {
    const platforms = await host.progress.phase(`Listing the platforms of ${image}`, () =>
      platformsOfImage(image, workingDirectory, host, images),
    );
    return platforms.length === 0 ? [one] : onPlatforms({ ...one, platform: null }, platforms);
  } catch (error) {
    toProblem(error);
    host.log.debug(detailOf(error));
    return [one];
  }
}

/** Notes which subjects differ only in their platform. */
export function markPlatforms(planned: readonly Planned[]): readonly Planned[] {
  const platforms = new Map<string, Set<string>>();
  for (const one of planned) {
    const known = platforms.get(keyOf(one)) ?? new Set();
    platforms.set(keyOf(one), known.add(one.platform ?? ''));
  }
  return planned.map((one) => ({
    ...one,
    manyPlatforms: one.platform !== null && (platforms.get(keyOf(one))?.size ?? 0) > 1,
  }));
}

/** What the policy calls it, else what it is made of. */
function keyOf({ name, image, dockerfile }: Planned): string {
  return JSON.stringify(name === null ? [image, dockerfile] : [name]);
}
