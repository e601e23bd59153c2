import * as z from 'zod';
import { VerifyError } from '../../model/failure.ts';
import type { DatabaseKind } from './kinds.ts';

/** Of `db/metadata.json`, as far as it matters. */
export interface DatabaseMetadata {
  /** RFC 3339; null when the database does not say, for which Go writes the year 1. */
  readonly updatedAt: string | null;
  /** From when on a newer one is to be expected. */
  readonly nextUpdate: string | null;
}

/** Clocks of machines differ a little. */
const SKEW_MS = 60 * 60 * 1000;

const Metadata = z.object({
  Version: z.number(),
  UpdatedAt: z.iso.datetime({ offset: true }).optional(),
  NextUpdate: z.iso.datetime({ offset: true }).optional(),
});

/** @throws VerifyError `database-metadata`, `database-schema` */
export function decodeMetadata(
  text: string,
  { title, schema, folder }: Pick<DatabaseKind, 'title' | 'schema' | 'folder'>,
  source: string,
): DatabaseMetadata {
  const decoded = Metadata.safeParse(parseJson(text));
  if (!decoded.success) {
    throw new VerifyError(
      'database-metadata',
      `${source} does not describe a database of Trivy`,
      `Remove the folder ${folder} from the Trivy cache and let it be downloaded again.`,
      z.prettifyError(decoded.error),
    );
  }
  const { Version: version, UpdatedAt: updatedAt, NextUpdate: nextUpdate } = decoded.data;
  if (version !== schema) {
    throw new VerifyError(
      'database-schema',
      `${source}: the ${title} has schema ${version}; Trivy reads schema ${schema}`,
      `Use a repository with the tag :${schema}, or let the database be downloaded again.`,
    );
  }
  return { updatedAt: dateOrNull(updatedAt), nextUpdate: dateOrNull(nextUpdate) };
}

function dateOrNull(text: string | undefined): string | null {
  return text === undefined || text.startsWith('0001-') ? null : text;
}

/**
 * A database that is too old misses the newest advisories without a word from Trivy, so its age is checked here.
 * @param maxAgeMs null: any age will do
 * @throws VerifyError `database-undated`, `database-future`, `database-old`
 */
export function checkAge(metadata: DatabaseMetadata, source: string, now: Date, maxAgeMs: number | null): void {
  if (maxAgeMs === null) {
    return;
  }
  if (metadata.updatedAt === null) {
    throw new VerifyError(
      'database-undated',
      `${source}: the advisory database does not say when it was made`,
      'Let the database be downloaded again, or switch the age check off with --max-db-age.',
    );
  }
  const ageMs = now.getTime() - Date.parse(metadata.updatedAt);
  if (ageMs < -SKEW_MS) {
    throw new VerifyError(
      'database-future',
      `${source}: the advisory database claims to be of ${metadata.updatedAt}, which is yet to come`,
      'Check the clock of this machine and where the database comes from.',
    );
  }
  if (ageMs > maxAgeMs) {
    throw new VerifyError(
      'database-old',
      `${source}: the advisory database is of ${metadata.updatedAt}, ${hours(ageMs)} old; at most ${hours(maxAgeMs)} are allowed`,
      'Let the database be downloaded again (no --skip-db-update), or allow an older one with --max-db-age.',
    );
  }
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

function hours(ms: number): string {
  return ms < 60 * 60 * 1000 ? `${Math.ceil(ms / 60_000)} min` : `${Math.floor(ms / (60 * 60 * 1000))} h`;
}
