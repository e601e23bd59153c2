import semver from 'semver';
import type { Host } from '../host/ports.ts';
import { UsageError, VerifyError } from '../model/failure.ts';
import { type ListedRelease, type ListRequest, listReleases } from './release-list.ts';
import { FLOOR_VERSION, pinnedVersions } from './releases.ts';
import { checkWantedVersion, isBelowFloor, isDenied, readVersionWish } from './version.ts';

export interface VersionRequest extends ListRequest {
  /** Exact, a range, or `latest`. */
  readonly version: string;
  readonly archiveSha256: string | null;
  /** Younger releases do not count for a range or `latest`. */
  readonly minAgeMs: number;
  readonly allowOld: boolean;
}

export interface ChosenVersion {
  readonly version: string;
  /** Whether the gate chose it among several, so that its age matters. */
  readonly isChosen: boolean;
}

/**
 * The one version to install. Of a range it is the newest that is old enough: time in which a hijacked release is found
 * out. Without a list of releases it is the newest of the range that is pinned here, with a warning.
 *
 * @throws UsageError for a wish that is refused
 * @throws VerifyError `trivy-release-list` when there is neither a list nor a pinned release in the range
 */
export async function chooseVersion(request: VersionRequest, host: Host): Promise<ChosenVersion> {
  const wish = readVersionWish(request.version);
  if (wish.kind === 'exact') {
    return { version: checkWantedVersion(wish.version, request.allowOld), isChosen: false };
  }
  if (request.archiveSha256 !== null) {
    throw new UsageError(
      'trivy-sha256-range',
      `A sum belongs to one archive, and --trivy-version ${request.version} may be any of several`,
      'Give the exact version together with --trivy-sha256.',
    );
  }
  try {
    const releases = await listReleases(request, host);
    const version = pickRelease(releases, wish.range, { ...request, now: host.clock.now() });
    host.log.info(`Trivy ${request.version} is ${version}.`);
    return { version, isChosen: true };
  } catch (error) {
    const pinned = semver.maxSatisfying([...pinnedVersions()], wish.range);
    if (!(error instanceof VerifyError) || pinned === null) {
      throw error;
    }
    host.log.warning(
      `${error.message}. Trivy ${pinned} is used, the newest of ${request.version} that is pinned here.`,
    );
    return { version: pinned, isChosen: false };
  }
}

interface Limits {
  readonly now: Date;
  readonly minAgeMs: number;
  readonly allowOld: boolean;
}

const DAY_MS = 24 * 60 * 60 * 1000;

/**
 * The newest release of a range that may be used. Pure.
 * @throws UsageError `trivy-version-none` saying why each of the newest is not
 */
export function pickRelease(releases: readonly ListedRelease[], range: string, limits: Limits): string {
  const candidates = releases
    .filter(({ version }) => semver.satisfies(version, range))
    .sort((a, b) => semver.rcompare(a.version, b.version));
  const refusals: string[] = [];
  for (const release of candidates) {
    const refusal = whyNot(release, limits);
    if (refusal === null) {
      return release.version;
    }
    refusals.push(`${release.version} ${refusal}`);
  }
  throw new UsageError(
    'trivy-version-none',
    refusals.length === 0
      ? `There is no release of Trivy in the range ${range}`
      : `No release of Trivy in the range ${range} may be used: ${refusals.slice(0, 5).join('; ')}`,
    'Widen --trivy-version, name an exact version, or lower --trivy-min-age.',
  );
}

function whyNot({ version, publishedAt }: ListedRelease, { now, minAgeMs, allowOld }: Limits): string | null {
  if (isDenied(version)) {
    return 'is a known-bad release';
  }
  if (isBelowFloor(version) && !allowOld) {
    return `is older than ${FLOOR_VERSION} and has known security holes`;
  }
  const ageMs = now.getTime() - publishedAt.getTime();
  return ageMs >= minAgeMs
    ? null
    : `was published ${Math.max(0, Math.floor(ageMs / DAY_MS))} days ago, ${Math.ceil(minAgeMs / DAY_MS)} are asked for`;
}
