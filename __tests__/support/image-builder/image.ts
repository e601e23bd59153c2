import { type Blob, descriptorOf, jsonBlob } from './blob.ts';
import { type LayerBlob, makeLayer } from './layer.ts';
import { type BuiltImage, type ConfigSpec, DEFAULT_CREATED, type ImageSpec, type StepSpec } from './spec.ts';

export interface ImageBlobs {
  readonly built: BuiltImage;
  readonly manifest: Blob;
  /** Config and layers. */
  readonly parts: readonly Blob[];
}

/** An image as blobs: layers, config and manifest, with nothing that depends on the machine or the day. */
export async function makeImage(spec: ImageSpec): Promise<ImageBlobs> {
  const mediaTypes = spec.mediaTypes ?? 'oci';
  const time = new Date(spec.created ?? DEFAULT_CREATED);
  const layers: LayerBlob[] = [];
  for (const step of spec.steps) {
    if (step.files !== undefined) {
      layers.push(await makeLayer(step.files, time, step.compression ?? spec.compression ?? 'gzip', mediaTypes));
    }
  }
  const config = jsonBlob(CONFIG_TYPE[mediaTypes], configOf(spec, layers));
  const manifest = jsonBlob(MANIFEST_TYPE[mediaTypes], {
    schemaVersion: 2,
    mediaType: MANIFEST_TYPE[mediaTypes],
    config: descriptorOf(config),
    layers: layers.map((layer) => descriptorOf(layer.blob)),
  });
  return {
    built: {
      imageId: config.digest,
      digest: manifest.digest,
      platform: spec.platform ?? DEFAULT_PLATFORM,
      layers: layers.map(({ diffId, blob }) => ({ diffId, ...descriptorOf(blob) })),
    },
    manifest,
    parts: [config, ...layers.map((layer) => layer.blob)],
  };
}

const DEFAULT_PLATFORM = 'linux/amd64';

const CONFIG_TYPE = {
  oci: 'application/vnd.oci.image.config.v1+json',
  docker: 'application/vnd.docker.container.image.v1+json',
} as const;

const MANIFEST_TYPE = {
  oci: 'application/vnd.oci.image.manifest.v1+json',
  docker: 'application/vnd.docker.distribution.manifest.v2+json',
} as const;

/** The keys of a platform in the order of the OCI image-spec. */
export function platformOf(platform: string = DEFAULT_PLATFORM): {
  architecture: string;
  os: string;
  variant?: string;
} {
  const [os = '', architecture = '', variant] = platform.split('/');
  return { architecture, os, ...(variant === undefined ? {} : { variant }) };
}

function configOf(spec: ImageSpec, layers: readonly LayerBlob[]): object {
  const { architecture, os, variant } = platformOf(spec.platform);
  const created = spec.created ?? DEFAULT_CREATED;
  const config: ConfigSpec = spec.config ?? {};
  return {
    architecture,
    config,
    created,
    ...(spec.omitHistory === true ? {} : { history: spec.steps.map((step) => historyOf(step, created)) }),
    os,
    rootfs: { type: 'layers', diff_ids: layers.map((layer) => layer.diffId) },
    ...(variant === undefined ? {} : { variant }),
  };
}

function historyOf(step: StepSpec, created: string): object {
  const comment = step.comment === undefined ? 'buildkit.dockerfile.v0' : step.comment;
  return {
    created,
    created_by: step.createdBy,
    ...(comment === null ? {} : { comment }),
    ...(step.files === undefined ? { empty_layer: true } : {}),
  };
}
