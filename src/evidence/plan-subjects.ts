import { UsageError } from '../model/failure.ts';

/** An image and a Dockerfile that belong together, as the user named them; one of the two may be missing. */
export interface Pair {
  readonly image: string | null;
  readonly dockerfile: string | null;
}

export interface Named {
  readonly images: readonly string[];
  readonly dockerfiles: readonly string[];
  /** Whether `--target` or `--build-arg` was given: they hold for one subject. */
  readonly hasBuildOptions: boolean;
}

/**
 * Several images and Dockerfiles pair in their order when there are equally many; one kind alone makes subjects of its own.
 * @throws UsageError `unpaired` for any other numbers, `several-subjects` when build options cannot be told apart.
 */
export function pairUp({ images, dockerfiles, hasBuildOptions }: Named): readonly Pair[] {
  if (images.length > 0 && dockerfiles.length > 0 && images.length !== dockerfiles.length) {
    throw new UsageError(
      'unpaired',
      `${count(images.length, 'image')} and ${count(dockerfiles.length, 'Dockerfile')} do not pair.`,
      'Name as many Dockerfiles as images, in the same order, or gate them in separate runs.',
    );
  }
  const pairs = Array.from({ length: Math.max(images.length, dockerfiles.length) }, (_, index) => ({
    image: images[index] ?? null,
    dockerfile: dockerfiles[index] ?? null,
  }));
  if (hasBuildOptions && pairs.length > 1) {
    throw new UsageError(
      'several-subjects',
      `target and build-arg hold for one subject, but ${pairs.length} are named.`,
      'Gate them in separate runs, each with its own target and build arguments.',
    );
  }
  return pairs;
}

function count(number: number, noun: string): string {
  return `${number} ${noun}${number === 1 ? '' : 's'}`;
}
