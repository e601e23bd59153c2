import { join } from 'node:path';
import type { Host } from '../host/ports.ts';
import { errorMessage } from '../model/error-code.ts';
import { UsageError, VerifyError } from '../model/failure.ts';
import { sumInChecksums } from './checksums.ts';
import { fetchAsset } from './fetch-asset.ts';
import type { InstallPlan } from './install-plan.ts';

/** The checksums of a release have some 5 KB, a bundle some 10 KB. */
const MAX_BYTES = 1024 * 1024;

/**
 * The sum of a release's archive from its checksums file, which alone proves nothing: whoever can replace the archive
 * can replace it too. Its Sigstore bundle must show that Trivy's own release workflow signed these very bytes.
 *
 * @param folder gets both files; they are kept with the archive, so that a cached one can be proven again
 * @throws VerifyError `trivy-download`, or those of `signedSum`
 */
export async function fetchSignedSum(folder: string, plan: InstallPlan, host: Host): Promise<string> {
  for (const name of proofNames(plan)) {
    await fetchAsset(name, folder, plan, MAX_BYTES, host);
  }
  return signedSum(folder, plan, host);
}

/**
 * The same from the two files in a folder, without the network.
 * @throws VerifyError `trivy-signature`, `trivy-signature-young`, `trivy-checksums`
 */
export async function signedSum(folder: string, plan: InstallPlan, host: Host): Promise<string> {
  const [checksumsName, bundleName] = proofNames(plan);
  const checksums = await host.files.readBytes(join(folder, checksumsName), MAX_BYTES);
  const bundle = await host.files.readText(join(folder, bundleName), MAX_BYTES);
  const trustedRoot = await readTrustedRoot(plan.trustedRootFile, host);
  const signedAt = await verify(plan, { bytes: checksums, bundle, trustedRoot });
  const ageMs = host.clock.now().getTime() - signedAt.getTime();
  if (ageMs < plan.minAgeMs) {
    throw new VerifyError(
      'trivy-signature-young',
      `Trivy ${plan.version} was signed on ${signedAt.toISOString()}, later than its list of releases says`,
      'Do not use this release yet. Name an exact version with --trivy-version.',
    );
  }
  return sumInChecksums(new TextDecoder().decode(checksums), plan.asset, checksumsName);
}

async function verify(
  { version }: InstallPlan,
  signed: { readonly bytes: Uint8Array; readonly bundle: string; readonly trustedRoot: string | null },
): Promise<Date> {
  const { verifySignedBytes } = await import('./sigstore.ts');
  const identity = {
    subject: `https://github.com/aquasecurity/trivy/.github/workflows/reusable-release.yaml@refs/tags/v${version}`,
    issuer: 'https://token.actions.githubusercontent.com',
  };
  try {
    return verifySignedBytes({ ...signed, identity });
  } catch (error) {
    throw new VerifyError(
      'trivy-signature',
      `The checksums of Trivy ${version} are not signed by its release workflow: ${errorMessage(error).slice(0, 300)}`,
      'Do not use this release. A version that is pinned here needs no signature; a sum that you trust goes into --trivy-sha256.',
      `wanted ${identity.subject} (${identity.issuer})`,
    );
  }
}

async function readTrustedRoot(file: string | null, { files }: Host): Promise<string | null> {
  if (file === null) {
    return null;
  }
  if ((await files.stat(file))?.kind !== 'file') {
    throw new UsageError(
      'trivy-trusted-root',
      `--trivy-trusted-root: there is no file at ${file}`,
      "Give Sigstore's trusted_root.json, or leave the option out for the public one.",
    );
  }
  return files.readText(file, MAX_BYTES);
}

function proofNames({ version }: InstallPlan): readonly [checksums: string, bundle: string] {
  const checksums = `trivy_${version}_checksums.txt`;
  return [checksums, `${checksums}.sigstore.json`];
}
