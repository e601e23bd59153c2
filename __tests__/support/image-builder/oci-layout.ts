import { mkdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type Blob, descriptorOf, jsonBlob, writeBlobs } from './blob.ts';
import { type ImageBlobs, makeImage, platformOf } from './image.ts';
import type { BuiltImage, ImageSpec } from './spec.ts';

/** Writes one image as an OCI layout (image-spec, image-layout.md). What was in the folder before is removed. */
export async function buildOciLayout(spec: ImageSpec, folder: string): Promise<BuiltImage> {
  const { built, manifest, parts } = await makeImage(spec);
  await writeLayout(
    folder,
    [manifest, ...parts],
    [
      {
        ...descriptorOf(manifest),
        ...namesOf(spec),
        platform: platformOf(spec.platform),
      },
    ],
  );
  return built;
}

/**
 * Writes several platforms under one tag, the way BuildKit exports them: `index.json` names one image index, and that
 * names a manifest a platform. With `attestations` each is followed by BuildKit's attestation manifest, whose platform
 * is `unknown/unknown`.
 */
export async function buildOciIndex(
  specs: readonly ImageSpec[],
  folder: string,
  options: Pick<ImageSpec, 'tag' | 'name'> & { readonly attestations?: boolean } = {},
): Promise<readonly BuiltImage[]> {
  const images: ImageBlobs[] = [];
  for (const spec of specs) {
    images.push(await makeImage(spec));
  }
  const attested = options.attestations === true ? images.map((image) => attestationOf(image.built)) : [];
  const index = jsonBlob(INDEX_TYPE, {
    schemaVersion: 2,
    mediaType: INDEX_TYPE,
    manifests: [
      ...images.map(({ built, manifest }) => ({ ...descriptorOf(manifest), platform: platformOf(built.platform) })),
      ...attested.map(({ manifest, subject }) => ({
        ...descriptorOf(manifest),
        annotations: {
          'vnd.docker.reference.digest': subject,
          'vnd.docker.reference.type': 'attestation-manifest',
        },
        platform: platformOf('unknown/unknown'),
      })),
    ],
  });
  const blobs = [
    ...images.flatMap(({ manifest, parts }) => [manifest, ...parts]),
    ...attested.flatMap(({ manifest, parts }) => [manifest, ...parts]),
    index,
  ];
  await writeLayout(folder, blobs, [{ ...descriptorOf(index), ...namesOf(options) }]);
  return images.map((image) => image.built);
}

const INDEX_TYPE = 'application/vnd.oci.image.index.v1+json';

function namesOf({ tag, name }: Pick<ImageSpec, 'tag' | 'name'>): object {
  const annotations = {
    ...(name === undefined ? {} : { 'io.containerd.image.name': name }),
    ...(tag === null ? {} : { 'org.opencontainers.image.ref.name': tag ?? 'latest' }),
  };
  return Object.keys(annotations).length === 0 ? {} : { annotations };
}

function attestationOf(image: BuiltImage): { manifest: Blob; parts: readonly Blob[]; subject: string } {
  const statement = jsonBlob('application/vnd.in-toto+json', {
    _type: 'https://in-toto.io/Statement/v0.1',
    predicateType: 'https://slsa.dev/provenance/v0.2',
    subject: [{ name: '_', digest: { sha256: image.digest.slice('sha256:'.length) } }],
    predicate: { buildType: 'https://mobyproject.org/buildkit@v1' },
  });
  const config = jsonBlob('application/vnd.oci.image.config.v1+json', {
    architecture: 'unknown',
    os: 'unknown',
    config: {},
    rootfs: { type: 'layers', diff_ids: [statement.digest] },
  });
  const manifest = jsonBlob('application/vnd.oci.image.manifest.v1+json', {
    schemaVersion: 2,
    mediaType: 'application/vnd.oci.image.manifest.v1+json',
    config: descriptorOf(config),
    layers: [
      { ...descriptorOf(statement), annotations: { 'in-toto.io/predicate-type': 'https://slsa.dev/provenance/v0.2' } },
    ],
  });
  return { manifest, parts: [config, statement], subject: image.digest };
}

async function writeLayout(folder: string, blobs: readonly Blob[], manifests: readonly object[]): Promise<void> {
  await rm(folder, { recursive: true, force: true });
  await mkdir(folder, { recursive: true });
  await writeBlobs(folder, blobs);
  await writeFile(join(folder, 'oci-layout'), JSON.stringify({ imageLayoutVersion: '1.0.0' }));
  await writeFile(join(folder, 'index.json'), JSON.stringify({ schemaVersion: 2, mediaType: INDEX_TYPE, manifests }));
}
