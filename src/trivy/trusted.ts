import { isAbsolute } from 'node:path';
import type { Host } from '../host/ports.ts';
import { UsageError } from '../model/failure.ts';
import { FLOOR_VERSION } from './releases.ts';
import { reportedVersion } from './reported-version.ts';
import type { Trivy } from './trivy.ts';
import { isBelowFloor, refuseDenied } from './version.ts';

/**
 * The executable that the user named. Nothing vouches for it but the user, which its `source` says.
 * @throws UsageError `trivy-path`, `trivy-version-denied`
 */
export async function trustedTrivy(path: string, timeoutMs: number, host: Host): Promise<Trivy> {
  const found = isAbsolute(path) ? await host.files.stat(path) : null;
  if (found?.kind !== 'file') {
    throw new UsageError(
      'trivy-path',
      `--trivy-path: there is no file at ${path}`,
      'Give the absolute path of the executable of Trivy, or leave the option out to have it installed.',
    );
  }
  // The sum vouches for nothing here, it is for the record.
  const [sha256, version] = await Promise.all([host.files.sha256(path), reportedVersion(path, timeoutMs, host)]);
  refuseDenied(version);
  if (isBelowFloor(version)) {
    host.log.warning(`Trivy ${version} at ${path} has known security holes; ${FLOOR_VERSION} or later has them fixed.`);
  }
  return { path, version, sha256, source: `--trivy-path ${path}, trusted because it was named` };
}
