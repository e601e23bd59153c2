import { join } from 'node:path';
import type { Host } from '../host/ports.ts';
import { VerifyError } from '../model/failure.ts';
import { BOLT_HEAD_BYTES, boltFault } from './bolt-file.ts';
import { downloadDatabase } from './database-download.ts';
import { checkAge, type DatabaseMetadata, decodeMetadata } from './database-metadata.ts';
import type { DatabaseSettings } from './database-settings.ts';
import type { Trivy } from './trivy.ts';

export type { DatabaseSettings } from './database-settings.ts';

export interface DatabaseFacts {
  /** RFC 3339; null when the database does not say. */
  readonly updatedAt: string | null;
  readonly source: string;
}

/**
 * Makes sure that the advisory database is there, whole, of the right schema and young enough; scans then run with
 * it as it is. Of several processes on one cache folder only one may do this at a time.
 *
 * @throws VerifyError when such a database cannot be had
 */
export async function prepareDatabase(trivy: Trivy, settings: DatabaseSettings, host: Host): Promise<DatabaseFacts> {
  if (settings.skipUpdate) {
    return { ...(await usable(settings, host)), source: `${settings.cacheDir}, not updated` };
  }
  const before =
    (await host.files.stat(metadataFile(settings))) === null ? null : await readMetadataText(settings, host);
  try {
    const repository = await downloadDatabase(trivy, settings, host);
    const facts = await usable(settings, host);
    const kept = before !== null && before === (await readMetadataText(settings, host));
    return { ...facts, source: kept ? `${settings.cacheDir}, still current` : repository };
  } catch (error) {
    if (!(error instanceof VerifyError) || before === null || settings.maxAgeMs === null) {
      throw error;
    }
    return { ...(await fallback(error, settings, host)), source: `${settings.cacheDir}, update failed` };
  }
}

/** A database that is young enough by the user's own measure serves when there is no newer one to be had. */
async function fallback(error: VerifyError, settings: DatabaseSettings, host: Host): Promise<DatabaseMetadata> {
  const facts = await usable(settings, host).catch(() => null);
  if (facts === null) {
    throw error;
  }
  host.log.warning(`${error.message}. The database of ${facts.updatedAt} in the cache is young enough and is used.`);
  return facts;
}

async function usable(settings: DatabaseSettings, host: Host): Promise<DatabaseMetadata> {
  const file = join(settings.cacheDir, 'db', 'trivy.db');
  const found = await host.files.stat(file);
  if (found?.kind !== 'file' || (await host.files.stat(metadataFile(settings)))?.kind !== 'file') {
    throw new VerifyError(
      'database-missing',
      `There is no advisory database in ${join(settings.cacheDir, 'db')}`,
      'Allow the download (no --skip-db-update), or put trivy.db and metadata.json there.',
    );
  }
  const fault = boltFault(await readHead(file, host), found.size);
  if (fault !== null) {
    throw new VerifyError(
      'database-corrupt',
      `The advisory database ${file} is damaged: ${fault}`,
      'Remove this folder and let the database be downloaded again.',
    );
  }
  const metadata = decodeMetadata(await readMetadataText(settings, host), metadataFile(settings));
  checkAge(metadata, metadataFile(settings), host.clock.now(), settings.maxAgeMs);
  return metadata;
}

function metadataFile(settings: DatabaseSettings): string {
  return join(settings.cacheDir, 'db', 'metadata.json');
}

async function readMetadataText(settings: DatabaseSettings, host: Host): Promise<string> {
  return host.files.readText(metadataFile(settings), 64 * 1024);
}

async function readHead(file: string, host: Host): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  let length = 0;
  for await (const chunk of host.files.open(file)) {
    chunks.push(chunk);
    length += chunk.length;
    if (length >= BOLT_HEAD_BYTES) {
      break;
    }
  }
  return Buffer.concat(chunks);
}
