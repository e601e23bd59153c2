import { mkdir, readdir, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { findPart } from './parts.ts';
import { mustRun } from './program.ts';
import { ROOT } from './repository.ts';

/** The facts about real advisories, as YAML. */
export const FACTS = join(ROOT, 'examples', 'advisories');

/** What is committed: a folder in the form of Trivy's cache directory. */
export const COMMITTED_DATABASE = join(ROOT, 'examples', 'trivy-db');

/** The day that the facts were last looked at. */
const UPDATED_AT = '2026-02-01T00:00:00Z';

/** Trivy's schema 2 (pkg/db of trivy-db); a real database is due for renewal a day after it was made. */
const METADATA = {
  Version: 2,
  NextUpdate: '2026-02-02T00:00:00Z',
  UpdatedAt: UPDATED_AT,
  DownloadedAt: UPDATED_AT,
};

/** Builds `<out>/db/trivy.db` and `<out>/db/metadata.json` from the YAML files in `facts`. Needs Go. */
export async function buildAdvisoryDatabase(facts: string, out: string): Promise<void> {
  const go = findPart('go');
  if ('missing' in go) {
    throw new Error(`${go.missing}; the advisory database is built by a Go program`);
  }
  const folder = resolve(out, 'db');
  await mkdir(folder, { recursive: true });
  const files = (await readdir(facts)).filter((name) => name.endsWith('.yaml')).sort();
  await mustRun(
    go.path,
    ['run', '.', '-out', join(folder, 'trivy.db'), ...files.map((name) => resolve(facts, name))],
    // Versions and sums stand in go.mod and go.sum; a workspace or flags of this machine must not change them.
    { cwd: join(ROOT, 'scripts', 'advisory-db'), env: { GOFLAGS: '-mod=readonly', GOWORK: 'off' } },
  );
  await writeFile(join(folder, 'metadata.json'), `${JSON.stringify(METADATA)}\n`);
}
