import type { DockerfileEvidence } from './dockerfile.ts';
import type { ImageEvidence } from './image.ts';
import type { RepositoryEvidence } from './repository.ts';
import type { ScanEvidence } from './scan.ts';

/** What is judged: one image on one platform with the Dockerfile that built it, or one of the two alone. */
export interface Subject {
  /** Stable between builds: it goes into fingerprints and categories. Never holds a tag, digest or registry. */
  readonly name: string;
  /** The image as the user named it; null for a Dockerfile alone. */
  readonly image: string | null;
  /** Path of the Dockerfile in the repository; null for an image alone. */
  readonly dockerfile: string | null;
  /** Like `linux/arm64`, where several platforms of one image are judged; null otherwise. */
  readonly platform: string | null;
}

/** Tells the subjects of one run apart. */
export function subjectKey({ name, platform }: Pick<Subject, 'name' | 'platform'>): string {
  return platform === null ? name : `${name} (${platform})`;
}

/** What is known of a subject. A missing kind means "not known", never "not there". */
export interface Evidence {
  readonly dockerfile: DockerfileEvidence | null;
  readonly image: ImageEvidence | null;
  readonly scan: ScanEvidence | null;
  readonly repository: RepositoryEvidence | null;
}
