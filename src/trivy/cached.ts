import { join } from 'node:path';
import type { Host } from '../host/ports.ts';
import { errorMessage } from '../model/error-code.ts';
import { extractExecutable } from './extract.ts';
import type { InstallPlan } from './install-plan.ts';
import type { VerifiedExecutable } from './trivy.ts';

/** A place in the tool cache. Names of our own: other actions keep an unverified `trivy` there. */
interface Slot {
  readonly tool: string;
  readonly version: string;
  readonly file: string;
}

/**
 * What is kept is always something that a sum from outside the cache vouches for: the executable where its own sum is
 * pinned, else the archive, which is then unpacked anew each time. A sum kept beside a file would prove nothing to
 * anybody who can write there.
 */
function slotOf(plan: InstallPlan): Slot {
  return plan.binarySha256 === null
    ? {
        tool: 'image-gate-trivy-archive',
        version: `${plan.version}-${plan.archiveSha256.slice(0, 12)}`,
        file: plan.asset,
      }
    : { tool: 'image-gate-trivy', version: plan.version, file: plan.executable };
}

/** The wanted Trivy from the tool cache, verified again; what does not agree with its sum is removed. */
export async function cachedTrivy(plan: InstallPlan, host: Host): Promise<VerifiedExecutable | null> {
  const slot = slotOf(plan);
  const folder = await host.toolCache.find(slot.tool, slot.version);
  if (folder === null) {
    return null;
  }
  const path = join(folder, slot.file);
  const expected = plan.binarySha256 ?? plan.archiveSha256;
  if ((await host.files.stat(path))?.kind !== 'file' || (await host.files.sha256(path)) !== expected) {
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

/**
 * Keeps a verified download for later runs. A tool cache that cannot be written to costs time only, so it is no error.
 * @param folders each holds exactly its one file
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
