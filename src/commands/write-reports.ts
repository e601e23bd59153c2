import { join, resolve } from 'node:path';
import { EVIDENCE_FILE } from '../github/artifacts/name.ts';
import type { Files } from '../host/ports.ts';
import { errorMessage } from '../model/error-code.ts';
import { VerifyError } from '../model/failure.ts';
import type { Verdict } from '../model/verdict.ts';
import { VERSION } from '../model/version.ts';
import { type Comment, renderComment } from '../report/comment.ts';
import { renderHtml } from '../report/html.ts';
import { jsonReport } from '../report/json.ts';
import { type RuleFacts, type SarifUploads, sarifReport, sarifUploads } from '../report/sarif.ts';
import { renderSummary } from '../report/summary.ts';
import { renderTable } from '../report/table.ts';
import type { ToolFacts } from '../report/tool-facts.ts';
import { RULES } from '../rules/index.ts';
import type { Settings } from '../settings/settings.ts';

const HOME = 'https://github.com/image-hardening-gate/image-hardening-gate';
const TOOL: ToolFacts = { name: 'image-gate', version: VERSION, informationUri: HOME };

const RULE_FACTS: ReadonlyMap<string, RuleFacts> = new Map(
  RULES.map(({ id, title, why, fix, aliases }) => [
    id,
    { title, why, fix, aliases, helpUri: `${HOME}/blob/main/docs/rules/${id}.md` },
  ]),
);

/** The job summary of GitHub takes 1 MiB a step, of which other writers of the step may want a part. */
const SUMMARY_LIMIT = 1_000_000;

export interface ReportPaths {
  readonly report: string;
  readonly sarif: string;
  readonly html: string;
  readonly summary: string;
  /** Bills of materials, in the order in which they were given. */
  readonly sboms: readonly string[];
}

/** A bill of materials to be written beside the reports. */
export interface SbomText {
  /** Of the file, such as `time.cdx.json`; its own place in the folder is all that it can name. */
  readonly name: string;
  readonly text: string | Iterable<string>;
}

/** The verdict in the format that was asked for, in pieces. */
export function render(
  verdict: Verdict,
  settings: Settings,
  look: { readonly width: number; readonly color: boolean },
): Iterable<string> {
  switch (settings.format) {
    case 'table':
      return [renderTable(verdict, look)];
    case 'json':
      return jsonReport(verdict, TOOL);
    case 'sarif':
      return sarifOf(verdict, settings);
    case 'markdown':
      return [summaryOf(verdict)];
    case 'html':
      return [htmlOf(verdict)];
  }
}

function sarifOf(verdict: Verdict, { sarifCategory: category }: Settings): Iterable<string> {
  return sarifReport(verdict, TOOL, { category, ruleFacts: RULE_FACTS });
}

/** The same for code scanning: within its limits, and without what could not be verified. */
export function sarifUploadsOf(verdict: Verdict, { sarifCategory: category }: Settings): SarifUploads {
  return sarifUploads(verdict, TOOL, { category, ruleFacts: RULE_FACTS });
}

/** The comment for a pull request, and whether it is worth a first one. */
export function commentOf(
  verdict: Verdict,
  { sarifCategory: category, comment }: Settings,
  detailsUrl: string | null,
): Comment & { readonly isNews: boolean } {
  const isNews = {
    never: false,
    'on-failure': verdict.verdict !== 'pass',
    'on-change': verdict.verdict !== 'pass' || verdict.subjects.some(({ findings }) => findings.length > 0),
    always: true,
  }[comment];
  return { ...renderComment(verdict, TOOL, { category, detailsUrl }), isNews };
}

/** @param fileBaseUrl what the path of a file is appended to, for links to its lines; null for none. */
export function summaryOf(verdict: Verdict, fileBaseUrl: string | null = null): string {
  return renderSummary(verdict, TOOL, { limitBytes: SUMMARY_LIMIT, ...(fileBaseUrl === null ? {} : { fileBaseUrl }) });
}

function htmlOf(verdict: Verdict, fileBaseUrl: string | null = null): string {
  return renderHtml(verdict, TOOL, { ruleFacts: RULE_FACTS, ...(fileBaseUrl === null ? {} : { fileBaseUrl }) });
}

/** What is written beside the reports. */
export interface Beside {
  readonly sboms: readonly SbomText[];
  /** Text of `evidence.json`; null: none. */
  readonly evidence: string | null;
}

const NOTHING_BESIDE: Beside = { sboms: [], evidence: null };

/**
 * Writes `report.json`, `report.sarif`, `report.html`, `summary.md` and what is given of bills of materials.
 * @param fileBaseUrl as for `summaryOf`
 * @param beside may still be made while the rest is written
 * @throws VerifyError `report-not-written`, naming what the file system said; what `beside` rejects with
 */
export async function writeReports(
  verdict: Verdict,
  settings: Settings,
  folder: string,
  files: Files,
  fileBaseUrl: string | null = null,
  beside: Beside | Promise<Beside> = NOTHING_BESIDE,
): Promise<ReportPaths> {
  const full = resolve(settings.workingDirectory, folder);
  const paths = {
    report: join(full, 'report.json'),
    sarif: join(full, 'report.sarif'),
    html: join(full, 'report.html'),
    summary: join(full, 'summary.md'),
  };
  // A failure is met below, where nothing else is left to do.
  const pending = Promise.resolve(beside);
  pending.catch(() => undefined);
  await written(folder, async () => {
    await files.writeText(paths.report, jsonReport(verdict, TOOL));
    await files.writeText(paths.sarif, sarifOf(verdict, settings));
    await files.writeText(paths.html, htmlOf(verdict, fileBaseUrl));
    await files.writeText(paths.summary, summaryOf(verdict));
  });
  const { sboms, evidence } = await pending;
  const bills = sboms.map(({ name, text }, index) => ({ path: join(full, ownName(name, index, sboms)), text }));
  await written(folder, async () => {
    for (const { path, text } of bills) await files.writeText(path, text);
    if (evidence !== null) await files.writeText(join(full, EVIDENCE_FILE), evidence);
  });
  return { ...paths, sboms: bills.map(({ path }) => path) };
}

async function written(folder: string, write: () => Promise<void>): Promise<void> {
  try {
    await write();
  } catch (error) {
    throw new VerifyError(
      'report-not-written',
      `The reports cannot be written to ${folder}: ${errorMessage(error)}.`,
      'Free space, or choose another report-dir.',
    );
  }
}

const TAKEN: ReadonlySet<string> = new Set(['report.json', 'report.sarif', 'report.html', 'summary.md', EVIDENCE_FILE]);

/** A name comes from the name of an image: it must neither leave the folder nor take the place of another file. */
function ownName(name: string, index: number, sboms: readonly SbomText[]): string {
  const safe = name
    .replaceAll(/[^A-Za-z0-9._-]+/g, '-')
    .replace(/^\.+/, '')
    .slice(-150);
  const isAlone = sboms.findIndex((other) => other.name === name) === index;
  // Names like those that are given here are taken too.
  const isFree = safe !== '' && isAlone && !TAKEN.has(name.toLowerCase()) && !/^sbom-\d/.test(name);
  return safe === name && isFree ? safe : `sbom-${index + 1}-${safe}`;
}
