import semver from 'semver';
import { UsageError } from '../model/failure.ts';
import { DEFAULT_VERSION, DENIED_VERSIONS, FLOOR_VERSION } from './releases.ts';

/** What the user asks for: one version, or the newest of some. */
export type VersionWish =
  | { readonly kind: 'exact'; readonly version: string }
  /** As the `semver` package reads it; `latest` is `*`. */
  | { readonly kind: 'range'; readonly range: string };

const EXACT = /^(?:0|[1-9]\d{0,5})(?:\.(?:0|[1-9]\d{0,5})){2}$/;
/** All that ranges of released versions are made of. Short, because ranges are expanded. */
const RANGE = /^[\d.x*^~<>=|][\d.x*^~<>=| -]{0,59}$/i;

/**
 * Reads a wish before any part of it gets into a URL or a path.
 * @throws UsageError `trivy-version`
 */
export function readVersionWish(text: string): VersionWish {
  if (EXACT.test(text)) {
    return { kind: 'exact', version: text };
  }
  if (text === 'latest') {
    return { kind: 'range', range: '*' };
  }
  if (!RANGE.test(text) || semver.validRange(text) === null) {
    throw new UsageError(
      'trivy-version',
      `Not a version of Trivy: ${JSON.stringify(text.slice(0, 40))}`,
      `Give an exact version such as ${DEFAULT_VERSION}, a range such as ~${DEFAULT_VERSION}, or latest.`,
    );
  }
  return { kind: 'range', range: text };
}

/**
 * Checks a wanted version before it gets into a URL or a path: exactly three numbers, not denied, not below the floor.
 * @param allowOld the user has asked for one below the floor with open eyes
 * @throws UsageError `trivy-version`, `trivy-version-denied`, `trivy-version-old`
 */
export function checkWantedVersion(text: string, allowOld = false): string {
  if (!EXACT.test(text)) {
    throw new UsageError(
      'trivy-version',
      `Not a version of Trivy: ${JSON.stringify(text.slice(0, 40))}`,
      `Give an exact version such as ${DEFAULT_VERSION}, without "v".`,
    );
  }
  refuseDenied(text);
  if (isBelowFloor(text) && !allowOld) {
    throw new UsageError(
      'trivy-version-old',
      `Trivy ${text} has known security holes; ${FLOOR_VERSION} is the oldest version that is installed`,
      `Take ${DEFAULT_VERSION}. Only if you must have ${text}, say so with --allow-old-trivy.`,
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

export function isDenied(version: string): boolean {
  return Object.hasOwn(DENIED_VERSIONS, version);
}

export function isBelowFloor(version: string): boolean {
  const known = semver.coerce(version);
  return known !== null && semver.lt(known, FLOOR_VERSION);
}
