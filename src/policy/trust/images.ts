import type { DeclaredBuild, PolicyImage } from '../file/policy-file.ts';

/** Whether there is a file. */
export type Exists = (path: string) => boolean;

/**
 * The images to judge of a change that may edit their list: all that the base lists, and those that the change adds. Of an
 * image whose Dockerfile the change takes away, the place is the change's to say; one that it lists no more is gone.
 * How a new image is reached counts only with a new Dockerfile: of one that was there it would change what is demanded.
 * @param exists in the judged checkout
 * @param existed in the base commit
 */
export function imagesOfChange(
  base: readonly PolicyImage[],
  head: readonly PolicyImage[],
  exists: Exists,
  existed: Exists,
): readonly PolicyImage[] {
  const kept = base.flatMap((image): readonly PolicyImage[] => {
    if (image.dockerfile === null || exists(image.dockerfile)) return [image];
    const moved = head.find((other) => isSame(image, other));
    return moved === undefined ? [] : [{ ...image, dockerfile: moved.dockerfile, context: moved.context }];
  });
  const added = head.filter((image) => !base.some((other) => isSame(image, other)));
  const isNew = ({ dockerfile }: PolicyImage): boolean => dockerfile !== null && !existed(dockerfile);
  return [...kept, ...added.map((image) => (isNew(image) ? image : { ...image, transport: null }))];
}

/** The same for the Dockerfiles that build base images: new ones wait for the merge, as they could tell anything. */
export function basesOfChange(
  base: Readonly<Record<string, DeclaredBuild>>,
  head: Readonly<Record<string, DeclaredBuild>>,
  exists: Exists,
): Readonly<Record<string, DeclaredBuild>> {
  const entries = Object.entries(base).flatMap(([name, build]): readonly [string, DeclaredBuild][] => {
    if (exists(build.dockerfile)) return [[name, build]];
    const moved = Object.hasOwn(head, name) ? head[name] : undefined;
    return moved === undefined ? [] : [[name, { ...build, dockerfile: moved.dockerfile }]];
  });
  return Object.fromEntries(entries);
}

/** By name; images without one by all that tells them apart. A Dockerfile that moves is the same image. */
function isSame(one: PolicyImage, other: PolicyImage): boolean {
  if (one.name !== null || other.name !== null) return one.name === other.name;
  if (one.image !== null || other.image !== null) return one.image === other.image && one.platform === other.platform;
  return one.dockerfile === other.dockerfile && one.target === other.target;
}
