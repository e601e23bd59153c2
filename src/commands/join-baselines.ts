import type { SubjectBaseline } from '../model/baseline.ts';

/**
 * What is known of a subject before the change, from its Dockerfile at the base commit and from its image. What either had
 * was there; only what both together looked at can be called new.
 * @param dockerfile null: the subject has none
 * @param image null: the subject has none
 */
export function joinBaselines(
  dockerfile: SubjectBaseline | null,
  image: SubjectBaseline | null,
): SubjectBaseline | null {
  if (dockerfile === null || image === null) return dockerfile ?? image;
  if (dockerfile.kind === 'known' && image.kind === 'known') {
    return {
      kind: 'known',
      faults: [...dockerfile.faults, ...image.faults],
      covers: {
        dockerfile: dockerfile.covers.dockerfile || image.covers.dockerfile,
        image: dockerfile.covers.image || image.covers.image,
      },
    };
  }
  // One that is known says less than both, and its `covers` says so. An image that was not there, of a Dockerfile that was,
  // may have been built elsewhere or not been judged: that is not known to be new.
  if (dockerfile.kind === 'known') return withGap(dockerfile, image);
  if (image.kind === 'known') return withGap(image, dockerfile);
  if (image.kind === 'unavailable') return image;
  return dockerfile;
}

function withGap(known: SubjectBaseline & { readonly kind: 'known' }, other: SubjectBaseline): SubjectBaseline {
  return other.kind === 'unavailable' ? { ...known, gap: other.reason } : known;
}
