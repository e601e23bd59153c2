import { join, resolve } from 'node:path';
import type { Host } from '../host/ports.ts';
import { detailOf, toProblem, VerifyError } from '../model/failure.ts';
import type { ScanEvidence } from '../model/scan.ts';
import type { Problem, ScannerFacts } from '../model/verdict.ts';
import type { Settings } from '../settings/settings.ts';
import { assessScan } from '../trivy/assess-scan.ts';
import { type DatabaseSettings, prepareDatabase } from '../trivy/database.ts';
import { findTrivy, type Trivy } from '../trivy/install.ts';
import { forgetOldJavaDatabase, prepareJavaDatabase } from '../trivy/java-database.ts';
import { scanImage } from '../trivy/scan.ts';

export interface Scan {
  readonly evidence: ScanEvidence | null;
  readonly problems: readonly Problem[];
}

/** A scanner that is ready, or the reasons why there is none. */
export interface Scanner {
  readonly facts: ScannerFacts | null;
  readonly problems: readonly Problem[];
  /** Null when images are not to be scanned. Of a scanner that is not ready, every scan is a problem of its subject. */
  readonly scan: ((trivyInput: string, platform: string) => Promise<Scan>) | null;
}

const NOT_SCANNED: Problem = {
  kind: 'verify',
  code: 'not-scanned',
  message: 'The image was not scanned, because the scanner is not ready.',
  advice: 'Mend the error of the run first.',
};

async function notReady(): Promise<Scan> {
  return { evidence: null, problems: [NOT_SCANNED] };
}

/** Finds and verifies Trivy and its database, once for all images of the run. */
export async function prepareScanner(
  settings: Settings,
  hasImages: boolean,
  cacheFolder: string,
  host: Host,
): Promise<Scanner> {
  if (!hasImages || settings.scanners.length === 0) return { facts: null, problems: [], scan: null };
  // Trivy runs in a folder of its own: paths must not depend on where that is.
  const cacheDir = resolve(settings.workingDirectory, settings.trivyCacheDir ?? join(cacheFolder, 'trivy'));
  const located = (path: string | null): string | null =>
    path === null ? null : resolve(settings.workingDirectory, path);
  try {
    const trivy = await host.progress.phase(`Finding Trivy ${settings.trivyVersion}`, () =>
      findTrivy(
        {
          trivyPath: located(settings.trivyPath),
          version: settings.trivyVersion,
          downloadUrl: settings.trivyDownloadUrl,
          archiveSha256: settings.trivySha256,
          minAgeMs: settings.trivyMinAge,
          allowOld: settings.allowOldTrivy,
          trustedRootFile: located(settings.trivyTrustedRoot),
          githubToken: settings.token,
          timeoutMs: settings.timeout,
        },
        host,
      ),
    );
    return await withDatabase(trivy, settings, cacheDir, host);
  } catch (error) {
    host.log.debug(detailOf(error));
    return { facts: null, problems: [toProblem(error)], scan: notReady };
  }
}

async function withDatabase(trivy: Trivy, settings: Settings, cacheDir: string, host: Host): Promise<Scanner> {
  const { version, source, sha256 } = trivy;
  const facts: ScannerFacts = { version, source, sha256, database: null };
  const scan = (trivyInput: string, platform: string): Promise<Scan> =>
    scanOne(trivy, settings, cacheDir, trivyInput, platform, host);
  if (!settings.scanners.includes('vuln')) return { facts, problems: [], scan };
  try {
    const database = await host.progress.phase('Preparing the advisory database', () =>
      prepareDatabase(databaseSettings(settings, cacheDir, settings.dbRepository), host),
    );
    return { facts: { ...facts, database }, problems: [], scan };
  } catch (error) {
    host.log.debug(detailOf(error));
    return { facts, problems: [toProblem(error)], scan: notReady };
  }
}

function databaseSettings(
  { skipDbUpdate, maxDbAge, workingDirectory, timeout }: Settings,
  cacheDir: string,
  repositories: readonly string[],
): DatabaseSettings {
  return {
    cacheDir,
    skipUpdate: skipDbUpdate,
    maxAgeMs: maxDbAge,
    repositories,
    workingDirectory: resolve(workingDirectory),
    timeoutMs: timeout,
  };
}

async function scanOne(
  trivy: Trivy,
  settings: Settings,
  cacheDir: string,
  input: string,
  platform: string,
  host: Host,
): Promise<Scan> {
  const folder = await host.files.makeTempFolder();
  const java = databaseSettings(settings, cacheDir, settings.javaDbRepository);
  try {
    if (!settings.skipDbUpdate) await forgetOldJavaDatabase(java, host);
    const evidence = await scanImage(
      trivy,
      {
        input,
        reportFile: join(folder, 'trivy.json'),
        scanners: settings.scanners,
        cacheDir,
        fetchJavaDatabase: settings.skipDbUpdate ? null : () => prepareJavaDatabase(java, host),
        timeoutMs: settings.timeout,
        expectedPlatform: platform,
      },
      host,
    );
    return { evidence, problems: assessScan(evidence, settings.scanners, platform) };
  } catch (error) {
    // In the log of a workflow this is inside of the folded group of the scan.
    if (error instanceof VerifyError && error.detail !== '') host.log.info(error.detail);
    host.log.debug(detailOf(error));
    return { evidence: null, problems: [toProblem(error)] };
  } finally {
    await host.files.remove(folder);
  }
}
