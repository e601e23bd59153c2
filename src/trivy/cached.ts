import { join } from 'node:path';
import type { Host } from '../host/ports.ts';
import { errorMessage } from '../model/error-code.ts';
import { extractExecutable } from './extract.ts';
import type { InstallPlan } from './install-plan.ts';
import { signedSum } from './signed-sum.ts';
import type { VerifiedExecutable } from './trivy.ts';

/** A place in the tool cache. Names of our own: other actions keep an unverified `trivy` there. */
interface Slot {
  readonly tool: string;
  readonly version: string;
  readonly file: string;
}

/**
 * What is kept is always something that can be proven again from outside the cache: the executable where its own sum is
 * pinned, else the archive, with its signed checksums where they are its proof. It is then unpacked anew each time. A
 * sum kept beside a file would prove nothing to anybody who can write there.
 */
function slotOf(plan: InstallPlan): Slot {
  if (plan.binarySha256 !== null) {
    return { tool: 'image-gate-trivy', version: plan.version, file: plan.executable };
  }
  const proof = plan.archiveSha256?.slice(0, 12) ?? 'signed';
  return { tool: 'image-gate-trivy-archive', version: `${plan.version}-${proof}`, file: plan.asset };
}

/** The wanted Trivy from the tool cache, verified again; what does not agree is removed. */
export async function cachedTrivy(plan: InstallPlan, host: Host): Promise<VerifiedExecutable | null> {
  const slot = slotOf(plan);
  const folder = await host.toolCache.find(slot.tool, slot.version);
  if (folder === null) {
    return null;
  }
  const path = join(folder, slot.file);
  if (!(await isProven(path, folder, plan, host))) {
    host.log.warning(`Removed ${folder} from the tool cache: its content is not Trivy ${plan.version} as verified.`);
    await host.files.remove(folder);
    return null;
  }
  if (plan.binarySha256 !== null) {
    return { path, sha256: plan.binarySha256, source: 'tool cache, SHA-256 of the executable as pinned' };
  }
  const executable = await extractExecutable(path, await host.files.makeTempFolder(), plan, host);
  return {
    path: executable,
    sha256: await host.files.sha256(executable),
    source: `tool cache, SHA-256 of the archive as ${plan.trust}`,
  };
}

async function isProven(path: string, folder: string, plan: InstallPlan, host: Host): Promise<boolean> {
  if ((await host.files.stat(path))?.kind !== 'file') {
    return false;
  }
  try {
    const expected = plan.binarySha256 ?? plan.archiveSha256 ?? (await signedSum(folder, plan, host));
    return (await host.files.sha256(path)) === expected;
  } catch (error) {
    host.log.debug(`${folder}: ${errorMessage(error)}`);
    return false;
  }
}

/**
 * Keeps a verified download for later runs. A tool cache that cannot be written to costs time only, so it is no error.
 * @param folders hold the executable alone, and the archive with its proof
 */
export async function keepInCache(
  folders: { readonly archive: string; readonly executable: string },
  plan: InstallPlan,
  host: Host,
): Promise<void> {
  const { tool, version } = slotOf(plan);
  try {
    await host.toolCache.add(plan.binarySha256 === null ? folders.archive : folders.executable, tool, version);
  } catch (error) {
    host.log.debug(`Trivy was not kept in the tool cache: ${errorMessage(error)}`);
  }
}
