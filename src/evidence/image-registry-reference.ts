import { formatImageReference, parseImageReference } from '../dockerfile/image-reference.ts';
import { UsageError } from '../model/failure.ts';
import { originOf, type RegistryPlace } from '../registry/place.ts';

/** An image as a registry has it. */
export interface RegistryImage extends RegistryPlace {
  /** Like `ghcr.io/acme/time:1`, in full. */
  readonly text: string;
  /** What to ask for: the digest, else the tag, else `latest`. */
  readonly wanted: string;
  /** `sha256:…` when the user named one. */
  readonly digest: string | null;
}

/**
 * Reads what follows `registry:`: a name as `docker pull` takes it.
 * @throws UsageError `image-invalid`
 */
export function parseRegistryImage(reference: string): RegistryImage {
  const parsed = parseImageReference(reference);
  if (parsed === null || (parsed.digest !== null && !parsed.digest.startsWith('sha256:'))) {
    throw new UsageError(
      'image-invalid',
      'what follows registry: is no name of an image.',
      'Write it like registry:ghcr.io/acme/time:1 or registry:ghcr.io/acme/time@sha256:….',
    );
  }
  const { registry, repository, tag, digest } = parsed;
  return {
    text: formatImageReference(parsed),
    registry,
    origin: originOf(registry),
    repository,
    wanted: digest ?? tag ?? 'latest',
    digest,
  };
}
