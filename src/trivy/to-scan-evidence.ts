import type { Advisory, LicenseHit, ScanEvidence, SecretHit } from '../model/scan.ts';
import { platformText } from './platform.ts';
import type { TrivyReport, TrivyResult, TrivyVulnerability } from './report-schema.ts';

/** What a report says of the image. Each advisory keeps the severity that it has for its package: they differ. */
export function toScanEvidence(report: TrivyReport): ScanEvidence {
  const { OS: os, ImageConfig: config } = report.Metadata;
  return {
    trivyVersion: report.Trivy?.Version ?? 'unknown',
    os: os === undefined ? null : { family: os.Family, name: os.Name, endOfLife: os.EOSL },
    platform: platformText(config),
    osPackages: countPackages(report, 'os-pkgs'),
    languagePackages: countPackages(report, 'lang-pkgs'),
    advisories: report.Results.flatMap(advisoriesOf),
    secrets: report.Results.flatMap((result) => secretsOf(result, report.ArtifactName)),
    licenses: report.Results.flatMap(licensesOf),
  };
}

function countPackages(report: TrivyReport, kind: string): number {
  return report.Results.filter((result) => result.Class === kind).reduce(
    (sum, { Packages }) => sum + Packages.length,
    0,
  );
}

function advisoriesOf(result: TrivyResult): Advisory[] {
  return result.Vulnerabilities.map((found) => advisoryOf(found, result.Class === 'os-pkgs' ? 'os' : 'language'));
}

function advisoryOf(found: TrivyVulnerability, kind: 'os' | 'language'): Advisory {
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
    path: found.PkgPath === null ? null : found.PkgPath.replace(/^\/+/, ''),
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
