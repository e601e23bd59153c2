import { findDockerfiles } from '../evidence/find-dockerfiles.ts';
import { pairUp } from '../evidence/plan-subjects.ts';
import type { Host } from '../host/ports.ts';
import { UsageError } from '../model/failure.ts';
import type { PolicyImage } from '../policy/file/policy-file.ts';
import type { Settings } from '../settings/settings.ts';
import { declarations } from './declared-image.ts';
import { markPlatforms, onPlatforms } from './plan-platforms.ts';
import type { Asked } from './policy-file.ts';

/** One subject before anything is known of it. At least one of `image` and `dockerfile` is there. */
export interface Planned extends PolicyImage {
  /** Whether a user named it, rather than that it was found. */
  readonly named: boolean;
  /** Whether it is judged on other platforms too. */
  readonly manyPlatforms: boolean;
}

/**
 * What to judge: the images and Dockerfiles that were given, else those of the policy file, else every tracked
 * Dockerfile. What was given for one subject (target, build arguments, platform) wins over the policy file, and what that
 * says of a Dockerfile holds also when an input names it.
 * @throws UsageError when it is not clear what belongs together
 */
export async function planSubjects({ settings, policyFile }: Asked, host: Host): Promise<readonly Planned[]> {
  const isOpen = settings.image.length === 0 && settings.dockerfile.length === 0;
  if (isOpen && policyFile !== null && policyFile.images.length > 0) {
    return markPlatforms(fromPolicy(policyFile.images, settings));
  }
  const pairs = pairUp({
    images: settings.image,
    dockerfiles: isOpen ? await findDockerfiles(settings.workingDirectory, host) : settings.dockerfile,
    hasBuildOptions: hasBuildOptions(settings),
  });
  const declared = declarations(pairs, policyFile?.images ?? [], settings);
  const planned = pairs.flatMap((pair) =>
    onPlatforms(
      {
        ...pair,
        ...declared(pair),
        named: !isOpen,
        manyPlatforms: false,
      },
      settings.platform,
    ),
  );
  return markPlatforms(planned);
}

function fromPolicy(images: readonly PolicyImage[], settings: Settings): readonly Planned[] {
  if (images.length > 1 && hasBuildOptions(settings)) {
    throw new UsageError(
      'several-subjects',
      `target and build-arg hold for one subject, but the policy file lists ${images.length} images.`,
      'Give them in the policy file, or name the one subject.',
    );
  }
  return images.flatMap((image) =>
    onPlatforms(
      {
        ...image,
        target: settings.target ?? image.target,
        buildArgs: { ...image.buildArgs, ...settings.buildArg },
        named: true,
        manyPlatforms: false,
      },
      settings.platform,
    ),
  );
}

function hasBuildOptions({ target, buildArg }: Settings): boolean {
  return target !== null || Object.keys(buildArg).length > 0;
}
