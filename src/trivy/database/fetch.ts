import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import type { Host } from '../../host/ports.ts';
import { errorMessage } from '../../model/error-code.ts';
import { VerifyError } from '../../model/failure.ts';
import { type ArtifactManifest, decodeManifest } from '../oci/manifest.ts';
import type { ArtifactSource, Blob, FetchedManifest } from '../oci/source.ts';
import { blobInBundle, keepInBundle } from './bundle.ts';
import { inspectDatabase, METADATA } from './inspect.ts';
import type { DatabaseKind } from './kinds.ts';
import type { DatabaseMetadata } from './metadata.ts';
import { readRecord, writeRecord } from './record.ts';
import { unpackDatabase } from './unpack.ts';

export interface Place {
  readonly cacheDir: string;
  readonly maxAgeMs: number | null;
  /** Whether what is downloaded is kept for later; not what comes from a layout, which is kept already. */
  readonly keep: boolean;
}

export interface Fetched {
  readonly metadata: DatabaseMetadata;
  /** `sha256:…` of the manifest. */
  readonly digest: string;
}

/** Of drafts that a killed run has left. */
export const DRAFT = '.draft-';

const MAX_CONFIG_BYTES = 64 * 1024;

/**
 * Brings the database of one source into Trivy's cache folder. Only what the source's manifest names by its digest gets
 * there, and only when it is whole and young enough; until then the one before stays.
 * @throws VerifyError
 */
export async function fetchDatabase(
  kind: DatabaseKind,
  source: ArtifactSource,
  { cacheDir, maxAgeMs, keep }: Place,
  host: Host,
): Promise<Fetched> {
  const { files } = host;
  const manifest = await source.manifest();
  const { digest } = manifest;
  const decoded = decodeManifest(manifest.bytes, kind.layerType, source.name);
  const record = { repository: source.name, manifest: digest, layer: decoded.layer.digest };
  const folder = join(cacheDir, kind.folder);
  if ((await readRecord(kind, cacheDir, files))?.layer === decoded.layer.digest) {
    const metadata = await inspectDatabase(kind, folder, folder, maxAgeMs, host).catch(() => null);
    if (metadata !== null) {
      await writeRecord(kind, cacheDir, record, files);
      return { metadata, digest };
    }
  }
  const draft = join(cacheDir, `${DRAFT}${randomUUID()}`);
  await files.makeFolder(draft);
  try {
    const known = await blobInBundle(cacheDir, decoded.layer, files);
    const layer = known ?? (await download(kind, source, decoded.layer, join(draft, 'layer'), files));
    await unpackDatabase(kind, layer, draft, source.name, host);
    const metadata = await inspectDatabase(kind, draft, source.name, maxAgeMs, host);
    await files.makeFolder(folder);
    for (const name of [kind.file, METADATA]) {
      // One at a time and each as a whole: a scan that runs at this moment finds the old one or the new one.
      await files.rename(join(draft, name), join(folder, name));
    }
    await writeRecord(kind, cacheDir, record, files);
    if (keep && known === null) await tryToKeep(kind, source, manifest, decoded, layer, { cacheDir, draft }, host);
    return { metadata, digest };
  } finally {
    await files.remove(draft);
  }
}

/** A layer whose bytes are those that the manifest names. One that is not is asked for once more: a proxy may be at fault. */
async function download(
  kind: DatabaseKind,
  source: ArtifactSource,
  blob: Blob,
  file: string,
  files: Host['files'],
): Promise<string> {
  if (blob.size > kind.maxLayerBytes) {
    throw new VerifyError(
      'database-artifact',
      `The ${kind.title} from ${source.name} has ${blob.size} bytes; at most ${kind.maxLayerBytes} are downloaded`,
      'Check the repository in --db-repository.',
    );
  }
  for (let attempt = 1; ; attempt += 1) {
    await source.blob(blob, file);
    const actual = `sha256:${await files.sha256(file)}`;
    if (actual === blob.digest) {
      return file;
    }
    await files.remove(file);
    if (attempt === 2) {
      throw new VerifyError(
        'database-digest',
        `The ${kind.title} from ${source.name} is not what its manifest names: ${actual} came`,
        'Name another repository with --db-repository, and tell its owner.',
        `wanted ${blob.digest}`,
      );
    }
  }
}

/** A download that cannot be kept costs time later, so it is no error. */
async function tryToKeep(
  kind: DatabaseKind,
  source: ArtifactSource,
  manifest: FetchedManifest,
  decoded: ArtifactManifest,
  layer: string,
  { cacheDir, draft }: { readonly cacheDir: string; readonly draft: string },
  host: Host,
): Promise<void> {
  try {
    const { config } = decoded;
    const configFile = join(draft, 'config');
    if (config.size > MAX_CONFIG_BYTES) return;
    await source.blob(config, configFile);
    if (`sha256:${await host.files.sha256(configFile)}` !== config.digest) return;
    const blobs = [
      { digest: config.digest, file: configFile },
      { digest: decoded.layer.digest, file: layer },
    ];
    await keepInBundle(kind, cacheDir, { manifest, decoded, blobs }, host.files);
  } catch (error) {
    host.log.debug(`The download was not kept: ${errorMessage(error)}`);
  }
}
