import { findDockerfiles } from '../evidence/find-dockerfiles.ts';
import { pairUp } from '../evidence/plan-subjects.ts';
import type { Host } from '../host/ports.ts';
import { UsageError } from '../model/failure.ts';
import type { PolicyImage } from '../policy/file/policy-file.ts';
import type { Settings } from '../settings/settings.ts';
import type { Asked } from './policy-file.ts';

/** One subject before anything is known of it. At least one of `image` and `dockerfile` is there. */
export interface Planned extends PolicyImage {
  /** Whether a user named it, rather than that it was found. */
  readonly named: boolean;
}

/**
 * What to judge: the images and Dockerfiles that were given, else those of the policy file, else every tracked
 * Dockerfile. What was given for one subject (target, build arguments, platform) wins over the policy file.
 * @throws UsageError when it is not clear what belongs together
 */
export async function planSubjects({ settings, policyFile }: Asked, host: Host): Promise<readonly Planned[]> {
  const isOpen = settings.image.length === 0 && settings.dockerfile.length === 0;
  if (isOpen && policyFile !== null && policyFile.images.length > 0) return fromPolicy(policyFile.images, settings);
  const pairs = pairUp({
    images: settings.image,
    dockerfiles: isOpen ? await findDockerfiles(settings.workingDirectory, host) : settings.dockerfile,
    hasBuildOptions: hasBuildOptions(settings),
  });
  return pairs.map((pair) => ({
    ...pair,
    name: null,
    target: settings.target,
    buildArgs: settings.buildArg,
    platform: settings.platform,
    transport: null,
    context: null,
    named: !isOpen,
  }));
}

function fromPolicy(images: readonly PolicyImage[], settings: Settings): readonly Planned[] {
  if (images.length > 1 && hasBuildOptions(settings)) {
    throw new UsageError(
      'several-subjects',
      `target and build-arg hold for one subject, but the policy file lists ${images.length} images.`,
      'Give them in the policy file, or name the one subject.',
    );
  }
  return images.map((image) => ({
    ...image,
    target: settings.target ?? image.target,
    buildArgs: { ...image.buildArgs, ...settings.buildArg },
    platform: settings.platform ?? image.platform,
    named: true,
  }));
}

function hasBuildOptions({ target, buildArg }: Settings): boolean {
  return target !== null || Object.keys(buildArg).length > 0;
}
