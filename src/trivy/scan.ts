import type { Host } from '../host/ports.ts';
import { VerifyError } from '../model/failure.ts';
import type { ScanEvidence } from '../model/scan.ts';
import type { Scanner } from '../settings/settings.ts';
import { platformProblem } from './assess-scan.ts';
import { decodeTrivyReport, parseReport } from './decode-report.ts';
import { categorise, describeRun, trivyFailure } from './failures.ts';
import { packageReport } from './package-report.ts';
import { runTrivy, type TrivyRun } from './run-trivy.ts';
import { type ScanCache, scanArgs } from './scan-args.ts';
import { dropForeignScanCache, sealScanCache } from './scan-cache.ts';
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
  /** Brings the Java database when the image turns out to hold a Java archive; null: it is used as it is. */
  readonly fetchJavaDatabase: (() => Promise<unknown>) | null;
  readonly timeoutMs: number;
  /** It may become known while Trivy scans. */
  readonly expectedPlatform: string | Promise<string>;
  /** When it aborts, Trivy is ended: the image is not to be scanned after all. */
  readonly signal?: AbortSignal;
  /** Where to leave the packages for bills of materials, and what these are to call the image; null: nowhere. */
  readonly packages?: PackagesRequest | null;
}

export interface PackagesRequest {
  readonly file: string;
  readonly name: string;
  /** Told when they are there, while the scan is being cleared away. */
  readonly onWritten?: () => void;
}

const MAX_REPORT_BYTES = 256 * 1024 * 1024;

/**
 * Scans one image once. What the scan could not see is for `assessScan` to say.
 * @throws VerifyError when Trivy fails, leaves no whole report, or has scanned an image of another platform
 */
export async function scanImage(trivy: Trivy, request: ScanRequest, host: Host): Promise<ScanEvidence> {
  return withWorkspace(host, async (workspace) => {
    const run = await scanWithJava(trivy, request, workspace, host);
    const text = await readReport(request, run, host);
    const source = `Trivy's report on ${request.input}`;
    const report = parseReport(text, source);
    const evidence = {
      ...toScanEvidence(decodeTrivyReport(report, source)),
      osVersionKnown: !VERSION_UNKNOWN.test(run.stderr),
    };
    const problem = platformProblem(evidence, await request.expectedPlatform);
    if (problem !== null) {
      throw new VerifyError(problem.code, problem.message, problem.advice);
    }
    const { packages } = request;
    if (packages) {
      await host.files.writeText(packages.file, packageReport(report, packages.name));
      packages.onWritten?.();
    }
    return evidence;
  });
}

/** Trivy says this only here, not in its report. */
const VERSION_UNKNOWN = /\tWARN\tThis OS version is not on the EOL list/;

/** Whether there is a Java archive in the image, only Trivy knows, and it says so by giving up. */
async function scanWithJava(trivy: Trivy, request: ScanRequest, workspace: Workspace, host: Host): Promise<TrivyRun> {
  const run = await scanOnce(trivy, request, workspace, host);
  const { fetchJavaDatabase } = request;
  const isWanted = request.signal?.aborted !== true;
  if (isWanted && run.exitCode !== 0 && fetchJavaDatabase !== null && categorise(run) === 'java-database') {
    await fetchJavaDatabase();
    return succeeded(await scanOnce(trivy, request, workspace, host), request, host);
  }
  return succeeded(run, request, host);
}

async function succeeded(run: TrivyRun, request: ScanRequest, host: Host): Promise<TrivyRun> {
  if (run.exitCode !== 0) {
    await host.files.remove(request.reportFile);
    throw trivyFailure(run, `scan of ${request.input}`);
  }
  return run;
}

/**
 * With the scan cache on disk, layers that were scanned before cost nothing. One process at a time can use it; rather
 * than wait for another one, the scan is done again without it: the result is the same.
 */
async function scanOnce(trivy: Trivy, request: ScanRequest, workspace: Workspace, host: Host): Promise<TrivyRun> {
  const scanWith = async (cache: ScanCache): Promise<TrivyRun> => {
    // A failed run leaves an older report as it is, which would be taken for its own.
    await host.files.remove(request.reportFile);
    return runTrivy(
      trivy.path,
      scanArgs(request, workspace, cache),
      request.timeoutMs,
      workspace,
      host,
      request.signal,
    );
  };
  await dropForeignScanCache(request.cacheDir, host);
  let run = await scanWith('fs');
  if (run.exitCode !== 0 && categorise(run) === 'cache-locked') {
    host.log.debug('The scan cache is in use by another process; scanning without it.');
    run = await scanWith('memory');
  } else {
    await sealScanCache(request.cacheDir, host);
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
