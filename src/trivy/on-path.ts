import type { Host } from '../host/ports.ts';
import type { InstallPlan } from './install-plan.ts';
import type { VerifiedExecutable } from './trivy.ts';

/** A `trivy` on the PATH, only when its bytes are those of the pinned release; it is not even started otherwise. */
export async function trivyOnPath(plan: InstallPlan, host: Host): Promise<VerifiedExecutable | null> {
  if (plan.binarySha256 === null) {
    return null;
  }
  const path = await host.exec.which('trivy');
  if (path === null) {
    return null;
  }
  const sha256 = await host.files.sha256(path);
  if (sha256 !== plan.binarySha256) {
    host.log.debug(`Passed over ${path}: its SHA-256 ${sha256} is not that of Trivy ${plan.version}.`);
    return null;
  }
  return { path, sha256, source: `PATH (${path}), SHA-256 as pinned` };
}
