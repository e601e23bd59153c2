import { UsageError } from '../model/failure.ts';
import { assetName, pinnedAsset, RELEASE_PLATFORMS } from './releases.ts';
import { checkWantedVersion } from './version.ts';

export interface InstallRequest {
  /** An executable that the user trusts; nothing is installed then. */
  readonly trivyPath: string | null;
  /** Exact, a range, or `latest`. */
  readonly version: string;
  /** Base of the releases: `BASE/v0.74.0/trivy_0.74.0_Linux-64bit.tar.gz` is fetched. */
  readonly downloadUrl: string;
  /** Of the archive; takes the place of the pinned sum. */
  readonly archiveSha256: string | null;
  /** Younger releases do not count for a range or `latest`. */
  readonly minAgeMs: number;
  /** Whether a version below the floor may be installed. */
  readonly allowOld: boolean;
  /** A Sigstore trusted root instead of the embedded one; absolute. */
  readonly trustedRootFile: string | null;
  /** For GitHub's list of releases, if it is GitHub's own. */
  readonly githubToken: string | null;
  readonly timeoutMs: number;
}

/** What is to be had, and what vouches for it. */
export interface InstallPlan {
  readonly version: string;
  readonly asset: string;
  readonly executable: string;
  /** The folder of the release's files, without a slash at the end. */
  readonly releaseUrl: string;
  /** Null: the release's signed checksums have to say it. */
  readonly archiveSha256: string | null;
  /** Of the executable; null when only the archive is vouched for. */
  readonly binarySha256: string | null;
  /** Who vouches for the archive. */
  readonly trust: 'pinned' | 'given' | 'signed';
  /** What the age of a signature must be; 0 for a version that the user named. */
  readonly minAgeMs: number;
  readonly trustedRootFile: string | null;
  readonly timeoutMs: number;
}

/**
 * Decides what to install, before anything is fetched. The version is exact by now.
 * @throws UsageError for a version, platform, URL or sum that cannot be used
 */
export function planInstall(
  request: InstallRequest,
  machine: { readonly os: string; readonly arch: string },
): InstallPlan {
  const version = checkWantedVersion(request.version, request.allowOld);
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
  const archiveSha256 = given ?? pinned?.archiveSha256 ?? null;
  const isPinned = pinned !== null && archiveSha256 === pinned.archiveSha256;
  return {
    version,
    asset,
    executable: machine.os === 'win32' ? 'trivy.exe' : 'trivy',
    releaseUrl: releaseUrl(request.downloadUrl, version),
    archiveSha256,
    binarySha256: isPinned ? pinned.binarySha256 : null,
    trust: isPinned ? 'pinned' : given === null ? 'signed' : 'given',
    minAgeMs: request.minAgeMs,
    trustedRootFile: request.trustedRootFile,
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

function releaseUrl(base: string, version: string): string {
  const url = URL.parse(base);
  if (url === null || (url.protocol !== 'https:' && url.protocol !== 'http:') || url.search !== '' || url.hash !== '') {
    throw new UsageError(
      'trivy-download-url',
      'The download URL of Trivy is not a plain http or https URL',
      'Give a base such as https://mirror.example/trivy with --trivy-download-url.',
    );
  }
  url.pathname = `${url.pathname.replace(/\/+$/, '')}/v${version}`;
  return url.href;
}
