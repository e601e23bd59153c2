import { UsageError } from '../model/failure.ts';
import { assetName, pinnedAsset, pinnedVersions, RELEASE_PLATFORMS } from './releases.ts';
import { checkWantedVersion } from './version.ts';

export interface InstallRequest {
  /** An executable that the user trusts; nothing is installed then. */
  readonly trivyPath: string | null;
  readonly version: string;
  /** Base of the releases: `BASE/v0.74.0/trivy_0.74.0_Linux-64bit.tar.gz` is fetched. */
  readonly downloadUrl: string;
  /** Of the archive; takes the place of the pinned sum. */
  readonly archiveSha256: string | null;
  readonly timeoutMs: number;
}

/** What is to be had, and what vouches for it. */
export interface InstallPlan {
  readonly version: string;
  readonly asset: string;
  readonly executable: string;
  readonly url: string;
  readonly archiveSha256: string;
  /** Of the executable; null when only the archive is vouched for. */
  readonly binarySha256: string | null;
  /** Who vouches for the archive. */
  readonly trust: 'pinned' | 'given';
  readonly timeoutMs: number;
}

/**
 * Decides what to install, before anything is fetched.
 * @throws UsageError for a version, platform, URL or sum that cannot be used
 */
export function planInstall(
  request: InstallRequest,
  machine: { readonly os: string; readonly arch: string },
): InstallPlan {
  const version = checkWantedVersion(request.version);
  const platform = `${machine.os}-${machine.arch}`;
  const asset = assetName(version, platform);
  if (asset === null) {
    throw new UsageError(
      'trivy-platform',
      `Trivy publishes no release for ${platform}; there is one for ${RELEASE_PLATFORMS.join(', ')}`,
      'Run on one of these platforms, or name an executable that you trust with --trivy-path.',
    );
  }
  const pinned = pinnedAsset(version, platform);
  const given = request.archiveSha256 === null ? null : checkSum(request.archiveSha256);
  const archiveSha256 = given ?? pinned?.archiveSha256;
  if (archiveSha256 === undefined) {
    throw new UsageError(
      'trivy-version-unpinned',
      `The SHA-256 of ${asset} is not known to this version of the gate, which knows ${pinnedVersions().join(', ')}`,
      'Take one of these, or give the sum of the archive with --trivy-sha256 after checking it against a source that you trust.',
    );
  }
  const isPinned = archiveSha256 === pinned?.archiveSha256;
  return {
    version,
    asset,
    executable: machine.os === 'win32' ? 'trivy.exe' : 'trivy',
    url: assetUrl(request.downloadUrl, version, asset),
    archiveSha256,
    binarySha256: isPinned ? pinned.binarySha256 : null,
    trust: isPinned ? 'pinned' : 'given',
    timeoutMs: request.timeoutMs,
  };
}

function checkSum(text: string): string {
  if (!/^[0-9a-f]{64}$/i.test(text)) {
    throw new UsageError(
      'trivy-sha256',
      `Not a SHA-256: ${JSON.stringify(text.slice(0, 80))}`,
      'Give the 64 hex digits of the SHA-256 of the archive with --trivy-sha256.',
    );
  }
  return text.toLowerCase();
}

function assetUrl(base: string, version: string, asset: string): string {
  const url = URL.parse(base);
  if (url === null || (url.protocol !== 'https:' && url.protocol !== 'http:') || url.search !== '' || url.hash !== '') {
    throw new UsageError(
      'trivy-download-url',
      'The download URL of Trivy is not a plain http or https URL',
      'Give a base such as https://mirror.example/trivy with --trivy-download-url.',
    );
  }
  url.pathname = `${url.pathname.replace(/\/+$/, '')}/v${version}/${asset}`;
  return url.href;
}
