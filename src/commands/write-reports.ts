import { join, resolve } from 'node:path';
import type { Files } from '../host/ports.ts';
import { errorMessage } from '../model/error-code.ts';
import { VerifyError } from '../model/failure.ts';
import type { Verdict } from '../model/verdict.ts';
import { VERSION } from '../model/version.ts';
import { type Comment, renderComment } from '../report/comment.ts';
import { renderHtml } from '../report/html.ts';
import { renderJson } from '../report/json.ts';
import { type RuleFacts, renderSarif, type SarifUploads, sarifUploads } from '../report/sarif.ts';
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
}

/** The verdict in the format that was asked for. */
export function render(
  verdict: Verdict,
  settings: Settings,
  look: { readonly width: number; readonly color: boolean },
): string {
  switch (settings.format) {
    case 'table':
      return renderTable(verdict, look);
    case 'json':
      return renderJson(verdict, TOOL);
    case 'sarif':
      return sarifOf(verdict, settings);
    case 'markdown':
      return summaryOf(verdict);
    case 'html':
      return htmlOf(verdict);
  }
}

function sarifOf(verdict: Verdict, { sarifCategory: category }: Settings): string {
  return renderSarif(verdict, TOOL, { category, ruleFacts: RULE_FACTS });
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

/**
 * Writes `report.json`, `report.sarif`, `report.html` and `summary.md`.
 * @param fileBaseUrl as for `summaryOf`
 * @throws VerifyError `report-not-written`, naming what the file system said.
 */
export async function writeReports(
  verdict: Verdict,
  settings: Settings,
  folder: string,
  files: Files,
  fileBaseUrl: string | null = null,
): Promise<ReportPaths> {
  const full = resolve(settings.workingDirectory, folder);
  const paths = {
    report: join(full, 'report.json'),
    sarif: join(full, 'report.sarif'),
    html: join(full, 'report.html'),
    summary: join(full, 'summary.md'),
  };
  try {
    await files.writeText(paths.report, renderJson(verdict, TOOL));
    await files.writeText(paths.sarif, sarifOf(verdict, settings));
    await files.writeText(paths.html, htmlOf(verdict, fileBaseUrl));
    await files.writeText(paths.summary, summaryOf(verdict));
  } catch (error) {
    throw new VerifyError(
      'report-not-written',
      `The reports cannot be written to ${folder}: ${errorMessage(error)}.`,
      'Free space, or choose another report-dir.',
    );
  }
  return paths;
}
