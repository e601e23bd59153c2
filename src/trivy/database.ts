import { join } from 'node:path';
import type { Host } from '../host/ports.ts';
import { inspectDatabase } from './database/inspect.ts';
import { VULNERABILITY_DATABASE } from './database/kinds.ts';
import { obtainDatabase } from './database/obtain.ts';
import type { DatabaseFacts, DatabaseSettings } from './database/settings.ts';

export type { DatabaseFacts, DatabaseSettings } from './database/settings.ts';

/**
 * Makes sure that the advisory database is there, whole, of the right schema and young enough; scans then run with it as
 * it is. The gate downloads it itself: Trivy gives up after the first repository on a DNS failure, 401, 403 and 404,
 * and so it needs neither network nor credentials.
 *
 * @throws UsageError `db-repository`
 * @throws VerifyError when such a database cannot be had
 */
export async function prepareDatabase(settings: DatabaseSettings, host: Host): Promise<DatabaseFacts> {
  if (!settings.skipUpdate) {
    return obtainDatabase(VULNERABILITY_DATABASE, settings, host);
  }
  const folder = join(settings.cacheDir, VULNERABILITY_DATABASE.folder);
  const { updatedAt } = await inspectDatabase(VULNERABILITY_DATABASE, folder, folder, settings.maxAgeMs, host);
  return { updatedAt, source: `${settings.cacheDir}, not updated` };
}
