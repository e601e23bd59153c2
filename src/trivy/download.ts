import { join } from 'node:path';
import { type Host, HttpError } from '../host/ports.ts';
import { errorMessage } from '../model/error-code.ts';
import { VerifyError } from '../model/failure.ts';
import { keepInCache } from './cached.ts';
import { extractExecutable } from './extract.ts';
import type { InstallPlan } from './install-plan.ts';
import type { VerifiedExecutable } from './trivy.ts';

/** The archives of 0.74.0 have about 50 MB. */
const MAX_ARCHIVE_BYTES = 512 * 1024 * 1024;

/** The release's archive, verified before it is opened. */
export async function downloadTrivy(plan: InstallPlan, host: Host): Promise<VerifiedExecutable> {
  return host.progress.phase(`Installing Trivy ${plan.version}`, async () => {
    const archiveFolder = await host.files.makeTempFolder();
    const archive = join(archiveFolder, plan.asset);
    await fetchArchive(plan, archive, host);
    const sum = await host.files.sha256(archive);
    if (sum !== plan.archiveSha256) {
      await host.files.remove(archiveFolder);
      throw new VerifyError(
        'trivy-checksum',
        `${plan.asset} from ${shown(plan.url)} is not the ${plan.trust} release: its SHA-256 is ${sum}`,
        plan.trust === 'pinned'
          ? 'Do not use this file. If a mirror repacks the releases on purpose, give the sum of its archive with --trivy-sha256.'
          : 'Do not use this file. Check the sum given with --trivy-sha256 and where the file comes from.',
        `wanted ${plan.archiveSha256}`,
      );
    }
    const executableFolder = await host.files.makeTempFolder();
    const executable = await extractExecutable(archive, executableFolder, plan, host);
    const sha256 = await host.files.sha256(executable);
    if (plan.binarySha256 !== null && sha256 !== plan.binarySha256) {
      await host.files.remove(executableFolder);
      throw new VerifyError(
        'trivy-checksum',
        `The executable in ${plan.asset} is not the pinned one: its SHA-256 is ${sha256}`,
        'Do not use this file, and report it to this project.',
        `wanted ${plan.binarySha256}`,
      );
    }
    await keepInCache({ archive: archiveFolder, executable: executableFolder }, plan, host);
    return { path: executable, sha256, source: `${shown(plan.url)}, SHA-256 of the archive as ${plan.trust}` };
  });
}

async function fetchArchive(plan: InstallPlan, archive: string, host: Host): Promise<void> {
  try {
    await host.http.download(plan.url, archive, { timeoutMs: plan.timeoutMs, maxBytes: MAX_ARCHIVE_BYTES });
  } catch (error) {
    const missing = error instanceof HttpError && (error.status === 404 || error.status === 410);
    throw new VerifyError(
      'trivy-download',
      `Trivy could not be downloaded from ${shown(plan.url)}: ${errorMessage(error)}`,
      missing
        ? 'Check --trivy-version and --trivy-download-url: there is no such release at this place.'
        : 'Check the network, the proxy (HTTPS_PROXY, NO_PROXY) and --trivy-download-url, or name an executable with --trivy-path.',
    );
  }
}

/** Without user name and password, which a mirror may want. */
function shown(url: string): string {
  const { origin, pathname } = new URL(url);
  return `${origin}${pathname}`;
}
