import { join } from 'node:path';
import type { Host } from '../host/ports.ts';
import { VerifyError } from '../model/failure.ts';
import { describeRun, trivyFailure } from './failures.ts';
import { runTrivy } from './run-trivy.ts';
import { convertArgs } from './scan-args.ts';
import type { Trivy } from './trivy.ts';
import { withWorkspace } from './workspace.ts';

/** CycloneDX 1.7 or SPDX 2.3, both as JSON, as Trivy 0.74 writes them. */
export type SbomKind = 'cyclonedx' | 'spdx';

export const MAX_SBOM_BYTES = 128 * 1024 * 1024;

/**
 * The bill of materials of an image that was scanned: the image itself is not touched again.
 * @param packagesFile the scan's `packagesFile`; never the raw report, which holds the image's environment
 * @throws VerifyError when Trivy fails or leaves nothing
 */
export async function sbomOf(
  trivy: Trivy,
  packagesFile: string,
  kind: SbomKind,
  timeoutMs: number,
  host: Host,
): Promise<string> {
  return withWorkspace(host, async (workspace) => {
    const output = join(workspace.cwd, 'sbom.json');
    const run = await runTrivy(
      trivy.path,
      convertArgs(packagesFile, output, kind, workspace),
      timeoutMs,
      workspace,
      host,
    );
    if (run.exitCode !== 0) throw trivyFailure(run, 'bill of materials');
    const found = await host.files.stat(output);
    if (found?.kind !== 'file' || found.size === 0 || found.size > MAX_SBOM_BYTES) {
      throw new VerifyError(
        'sbom-not-made',
        `Trivy made no usable bill of materials (${found === null ? 'no file' : `${found.size} bytes`})`,
        'Run again with --debug to see what Trivy says, or leave it out with --sbom none.',
        describeRun(run),
      );
    }
    return host.files.readText(output, MAX_SBOM_BYTES);
  });
}
