import type { Host } from '../host/ports.ts';
import { VerifyError } from '../model/failure.ts';
import { keepInCache } from './cached.ts';
import { extractExecutable } from './extract.ts';
import { fetchAsset, shownUrl } from './fetch-asset.ts';
import type { InstallPlan } from './install-plan.ts';
import { fetchSignedSum } from './signed-sum.ts';
import type { VerifiedExecutable } from './trivy.ts';

/** The archives of 0.74.0 have about 50 MB. */
const MAX_ARCHIVE_BYTES = 512 * 1024 * 1024;

/** The release's archive, verified before it is opened. What cannot be verified is gone when this rejects. */
export async function downloadTrivy(plan: InstallPlan, host: Host): Promise<VerifiedExecutable> {
  return host.progress.phase(`Installing Trivy ${plan.version}`, async () => {
    const archiveFolder = await host.files.makeTempFolder();
    const executableFolder = await host.files.makeTempFolder();
    try {
      const expected = plan.archiveSha256 ?? (await fetchSignedSum(archiveFolder, plan, host));
      const archive = await fetchAsset(plan.asset, archiveFolder, plan, MAX_ARCHIVE_BYTES, host);
      checkArchive(await host.files.sha256(archive), expected, plan);
      const executable = await extractExecutable(archive, executableFolder, plan, host);
      const sha256 = await host.files.sha256(executable);
      checkExecutable(sha256, plan);
      await keepInCache({ archive: archiveFolder, executable: executableFolder }, plan, host);
      const source = `${shownUrl(plan.releaseUrl)}/${plan.asset}, SHA-256 of the archive as ${plan.trust}`;
      return { path: executable, sha256, source };
    } catch (error) {
      await host.files.remove(executableFolder);
      throw error;
    } finally {
      await host.files.remove(archiveFolder);
    }
  });
}

function checkArchive(sum: string, expected: string, plan: InstallPlan): void {
  if (sum !== expected) {
    throw new VerifyError(
      'trivy-checksum',
      `${plan.asset} from ${shownUrl(plan.releaseUrl)} is not the ${plan.trust} release: its SHA-256 is ${sum}`,
      plan.trust === 'given'
        ? 'Do not use this file. Check the sum given with --trivy-sha256 and where the file comes from.'
        : 'Do not use this file. If a mirror repacks the releases on purpose, give the sum of its archive with --trivy-sha256.',
      `wanted ${expected}`,
    );
  }
}

function checkExecutable(sum: string, plan: InstallPlan): void {
  if (plan.binarySha256 !== null && sum !== plan.binarySha256) {
    throw new VerifyError(
      'trivy-checksum',
      `The executable in ${plan.asset} is not the pinned one: its SHA-256 is ${sum}`,
      'Do not use this file, and report it to this project.',
      `wanted ${plan.binarySha256}`,
    );
  }
}
