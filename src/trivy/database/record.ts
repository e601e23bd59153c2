import { join } from 'node:path';
import * as z from 'zod';
import type { Host } from '../../host/ports.ts';
import { METADATA } from './inspect.ts';
import type { DatabaseKind } from './kinds.ts';

/** What is known of a database that the gate itself has unpacked here from a verified download. */
export interface InstalledRecord {
  /** The repository as the user names it. */
  readonly repository: string;
  /** `sha256:…` */
  readonly manifest: string;
  readonly layer: string;
}

const RECORD = 'image-gate.json';

const Stored = z.object({
  repository: z.string(),
  manifest: z.string(),
  layer: z.string(),
  marks: z.string(),
});

/**
 * The record of the database in Trivy's cache; null when there is none, or when the files are not those that were
 * unpacked: changed, or brought here by a restored cache. Such a database counts only after a new look at its registry.
 */
export async function readRecord(
  kind: DatabaseKind,
  cacheDir: string,
  files: Host['files'],
): Promise<InstalledRecord | null> {
  const path = join(cacheDir, kind.folder, RECORD);
  if ((await files.stat(path))?.kind !== 'file') {
    return null;
  }
  const stored = Stored.safeParse(parseJson(await files.readText(path, 64 * 1024))).data;
  return stored === undefined || stored.marks !== (await marks(kind, cacheDir, files)) ? null : stored;
}

export async function writeRecord(
  kind: DatabaseKind,
  cacheDir: string,
  record: InstalledRecord,
  files: Host['files'],
): Promise<void> {
  const stored = { ...record, marks: await marks(kind, cacheDir, files) };
  await files.writeText(join(cacheDir, kind.folder, RECORD), `${JSON.stringify(stored, null, 2)}\n`);
}

async function marks({ folder, file }: DatabaseKind, cacheDir: string, files: Host['files']): Promise<string> {
  const paths = [file, METADATA].map((name) => join(cacheDir, folder, name));
  return (await Promise.all(paths.map((path) => files.mark(path)))).join(' ');
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
