/** One release asset. All sums are SHA-256, hex digits. */
export interface ReleaseAsset {
  readonly asset: string;
  readonly archiveSha256: string;
  /** Null where no second source establishes the sum of the executable itself. */
  readonly binarySha256: string | null;
}

export const DEFAULT_VERSION = '0.74.0';

/** Older releases have known holes: GHSA-mcj4-mphf-j9ff (fixed in 0.71.1), GHSA-8rc5-4fr6-64pw (fixed in 0.72.0). */
export const FLOOR_VERSION = '0.72.0';

export const DEFAULT_DOWNLOAD_URL = 'https://github.com/aquasecurity/trivy/releases/download';

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

/** Version → platform → sums. Each sum agrees in several independent sources; a new version is a change of this source. */
const PINNED: Readonly<Record<string, Readonly<Record<string, Omit<ReleaseAsset, 'asset'>>>>> = {
  '0.74.0': {
    'linux-x64': {
      archiveSha256: '2ae6fe3ee734b7fdf11335663e18c75ea12dccc76062f09f164a3b0f8be4371a',
      binarySha256: 'd89bcc6510a267f11b773398cbf1be5520ce39f9e8b6633178c4487f05b7d791',
    },
    'linux-arm64': {
      archiveSha256: 'b94ce1976bbf3c15b514b605ee88be7c6d94a29be2302847ff01cb794d47aad5',
      binarySha256: null,
    },
    'darwin-x64': {
      archiveSha256: '472816f6888dda689d075c30254d4210b4d1035acf365aa72332f584c2f60485',
      binarySha256: null,
    },
    'darwin-arm64': {
      archiveSha256: '1caada5e0e2091909357c7525d3aa76f4b660b13821bc143b190c7483e31cc11',
      binarySha256: null,
    },
    'win32-x64': {
      archiveSha256: '94c40e0696e4b907a74b7b2e1438d5d72ebaca83115817407f568a002d520842',
      binarySha256: null,
    },
  },
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
  const sums = PINNED[version]?.[platform];
  return asset === null || sums === undefined ? null : { asset, ...sums };
}

export function pinnedVersions(): readonly string[] {
  return Object.keys(PINNED);
}
