import type { Host } from '../host/ports.ts';
import { VerifyError } from '../model/failure.ts';
import type { ScanEvidence } from '../model/scan.ts';
import type { Scanner } from '../settings/settings.ts';
import { platformProblem } from './assess-scan.ts';
import { decodeTrivyReport } from './decode-report.ts';
import { categorise, describeRun, trivyFailure } from './failures.ts';
import { runTrivy, type TrivyRun } from './run-trivy.ts';
import { type ScanCache, scanArgs } from './scan-args.ts';
import { toScanEvidence } from './to-scan-evidence.ts';
import type { Trivy } from './trivy.ts';
import { type Workspace, withWorkspace } from './workspace.ts';

/** All paths are absolute: Trivy runs in a folder of its own. */
export interface ScanRequest {
  /** An OCI layout's folder, or a docker-archive with one image. */
  readonly input: string;
  /** Trivy's raw JSON. It holds the image's environment in clear text: keep it in a temporary folder. */
  readonly reportFile: string;
  readonly scanners: readonly Scanner[];
  readonly cacheDir: string;
  /** Also for the Java database; the other one is never updated by a scan. */
  readonly skipDbUpdate: boolean;
  readonly timeoutMs: number;
  readonly expectedPlatform: string;
}

const MAX_REPORT_BYTES = 256 * 1024 * 1024;

/**
 * Scans one image once. What the scan could not see is for `assessScan` to say.
 * @throws VerifyError when Trivy fails, leaves no whole report, or has scanned an image of another platform
 */
export async function scanImage(trivy: Trivy, request: ScanRequest, host: Host): Promise<ScanEvidence> {
  return withWorkspace(host, async (workspace) => {
    const run = await scanOnce(trivy, request, workspace, host);
    const report = decodeTrivyReport(await readReport(request, run, host), `Trivy's report on ${request.input}`);
    const evidence = { ...toScanEvidence(report), osVersionKnown: !VERSION_UNKNOWN.test(run.stderr) };
    const problem = platformProblem(evidence, request.expectedPlatform);
    if (problem !== null) {
      throw new VerifyError(problem.code, problem.message, problem.advice);
    }
    return evidence;
  });
}

/** Trivy says this only here, not in its report. */
const VERSION_UNKNOWN = /\tWARN\tThis OS version is not on the EOL list/;

/**
 * With the scan cache on disk, layers that were scanned before cost nothing. One process at a time can use it; rather
 * than wait for another one, the scan is done again without it: the result is the same.
 */
async function scanOnce(trivy: Trivy, request: ScanRequest, workspace: Workspace, host: Host): Promise<TrivyRun> {
  const scanWith = async (cache: ScanCache): Promise<TrivyRun> => {
    // A failed run leaves an older report as it is, which would be taken for its own.
    await host.files.remove(request.reportFile);
    return runTrivy(trivy.path, scanArgs(request, workspace, cache), request.timeoutMs, workspace, host);
  };
  let run = await scanWith('fs');
  if (run.exitCode !== 0 && categorise(run) === 'cache-locked') {
    host.log.debug('The scan cache is in use by another process; scanning without it.');
    run = await scanWith('memory');
  }
  if (run.exitCode !== 0) {
    await host.files.remove(request.reportFile);
    throw trivyFailure(run, `scan of ${request.input}`);
  }
  return run;
}

async function readReport(request: ScanRequest, run: TrivyRun, host: Host): Promise<string> {
  const found = await host.files.stat(request.reportFile);
  if (found?.kind !== 'file' || found.size === 0) {
    throw new VerifyError(
      'trivy-no-report',
      `Trivy ended without an error but wrote no report on ${request.input}`,
      'Check that --trivy-path names Trivy itself; run again with --debug to see what it says.',
      describeRun(run),
    );
  }
  if (found.size > MAX_REPORT_BYTES) {
    throw new VerifyError(
      'trivy-report-too-large',
      `Trivy's report on ${request.input} has ${found.size} bytes; at most ${MAX_REPORT_BYTES} are read`,
      'Scan fewer kinds of things with --scanners, or split the image.',
    );
  }
  return host.files.readText(request.reportFile, MAX_REPORT_BYTES);
}
