import { join } from 'node:path';
import { type Host, HttpError } from '../host/ports.ts';
import { errorMessage } from '../model/error-code.ts';
import { VerifyError } from '../model/failure.ts';
import type { InstallPlan } from './install-plan.ts';

/**
 * Downloads one file of the release into a folder. Nothing vouches for it yet.
 * @returns its path
 * @throws VerifyError `trivy-download`
 */
export async function fetchAsset(
  name: string,
  folder: string,
  plan: Pick<InstallPlan, 'releaseUrl' | 'timeoutMs'>,
  maxBytes: number,
  host: Host,
): Promise<string> {
  const file = join(folder, name);
  const url = `${plan.releaseUrl}/${name}`;
  try {
    await host.http.download(url, file, { timeoutMs: plan.timeoutMs, maxBytes });
  } catch (error) {
    const missing = error instanceof HttpError && (error.status === 404 || error.status === 410);
    throw new VerifyError(
      'trivy-download',
      `Trivy could not be downloaded from ${shownUrl(url)}: ${errorMessage(error)}`,
      missing
        ? 'Check --trivy-version and --trivy-download-url: there is no such release at this place.'
        : 'Check the network, the proxy (HTTPS_PROXY, NO_PROXY) and --trivy-download-url, or name an executable with --trivy-path.',
    );
  }
  return file;
}

/** Without user name and password, which a mirror may want. */
export function shownUrl(url: string): string {
  const { origin, pathname } = new URL(url);
  return `${origin}${pathname}`;
}
