import { join } from 'node:path';
import type { Host } from '../host/ports.ts';
import { inspectDatabase } from './database/inspect.ts';
import { JAVA_DATABASE } from './database/kinds.ts';
import { obtainDatabase } from './database/obtain.ts';
import type { DatabaseFacts, DatabaseSettings } from './database/settings.ts';

export type JavaDatabaseSettings = Omit<DatabaseSettings, 'maxAgeMs'>;

/** It is made once a week; one this long overdue is fetched again when the next Java archive comes along. */
const OVERDUE_MS = 14 * 24 * 60 * 60 * 1000;

/**
 * Brings the Java database, which is ten times the size of the other one: only for an image in which Trivy has met a
 * Java archive. It names archives and holds no advisories, so no age makes it wrong.
 *
 * @throws UsageError `db-repository`
 * @throws VerifyError when it cannot be had
 */
export function prepareJavaDatabase(settings: JavaDatabaseSettings, host: Host): Promise<DatabaseFacts> {
  return obtainDatabase(JAVA_DATABASE, { ...settings, maxAgeMs: null }, host);
}

/** Forgets one that is damaged or long overdue, so that a scan asks for it anew. Otherwise it would stay for ever. */
export async function forgetOldJavaDatabase({ cacheDir }: JavaDatabaseSettings, host: Host): Promise<void> {
  const folder = join(cacheDir, JAVA_DATABASE.folder);
  if ((await host.files.stat(folder)) === null) {
    return;
  }
  const metadata = await inspectDatabase(JAVA_DATABASE, folder, folder, null, host).catch(() => null);
  const due = metadata === null ? 0 : Date.parse(metadata.nextUpdate ?? metadata.updatedAt ?? '');
  if (metadata === null || host.clock.now().getTime() > due + OVERDUE_MS) {
    host.log.debug(`Removed ${folder}: it is damaged or long overdue.`);
    await host.files.remove(folder);
  }
}
