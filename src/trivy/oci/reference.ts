import { UsageError } from '../../model/failure.ts';
import { originOf, type RegistryPlace } from '../../registry/place.ts';

/** Where an artifact is: in a registry, or in an OCI layout on this machine. */
export type ArtifactReference = RegistryReference | LayoutReference;

export interface RegistryReference extends RegistryPlace {
  readonly kind: 'registry';
  /** As the user wrote it. */
  readonly text: string;
  readonly tag: string | null;
  /** `sha256:…` of the manifest. */
  readonly digest: string | null;
}

export interface LayoutReference {
  readonly kind: 'layout';
  readonly text: string;
  readonly folder: string;
  readonly tag: string | null;
  readonly digest: string | null;
}

const NAME = '[a-z0-9]+(?:[._-]{1,2}[a-z0-9]+)*';
const SUFFIX = '(?::([\\w][\\w.-]{0,127}))?(?:@(sha256:[0-9a-f]{64}))?';
const REGISTRY = new RegExp(`^([a-z0-9][a-z0-9.-]*(?::\\d{1,5})?)/(${NAME}(?:/${NAME})*)${SUFFIX}$`);
const LAYOUT = new RegExp(`^oci:(.+?)${SUFFIX}$`);

/**
 * Reads `REGISTRY/REPOSITORY[:TAG][@DIGEST]` or `oci:FOLDER[:TAG][@DIGEST]`.
 * @throws UsageError `db-repository`
 */
export function parseArtifactReference(text: string): ArtifactReference {
  const layout = text.length <= 4096 && !/\p{Cc}/u.test(text) ? LAYOUT.exec(text) : null;
  if (layout !== null) {
    const [, folder = '', tag = null, digest = null] = layout;
    return { kind: 'layout', text, folder, tag, digest };
  }
  const [, registry, repository, tag = null, digest = null] = (text.length <= 400 ? REGISTRY.exec(text) : null) ?? [];
  if (registry === undefined || repository === undefined) {
    throw new UsageError(
      'db-repository',
      `Not a repository for the advisory database: ${JSON.stringify(text.slice(0, 120))}`,
      'Give it like ghcr.io/aquasecurity/trivy-db:2, without a scheme, or oci:FOLDER for an OCI layout.',
    );
  }
  const isDockerHub = registry === 'docker.io' || registry === 'index.docker.io';
  return {
    kind: 'registry',
    text,
    registry: isDockerHub ? 'docker.io' : registry,
    origin: originOf(isDockerHub ? 'docker.io' : registry),
    repository: isDockerHub && !repository.includes('/') ? `library/${repository}` : repository,
    tag,
    digest,
  };
}
