import semver from 'semver';
import { UsageError } from '../model/failure.ts';
import { DEFAULT_VERSION, DENIED_VERSIONS, FLOOR_VERSION } from './releases.ts';

/**
 * Checks a wanted version before it gets into a URL or a path: exactly three numbers, not denied, not below the floor.
 * @throws UsageError `trivy-version`, `trivy-version-denied`, `trivy-version-old`
 */
export function checkWantedVersion(text: string): string {
  if (!/^(?:0|[1-9]\d{0,5})(?:\.(?:0|[1-9]\d{0,5})){2}$/.test(text)) {
    throw new UsageError(
      'trivy-version',
      `Not a version of Trivy: ${JSON.stringify(text.slice(0, 40))}`,
      `Give an exact version such as ${DEFAULT_VERSION}, without "v".`,
    );
  }
  refuseDenied(text);
  if (isBelowFloor(text)) {
    throw new UsageError(
      'trivy-version-old',
      `Trivy ${text} has known security holes; ${FLOOR_VERSION} is the oldest version that is installed`,
      `Take ${DEFAULT_VERSION}, or name an executable that you trust with --trivy-path.`,
    );
  }
  return text;
}

/**
 * Refuses the known-bad releases, also in spellings such as `v0.69.4` or `0.69.4-1`.
 * @throws UsageError `trivy-version-denied`
 */
export function refuseDenied(reported: string): void {
  const version = semver.coerce(reported)?.version ?? reported;
  const reason = DENIED_VERSIONS[version];
  if (reason !== undefined) {
    throw new UsageError(
      'trivy-version-denied',
      `Trivy ${version} is never used: ${reason}`,
      `Take ${DEFAULT_VERSION}. Where ${version} has run, treat every secret of that machine as stolen.`,
    );
  }
}

export function isBelowFloor(version: string): boolean {
  const known = semver.coerce(version);
  return known !== null && semver.lt(known, FLOOR_VERSION);
}
