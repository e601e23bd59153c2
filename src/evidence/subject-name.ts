import { UsageError } from '../model/failure.ts';
import { type Subject, subjectKey } from '../model/subject.ts';
import { parseImageReference, repositoryOf } from './image-reference.ts';

export interface Nameable {
  readonly image: string | null;
  readonly dockerfile: string | null;
  /** The image's repository path without registry and tag, where its source names one. */
  readonly repository: string | null;
  /** What the policy calls it; null or nothing: a name is made. */
  readonly name?: string | null;
  /** Where it is judged on several platforms. */
  readonly platform?: string | null;
}

/**
 * Names for subjects that hold through rebuilds: the policy's, else the repository path, else the Dockerfile's path, else
 * the name of the image's file. Variants of one repository are told apart by their Dockerfiles, and those of one image by their platforms.
 * @throws UsageError `same-name` when two subjects would share their fingerprints.
 */
export function nameSubjects(all: readonly Nameable[]): readonly Subject[] {
  const names = all.map(nameOf);
  const subjects = all.map((one, index) => {
    const { image, dockerfile, platform = null } = one;
    const name = names[index] ?? '';
    const isShared = all.some((other, at) => at !== index && names[at] === name && !areSiblings(one, other));
    return {
      name: isShared && dockerfile !== null && name !== dockerfile ? `${name} (${dockerfile})` : name,
      image,
      dockerfile,
      platform,
    };
  });
  const keys = subjects.map(subjectKey);
  const twice = subjects.find((_, index) => keys.indexOf(keys[index] ?? '') !== index);
  if (twice !== undefined) {
    throw new UsageError(
      'same-name',
      `Two subjects have the name ${JSON.stringify(twice.name)}, so that their alerts could not be told apart.`,
      'Gate them in separate runs with different sarif-category values, or name a different Dockerfile for each.',
    );
  }
  return subjects;
}

/** One image on two platforms: it keeps its name, and the findings of both have the same fingerprints. */
function areSiblings(one: Nameable, other: Nameable): boolean {
  const { platform = null } = one;
  const { platform: otherPlatform = null } = other;
  const differ = platform !== null && otherPlatform !== null && platform !== otherPlatform;
  return differ && one.dockerfile === other.dockerfile;
}

function nameOf({ image, dockerfile, repository, name = null }: Nameable): string {
  return name ?? repository ?? namedRepository(image) ?? dockerfile ?? fileName(image ?? '');
}

/** What a reference says by itself: an image that cannot be had keeps its name. */
function namedRepository(image: string | null): string | null {
  if (image === null) return null;
  try {
    const parsed = parseImageReference(image);
    return parsed.kind === 'engine' || parsed.kind === 'registry' ? repositoryOf(parsed.reference) : null;
  } catch {
    return null;
  }
}

/** `docker-archive:out/app.tar` → `app`. */
function fileName(reference: string): string {
  const path = reference.replace(/^(docker-archive|oci-archive|oci):/, '').replace(/\/+$/, '');
  const last = path.split(/[\\/]/).at(-1) ?? '';
  return last.replace(/(\.(tar|tgz|oci|gz))+$/i, '') || 'image';
}
