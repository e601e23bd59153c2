import * as z from 'zod';
import { VerifyError } from '../../model/failure.ts';
import type { Blob } from './source.ts';

/** An artifact with one layer, which is what Trivy's databases are. */
export interface ArtifactManifest {
  readonly mediaType: string;
  readonly config: Blob;
  readonly layer: Blob;
}

const Descriptor = z.object({
  mediaType: z.string().max(200),
  digest: z.string().regex(/^sha256:[0-9a-f]{64}$/),
  size: z.int().nonnegative(),
});

const Manifest = z.object({
  schemaVersion: z.literal(2),
  mediaType: z.string().max(200).default('application/vnd.oci.image.manifest.v1+json'),
  config: Descriptor,
  layers: z.array(Descriptor).length(1),
});

/**
 * Reads the manifest of a database.
 * @param layerType the media type that its layer must have
 * @throws VerifyError `database-artifact`
 */
export function decodeManifest(bytes: Uint8Array, layerType: string, source: string): ArtifactManifest {
  const decoded = Manifest.safeParse(parseJson(bytes));
  const layer = decoded.data?.layers[0];
  if (decoded.data === undefined || layer === undefined || layer.mediaType !== layerType) {
    throw new VerifyError(
      'database-artifact',
      `${source} is not a database of Trivy${layer === undefined ? '' : `: its layer is ${JSON.stringify(layer.mediaType)}`}`,
      'Check the repository and its tag in --db-repository.',
      decoded.error === undefined ? '' : z.prettifyError(decoded.error),
    );
  }
  return { mediaType: decoded.data.mediaType, config: decoded.data.config, layer };
}

function parseJson(bytes: Uint8Array): unknown {
  try {
    return JSON.parse(new TextDecoder().decode(bytes));
  } catch {
    return null;
  }
}
