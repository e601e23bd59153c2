import type { Host } from '../host/ports.ts';
import { VerifyError } from '../model/failure.ts';
import { cachedTrivy } from './cached.ts';
import { chooseVersion } from './choose-version.ts';
import { downloadTrivy } from './download.ts';
import { type InstallPlan, type InstallRequest, planInstall } from './install-plan.ts';
import { trivyOnPath } from './on-path.ts';
import { reportedVersion } from './reported-version.ts';
import type { Trivy, VerifiedExecutable } from './trivy.ts';
import { trustedTrivy } from './trusted.ts';

export type { InstallRequest } from './install-plan.ts';
export type { Trivy } from './trivy.ts';

/**
 * Finds a Trivy that can be trusted: the one that the user names, else the wanted version from the tool cache, from
 * the PATH or from its release, each verified by SHA-256 before it is run. What is wrong with the wish itself is said
 * before anything is fetched.
 *
 * @throws UsageError for a wish that is refused
 * @throws VerifyError when none can be had, or one does not agree with its sum; that one is removed
 */
export async function findTrivy(request: InstallRequest, host: Host): Promise<Trivy> {
  if (request.trivyPath !== null) {
    return trustedTrivy(request.trivyPath, request.timeoutMs, host);
  }
  const { version, isChosen } = await chooseVersion(request, host);
  const plan = planInstall({ ...request, version, minAgeMs: isChosen ? request.minAgeMs : 0 }, host.machine);
  const found = (await cachedTrivy(plan, host)) ?? (await trivyOnPath(plan, host)) ?? (await downloadTrivy(plan, host));
  return { ...found, version: await checkedVersion(found, plan, host) };
}

/** The sum vouches for the bytes; this shows that they run here, and that a given sum belongs to the wanted version. */
async function checkedVersion(found: VerifiedExecutable, plan: InstallPlan, host: Host): Promise<string> {
  const version = await reportedVersion(found.path, plan.timeoutMs, host);
  if (version !== plan.version) {
    throw new VerifyError(
      'trivy-other-version',
      `Trivy ${plan.version} was wanted, but the executable (${found.source}) says that it is ${version}`,
      'Check that --trivy-version and --trivy-sha256 belong to the same release.',
    );
  }
  return version;
}
