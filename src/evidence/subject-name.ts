import { UsageError } from '../model/failure.ts';
import type { Subject } from '../model/subject.ts';

export interface Nameable {
  readonly image: string | null;
  readonly dockerfile: string | null;
  /** The image's repository path without registry and tag, where its source names one. */
  readonly repository: string | null;
  /** What the policy calls it; null or nothing: a name is made. */
  readonly name?: string | null;
}

/**
 * Names for subjects that hold through rebuilds: the policy's, else the repository path, else the Dockerfile's path, else
 * the name of the image's file. Variants of one repository are told apart by their Dockerfiles.
 * @throws UsageError `same-name` when two subjects would share their fingerprints.
 */
export function nameSubjects(all: readonly Nameable[]): readonly Subject[] {
  const names = all.map(nameOf);
  const subjects = all.map(({ image, dockerfile }, index) => {
    const name = names[index] ?? '';
    const isShared = names.filter((other) => other === name).length > 1;
    return {
      name: isShared && dockerfile !== null && name !== dockerfile ? `${name} (${dockerfile})` : name,
      image,
      dockerfile,
      platform: null,
    };
  });
  const twice = subjects.find(({ name }, index) => subjects.findIndex((other) => other.name === name) !== index);
  if (twice !== undefined) {
    throw new UsageError(
      'same-name',
      `Two subjects have the name ${JSON.stringify(twice.name)}, so that their alerts could not be told apart.`,
      'Gate them in separate runs with different sarif-category values, or name a different Dockerfile for each.',
    );
  }
  return subjects;
}

function nameOf({ image, dockerfile, repository, name = null }: Nameable): string {
  return name ?? repository ?? dockerfile ?? fileName(image ?? '');
}

/** `docker-archive:out/app.tar` → `app`. */
function fileName(reference: string): string {
  const path = reference.replace(/^(docker-archive|oci-archive|oci):/, '').replace(/\/+$/, '');
  const last = path.split(/[\\/]/).at(-1) ?? '';
  return last.replace(/(\.(tar|tgz|oci|gz))+$/i, '') || 'image';
}
