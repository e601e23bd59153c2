import type { Check } from '../model/check.ts';
import type { Notice } from '../model/notice.ts';
import type { LayerFacts, SubjectVerdict, Verdict } from '../model/verdict.ts';
import { toFault, toFinding, toLocation } from './json/fault.ts';
import { REPORT_SCHEMA, type Report } from './json/schema.ts';
import { type JsonNode, jsonChunks, valueEntries, valueNodes } from './json/stream.ts';
import { allProblems, type PlacedProblem } from './problems.ts';
import { gatherChunks } from './text/gather-chunks.ts';
import type { ToolFacts } from './tool-facts.ts';

/** `report.json`: everything that is known, for programs. Its keys always come in the same order; ends with a line feed. */
export function renderJson(verdict: Verdict, tool: ToolFacts): string {
  return [...jsonReport(verdict, tool)].join('');
}

/** The same in pieces: all of a large report at once would take hundreds of megabytes. */
export function* jsonReport(verdict: Verdict, tool: ToolFacts): Generator<string> {
  yield* gatherChunks(jsonChunks(reportNode(verdict, tool), 2));
  yield '\n';
}

function reportNode(verdict: Verdict, tool: ToolFacts): JsonNode {
  const facts: Omit<Report, 'subjects'> = {
    schema: REPORT_SCHEMA,
    verdict: verdict.verdict,
    startedAt: verdict.startedAt,
    failOn: verdict.failOn,
    gate: verdict.gate,
    baseline: toBaseline(verdict.baseline),
    tool: { version: tool.version },
    trivy: toTrivy(verdict.scanner),
    errors: allProblems(verdict).map(toReportProblem),
    notices: verdict.notices.map(toNotice),
  };
  return { entries: [...valueEntries(facts), ['subjects', { items: verdict.subjects.map(subjectNode) }]] };
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

function toBaseline(baseline: Verdict['baseline']): Report['baseline'] {
  return baseline === null ? null : { description: baseline.description, commit: baseline.commit };
}

function toReportProblem({ kind, code, message, advice, subject }: PlacedProblem): Report['errors'][number] {
  return { kind, code, message, advice, subject };
}

function toNotice({ kind, message, location }: Notice): Report['notices'][number] {
  return { kind, message, location: location === null ? null : toLocation(location) };
}

type ReportSubject = Report['subjects'][number];

function subjectNode(one: SubjectVerdict): JsonNode {
  const { subject, verdict, image, os, packages } = one;
  const facts: Omit<ReportSubject, 'findings' | 'fixed'> = {
    name: subject.name,
    platform: subject.platform,
    image:
      image === null
        ? null
        : { reference: image.reference, imageId: image.imageId, digest: image.digest, platform: image.platform },
    dockerfile: subject.dockerfile,
    verdict,
    os: os === null ? null : { family: os.family, name: os.name, endOfLife: os.endOfLife },
    packages: packages === null ? null : { os: packages.os, language: packages.language },
    layers: one.layers.map(toLayer),
    checks: one.checks.map(toCheck),
  };
  return {
    entries: [
      ...valueEntries(facts),
      ['findings', { items: valueNodes(one.findings, toFinding) }],
      ['fixed', { items: valueNodes(one.fixed, toFault) }],
    ],
  };
}

function toCheck({ rule, answer, severity, title, reason }: Check): ReportSubject['checks'][number] {
  return { rule, answer, severity, title, reason };
}

function toLayer({ diffId, size, origin, instruction, location }: LayerFacts): ReportSubject['layers'][number] {
  return { diffId, size, origin, instruction, location: location === null ? null : toLocation(location) };
}
