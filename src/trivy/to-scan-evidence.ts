import type { Advisory, LicenseHit, ScanEvidence, SecretHit } from '../model/scan.ts';
import { platformText } from './platform.ts';
import type { TrivyReport, TrivyResult, TrivySbomReport, TrivyVulnerability } from './report-schema.ts';

/** What a report says of the image. Each advisory keeps the severity that it has for its package: they differ. */
export function toScanEvidence(report: TrivyReport): ScanEvidence {
  return {
    ...toPackageEvidence(report, platformText(report.Metadata.ImageConfig)),
    secrets: report.Results.flatMap((result) => secretsOf(result, report.ArtifactName)),
    licenses: report.Results.flatMap(licensesOf),
  };
}

/** What a report says of packages alone. */
export function toPackageEvidence(report: TrivyReport | TrivySbomReport, platform: string): ScanEvidence {
  const { OS: os } = report.Metadata;
  return {
    trivyVersion: report.Trivy?.Version ?? 'unknown',
    os: os === undefined ? null : { family: os.Family, name: os.Name, endOfLife: os.EOSL },
    platform,
    osPackages: countPackages(report, 'os-pkgs'),
    languagePackages: countPackages(report, 'lang-pkgs'),
    advisories: report.Results.flatMap(advisoriesOf),
    secrets: [],
    licenses: [],
  };
}

function countPackages(report: Pick<TrivyReport, 'Results'>, kind: string): number {
  return report.Results.filter((result) => result.Class === kind).reduce(
    (sum, { Packages }) => sum + Packages.length,
    0,
  );
}

function advisoriesOf(result: TrivyResult): Advisory[] {
  const file = fileOf(result);
  return result.Vulnerabilities.map((found) => advisoryOf(found, result.Class === 'os-pkgs' ? 'os' : 'language', file));
}

/** What Trivy writes in the place of a path for packages that have one each (pkg/scan/langpkg/scan.go, `PkgTargets`). */
const TITLES: Readonly<Record<string, string>> = {
  'python-pkg': 'Python',
  'conda-pkg': 'Conda',
  gemspec: 'Ruby',
  'node-pkg': 'Node.js',
  jar: 'Java',
  kubernetes: 'Kubernetes',
};

/**
 * The file that holds all packages of a result, such as a program with its build information: these have no path of
 * their own, and two programs of an image may hold the same module.
 */
function fileOf({ Class: kind, Type: type, Target: target }: TrivyResult): string | null {
  const isTitle = Object.hasOwn(TITLES, type) && TITLES[type] === target;
  return kind !== 'lang-pkgs' || isTitle || target === '' ? null : target;
}

function advisoryOf(found: TrivyVulnerability, kind: 'os' | 'language', file: string | null): Advisory {
  return {
    id: found.VulnerabilityID,
    aliases: found.VendorIDs,
    title: found.Title ?? '',
    severity: found.Severity,
    severitySource: found.SeveritySource,
    package: found.PkgName,
    purl: found.PkgIdentifier?.PURL ?? null,
    installed: found.InstalledVersion,
    fixed: found.FixedVersion,
    status: found.Status,
    kind,
    path: (found.PkgPath ?? file)?.replace(/^\/+/, '') ?? null,
    layer: found.Layer,
    url: found.PrimaryURL,
    published: found.PublishedDate,
    cwes: found.CweIDs,
  };
}

/** A secret in the image config has the image's own name as its target; one in a file has the absolute path. */
function secretsOf(result: TrivyResult, imageName: string): SecretHit[] {
  return result.Secrets.map((found) => ({
    rule: found.RuleID,
    title: found.Title,
    severity: found.Severity,
    path: result.Target === imageName ? null : `/${result.Target.replace(/^\/+/, '')}`,
    startLine: found.StartLine,
    endLine: found.EndLine,
    layer: found.Layer,
  }));
}

/** Trivy's categories without obligations that need a decision (pkg/licensing of 0.74.0, after google/licenseclassifier). */
const HARMLESS: ReadonlySet<string> = new Set(['notice', 'permissive', 'unencumbered']);

function licensesOf(result: TrivyResult): LicenseHit[] {
  return result.Licenses.filter((found) => !HARMLESS.has(found.Category)).map((found) => ({
    name: found.Name,
    category: found.Category,
    severity: found.Severity,
    package: found.PkgName,
    path: found.FilePath,
  }));
}
