import { PINNED_RELEASES, type PinnedSums } from './pinned-releases.ts';

export interface ReleaseAsset extends PinnedSums {
  readonly asset: string;
}

export const DEFAULT_VERSION = '0.74.0';

/** Older releases have known holes: GHSA-mcj4-mphf-j9ff (fixed in 0.71.1), GHSA-8rc5-4fr6-64pw (fixed in 0.72.0). */
export const FLOOR_VERSION = '0.72.0';

export const DEFAULT_DOWNLOAD_URL = 'https://github.com/aquasecurity/trivy/releases/download';

/** GitHub's list of the newest releases. A token belongs to this origin alone. */
export const GITHUB_API = 'https://api.github.com';
export const RELEASE_LIST_URL = `${GITHUB_API}/repos/aquasecurity/trivy/releases?per_page=30`;

/** Releases that are refused whatever vouches for them: their signatures may be genuine. */
export const DENIED_VERSIONS: Readonly<Record<string, string>> = {
  '0.69.4': 'it was published by a hijacked release pipeline (GHSA-69fq-xp46-6x23, CVE-2026-33634)',
  '0.69.5': 'it was published by an attacker (GHSA-69fq-xp46-6x23, CVE-2026-33634)',
  '0.69.6': 'it was published by an attacker (GHSA-69fq-xp46-6x23, CVE-2026-33634)',
};

/** `process.platform-process.arch` → the platform in the names of release assets (Trivy's goreleaser.yml). */
const PLATFORMS: Readonly<Record<string, { readonly name: string; readonly archive: 'tar.gz' | 'zip' }>> = {
  'linux-x64': { name: 'Linux-64bit', archive: 'tar.gz' },
  'linux-arm64': { name: 'Linux-ARM64', archive: 'tar.gz' },
  'darwin-x64': { name: 'macOS-64bit', archive: 'tar.gz' },
  'darwin-arm64': { name: 'macOS-ARM64', archive: 'tar.gz' },
  'win32-x64': { name: 'windows-64bit', archive: 'zip' },
};

/** The platforms with releases, as `process.platform-process.arch`. */
export const RELEASE_PLATFORMS: readonly string[] = Object.keys(PLATFORMS);

/** The name of a release's archive, or null where Trivy publishes none. `version` has been validated. */
export function assetName(version: string, platform: string): string | null {
  const known = PLATFORMS[platform];
  return known === undefined ? null : `trivy_${version}_${known.name}.${known.archive}`;
}

/** The pinned sums of a release on a platform; null for a version outside the table. */
export function pinnedAsset(version: string, platform: string): ReleaseAsset | null {
  const asset = assetName(version, platform);
  const sums = PINNED_RELEASES[version]?.[platform];
  return asset === null || sums === undefined ? null : { asset, ...sums };
}

export function pinnedVersions(): readonly string[] {
  return Object.keys(PINNED_RELEASES);
}
