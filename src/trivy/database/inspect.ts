import { join } from 'node:path';
import type { Host } from '../../host/ports.ts';
import { VerifyError } from '../../model/failure.ts';
import { BOLT_HEAD_BYTES } from './bolt-file.ts';
import type { DatabaseKind } from './kinds.ts';
import { checkAge, type DatabaseMetadata, decodeMetadata } from './metadata.ts';

export const METADATA = 'metadata.json';

/**
 * Checks that a folder holds a database that is whole, of the right schema and young enough.
 * @param shown names the folder in messages
 * @param maxAgeMs null: any age will do
 * @throws VerifyError `database-…`
 */
export async function inspectDatabase(
  kind: DatabaseKind,
  folder: string,
  shown: string,
  maxAgeMs: number | null,
  { files, clock }: Pick<Host, 'files' | 'clock'>,
): Promise<DatabaseMetadata> {
  const file = join(folder, kind.file);
  const metadataFile = join(folder, METADATA);
  const found = await files.stat(file);
  if (found?.kind !== 'file' || (await files.stat(metadataFile))?.kind !== 'file') {
    throw new VerifyError(
      'database-missing',
      `There is no ${kind.title} in ${shown}`,
      `Allow the download (no --skip-db-update), or put ${kind.file} and ${METADATA} there.`,
    );
  }
  const fault = kind.fault(await readHead(file, files), found.size);
  if (fault !== null) {
    throw new VerifyError(
      'database-corrupt',
      `The ${kind.title} in ${shown} is damaged: ${fault}`,
      'Remove this folder and let the database be downloaded again.',
    );
  }
  const metadata = decodeMetadata(await files.readText(metadataFile, 64 * 1024), kind, join(shown, METADATA));
  checkAge(metadata, join(shown, METADATA), clock.now(), maxAgeMs);
  return metadata;
}

async function readHead(file: string, files: Host['files']): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  let length = 0;
  for await (const chunk of files.open(file)) {
    chunks.push(chunk);
    length += chunk.length;
    if (length >= BOLT_HEAD_BYTES) {
      break;
    }
  }
  return Buffer.concat(chunks);
}
