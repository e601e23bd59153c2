import { join } from 'node:path';
import type { Host } from '../host/ports.ts';
import { VerifyError } from '../model/failure.ts';
import type { ScanEvidence } from '../model/scan.ts';
import { decodeSbomReport, parseReport } from './decode-report.ts';
import { describeRun, trivyFailure } from './failures.ts';
import { runTrivy } from './run-trivy.ts';
import { sbomArgs } from './scan-args.ts';
import { toPackageEvidence } from './to-scan-evidence.ts';
import type { Trivy } from './trivy.ts';
import { withWorkspace } from './workspace.ts';

const MAX_REPORT_BYTES = 256 * 1024 * 1024;

export interface SbomScanRequest {
  /** Text of a CycloneDX document that `sbomOf` made. */
  readonly sbom: string;
  /** Of the image that it tells of; the document does not say. */
  readonly platform: string;
  readonly cacheDir: string;
  readonly timeoutMs: number;
}

/**
 * Looks the packages of a bill of materials up in the database of today. It finds what a scan of the image itself would
 * find in its packages: the same advisories, package URLs, paths and layers. Of secrets and licences it knows nothing.
 * @throws VerifyError when Trivy fails or leaves no whole report
 */
export async function scanSbom(trivy: Trivy, request: SbomScanRequest, host: Host): Promise<ScanEvidence> {
  return withWorkspace(host, async (workspace) => {
    const input = join(workspace.cwd, 'sbom.cdx.json');
    const output = join(workspace.cwd, 'report.json');
    await host.files.writeText(input, request.sbom);
    const args = sbomArgs({ input, reportFile: output, cacheDir: request.cacheDir }, workspace);
    const run = await runTrivy(trivy.path, args, request.timeoutMs, workspace, host);
    if (run.exitCode !== 0) throw trivyFailure(run, 'scan of a stored bill of materials');
    const text = await host.files.readText(output, MAX_REPORT_BYTES).catch(() => null);
    if (text === null) {
      throw new VerifyError(
        'trivy-no-report',
        'Trivy ended without an error but wrote no report on a stored bill of materials that could be read',
        'Run again with --debug to see what Trivy says.',
        describeRun(run),
      );
    }
    const source = "Trivy's report on a bill of materials";
    return toPackageEvidence(decodeSbomReport(parseReport(text, source), source), request.platform);
  });
}
