import type { Verdict } from '../model/verdict.ts';
import { runId, runIds } from './sarif/category.ts';
import { toFile } from './sarif/file.ts';
import type { SarifOptions } from './sarif/options.ts';
import { emptyRun, toRun } from './sarif/run.ts';
import type { ToolFacts } from './tool-facts.ts';

export type { RuleFacts, SarifOptions } from './sarif/options.ts';
export { type SarifUploads, sarifUploads } from './sarif/uploads.ts';

/**
 * SARIF 2.1.0 with one run a subject, for people and tools: every subject is in it, also one that could not be
 * verified (`executionSuccessful: false`). For GitHub use `sarifUploads`. The same input gives the same bytes.
 */
export function renderSarif(verdict: Verdict, tool: ToolFacts, options: SarifOptions): string {
  const context = { verdict, tool, options };
  const ids = runIds(options.category, verdict.subjects);
  const runs = verdict.subjects.map((subject, index) => toRun(subject, ids[index] ?? '', context));
  return toFile(runs.length === 0 ? [emptyRun(runId(options.category), context)] : runs);
}
