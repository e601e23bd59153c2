import { formatImageReference, type ImageReference, parseImageReference } from '../../dockerfile/image-reference.ts';
import type { ImageEvidence } from '../../model/image.ts';
import { type Subject, subjectKey } from '../../model/subject.ts';
import { compileGlob } from './glob.ts';
import { type Purl, parsePurl } from './purl.ts';

/** A subject, with what is known of its image where that is known. */
export type KnownSubject = Subject & { readonly built?: Pick<ImageEvidence, 'digest' | 'platform'> | null };

export type ImagePattern = (subject: KnownSubject) => boolean;

/** A glob of subject names, or the package URL of an image. What is malformed matches nothing. */
export function imagePattern(pattern: string): ImagePattern {
  if (/^pkg:/i.test(pattern)) {
    const purl = parsePurl(pattern);
    return purl?.type === 'oci' ? (subject) => isImage(purl, subject) : () => false;
  }
  const glob = compileGlob(pattern);
  return (subject) => glob !== null && (glob(subject.name) || glob(subjectKey(subject)));
}

/**
 * Whether an image is meant by a package URL (purl-spec, types/oci-definition.md): its name is the last part of the
 * repository, its version the digest. What the URL asks for and is not known of the image is not met.
 */
function isImage(purl: Purl, subject: KnownSubject): boolean {
  const reference = referenceOf(subject);
  const names = [reference?.repository, subject.name].map((name) => name?.split('/').at(-1)?.toLowerCase());
  return (
    purl.namespace === '' &&
    names.includes(purl.name) &&
    (purl.version === '' || digestsOf(reference, subject).includes(purl.version.toLowerCase())) &&
    [...purl.qualifiers].every(([key, value]) => isQualified(key, value, reference, subject))
  );
}

function isQualified(key: string, value: string, reference: ImageReference | null, subject: KnownSubject): boolean {
  if (key === 'repository_url') return reference !== null && repositoryOf(value) === repositoryName(reference);
  if (key === 'tag') return reference?.tag === value;
  if (key === 'arch') return architectureOf(subject) === value;
  return false;
}

/** Null for files and folders: `docker-archive:app.tar` would read as a repository with a tag. */
function referenceOf({ image }: KnownSubject): ImageReference | null {
  if (image === null || /^(docker-archive|oci-archive|oci):/.test(image)) return null;
  return parseImageReference(image);
}

function digestsOf(reference: ImageReference | null, { built }: KnownSubject): readonly (string | null | undefined)[] {
  return [reference?.digest, built?.digest];
}

function architectureOf({ built, platform }: KnownSubject): string | undefined {
  return (built?.platform ?? platform)?.split('/')[1];
}

/** `ghcr.io/acme/app`; some writers add a scheme. Null when it is no repository. */
function repositoryOf(url: string): string | null {
  const reference = parseImageReference(url.replace(/^https?:\/\//, '').replace(/\/+$/, ''));
  return reference === null ? null : repositoryName(reference);
}

function repositoryName(reference: ImageReference): string {
  return formatImageReference({ ...reference, tag: 'latest', digest: null });
}
