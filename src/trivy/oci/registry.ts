import { createHash } from 'node:crypto';
import type { Host } from '../../host/ports.ts';
import { VerifyError } from '../../model/failure.ts';
import { createSession } from '../../registry/session.ts';
import type { RegistryReference } from './reference.ts';
import { refusedBy, unreachable } from './registry-failure.ts';
import type { ArtifactSource } from './source.ts';

const MAX_MANIFEST_BYTES = 1024 * 1024;

const ACCEPT = [
  'application/vnd.oci.image.manifest.v1+json',
  'application/vnd.docker.distribution.manifest.v2+json',
].join(', ');

/**
 * An artifact in a registry, over the distribution protocol. Anonymous unless the user has logged in there.
 * @param timeLeftMs of all requests together
 */
export function registrySource(
  reference: RegistryReference,
  defaultTag: string,
  timeLeftMs: () => number,
  host: Host,
): ArtifactSource {
  const { origin, repository, digest, tag, text } = reference;
  const base = `${origin}/v2/${repository}`;
  const session = createSession(reference, timeLeftMs, { refused: refusedBy, unreachable }, host);
  return {
    name: text,
    manifest: async () => {
      const url = `${base}/manifests/${digest ?? tag ?? defaultTag}`;
      const what = `manifest of ${text}`;
      const { body } = await session.get(url, { headers: { accept: ACCEPT }, maxBytes: MAX_MANIFEST_BYTES }, what);
      const actual = `sha256:${createHash('sha256').update(body).digest('hex')}`;
      if (digest !== null && actual !== digest) {
        throw new VerifyError(
          'database-digest',
          `${what}: the registry answered with another one, ${actual}`,
          'Do not use this registry, or check the digest in --db-repository.',
        );
      }
      return { bytes: body, digest: actual };
    },
    blob: (blob, file) =>
      session.download(`${base}/blobs/${blob.digest}`, file, { maxBytes: blob.size }, `download of ${text}`),
  };
}
