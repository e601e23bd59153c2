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
import { type SbomKind, sbomOf } from '../trivy/sbom.ts';
import { scanImage } from '../trivy/scan.ts';
import { scanSbom } from '../trivy/scan-sbom.ts';
import { SbomMaker } from './sbom-maker.ts';

export interface Scan {
  readonly evidence: ScanEvidence | null;
  readonly problems: readonly Problem[];
  /** What `Sboms.make` is given: a file that stays until the run ends. Null when no name was given, or the scan failed. */
  readonly packagesFile?: string | null;
  /** What Trivy itself said of a failure; '' or nothing when it said nothing. */
  readonly detail?: string;
}

/** What can be done with the packages of an image that was scanned, without the image. */
export interface Sboms {
  /** Text of a bill of materials. @throws VerifyError */
  make(packagesFile: string, kind: SbomKind): Promise<string>;
  /**
   * What is known today of the packages in a CycloneDX text that `make` gave; null without an advisory database.
   * @throws VerifyError
   */
  readonly scan: ((sbom: string, platform: string) => Promise<ScanEvidence>) | null;
}

/** A scanner that is ready, or the reasons why there is none. */
export interface Scanner {
  readonly facts: ScannerFacts | null;
  readonly problems: readonly Problem[];
  /**
   * Null when images are not to be scanned. Of a scanner that is not ready, every scan is a problem of its subject. A scan
   * ends early when the signal aborts.
   */
  readonly scan:
    | ((trivyInput: string, platform: Promise<string>, name?: string | null, signal?: AbortSignal) => Promise<Scan>)
    | null;
  /** Null when there is no scanner that is ready. */
  readonly sboms?: Sboms | null;
  /** Resolves when nothing is under way that was begun ahead of being asked for. */
  readonly idle?: () => Promise<void>;
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

/**
 * Finds and verifies Trivy and its database, once for all images of the run.
 * @param sbomKinds the bills of materials that will be asked for: each is begun as soon as its image has been scanned
 */
export async function prepareScanner(
  settings: Settings,
  hasImages: boolean,
  cacheFolder: string,
  host: Host,
  sbomKinds: readonly SbomKind[] = [],
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
    return await withDatabase(trivy, settings, { cacheDir, sbomKinds }, host);
  } catch (error) {
    host.log.debug(detailOf(error));
    return { facts: null, problems: [toProblem(error)], scan: notReady };
  }
}

async function withDatabase(
  trivy: Trivy,
  settings: Settings,
  { cacheDir, sbomKinds }: { readonly cacheDir: string; readonly sbomKinds: readonly SbomKind[] },
  host: Host,
): Promise<Scanner> {
  const { version, source, sha256 } = trivy;
  const facts: ScannerFacts = { version, source, sha256, database: null };
  const maker = new SbomMaker((file, kind) => sbomOf(trivy, file, kind, settings.timeout, host));
  const onPackages = (file: string): void => maker.begin(file, sbomKinds);
  const scan: Scanner['scan'] = (input, platform, name = null, signal = new AbortController().signal) =>
    scanOne(trivy, settings, cacheDir, { input, platform, name, signal, onPackages }, host);
  const make: Sboms['make'] = (file, kind) => maker.make(file, kind);
  const idle = (): Promise<void> => maker.idle();
  if (!settings.scanners.includes('vuln')) return { facts, problems: [], scan, sboms: { make, scan: null }, idle };
  try {
    const database = await host.progress.phase('Preparing the advisory database', () =>
      prepareDatabase(databaseSettings(settings, cacheDir, settings.dbRepository), host),
    );
    const again: Sboms['scan'] = (sbom, platform) =>
      scanSbom(trivy, { sbom, platform, cacheDir, timeoutMs: settings.timeout }, host);
    return { facts: { ...facts, database }, problems: [], scan, sboms: { make, scan: again }, idle };
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

interface Wanted {
  readonly input: string;
  readonly platform: Promise<string>;
  readonly name: string | null;
  readonly signal: AbortSignal;
  /** Told when `Scan.packagesFile` is there. */
  readonly onPackages: (file: string) => void;
}

async function scanOne(
  trivy: Trivy,
  settings: Settings,
  cacheDir: string,
  { input, platform, name, signal, onPackages }: Wanted,
  host: Host,
): Promise<Scan> {
  const folder = await host.files.makeTempFolder();
  // The raw report holds the image's environment and goes at once; what is kept has packages alone.
  const packagesFile = name === null ? null : join(await host.files.makeTempFolder(), 'packages.json');
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
        signal,
        packages:
          packagesFile === null || name === null
            ? null
            : { file: packagesFile, name, onWritten: () => onPackages(packagesFile) },
      },
      host,
    );
    return { evidence, problems: assessScan(evidence, settings.scanners, await platform), packagesFile };
  } catch (error) {
    host.log.debug(detailOf(error));
    const detail = error instanceof VerifyError ? error.detail : '';
    return { evidence: null, problems: [toProblem(error)], detail };
  } finally {
    await host.files.remove(folder);
  }
}
