import type { Check } from '../model/check.ts';
import type { Finding } from '../model/finding.ts';
import type { Location } from '../model/location.ts';
import type { SubjectVerdict, Verdict } from '../model/verdict.ts';
import { REPORT_SCHEMA, type Report } from './json/schema.ts';
import { stringify } from './json/stringify.ts';
import { allProblems, type PlacedProblem } from './problems.ts';
import type { ToolFacts } from './tool-facts.ts';

/** `report.json`: everything that is known, for programs. Its keys always come in the same order; ends with a line feed. */
export function renderJson(verdict: Verdict, tool: ToolFacts): string {
  return `${stringify(toReport(verdict, tool), 2)}\n`;
}

/** The report as data. Fields are named one by one: what a model object carries besides never gets out. */
export function toReport(verdict: Verdict, tool: ToolFacts): Report {
  return {
    schema: REPORT_SCHEMA,
    verdict: verdict.verdict,
    startedAt: verdict.startedAt,
    failOn: verdict.failOn,
    tool: { version: tool.version },
    trivy: toTrivy(verdict.scanner),
    errors: allProblems(verdict).map(toReportProblem),
    subjects: verdict.subjects.map(toSubject),
  };
}

function toTrivy(scanner: Verdict['scanner']): Report['trivy'] {
  if (scanner === null) return null;
  const { version, source, sha256, database } = scanner;
  return {
    version,
    source,
    sha256,
    database: database === null ? null : { updatedAt: database.updatedAt, source: database.source },
  };
}

function toReportProblem({ kind, code, message, advice, subject }: PlacedProblem): Report['errors'][number] {
  return { kind, code, message, advice, subject };
}

type ReportSubject = Report['subjects'][number];

function toSubject({ subject, verdict, image, os, packages, checks, findings }: SubjectVerdict): ReportSubject {
  return {
    name: subject.name,
    image:
      image === null
        ? null
        : { reference: image.reference, imageId: image.imageId, digest: image.digest, platform: image.platform },
    dockerfile: subject.dockerfile,
    verdict,
    os: os === null ? null : { family: os.family, name: os.name, endOfLife: os.endOfLife },
    packages: packages === null ? null : { os: packages.os, language: packages.language },
    checks: checks.map(toCheck),
    findings: findings.map(toFinding),
    fixed: [],
  };
}

function toCheck({ rule, answer, severity, title, reason }: Check): ReportSubject['checks'][number] {
  return { rule, answer, severity, title, reason };
}

function toFinding(finding: Finding): ReportSubject['findings'][number] {
  const { image } = finding;
  return {
    id: finding.id,
    kind: finding.kind,
    severity: finding.severity,
    status: finding.status,
    reason: finding.reason,
    change: null,
    title: finding.title,
    message: finding.message,
    fix: finding.fix,
    url: finding.url,
    location: finding.location === null ? null : toLocation(finding.location),
    related: finding.related.map(({ location, message }) => ({ location: toLocation(location), message })),
    image:
      image === null
        ? null
        : {
            layer: image.layer,
            path: image.path,
            package: image.package,
            purl: image.purl,
            installed: image.installed,
            fixed: image.fixed,
          },
    origin: finding.origin,
    fingerprint: finding.fingerprint,
    aliases: [...finding.aliases],
    waiver: null,
    deadline: null,
  };
}

function toLocation({ file, startLine, endLine }: Location): Location {
  return { file, startLine, endLine };
}
