import type { Verdict } from '../model/verdict.ts';
import { jsonChunks } from './json/stream.ts';
import { runId, runIds } from './sarif/category.ts';
import { toFile } from './sarif/file.ts';
import type { SarifOptions } from './sarif/options.ts';
import { emptyRun, type RunContext, toRun } from './sarif/run.ts';
import { gatherChunks } from './text/gather-chunks.ts';
import type { ToolFacts } from './tool-facts.ts';

export type { RuleFacts, SarifOptions } from './sarif/options.ts';
export { type SarifUploads, sarifUploads } from './sarif/uploads.ts';

/**
 * SARIF 2.1.0 with one run a subject, for people and tools: every subject is in it, also one that could not be
 * verified (`executionSuccessful: false`). For GitHub use `sarifUploads`. The same input gives the same bytes.
 */
export function renderSarif(verdict: Verdict, tool: ToolFacts, options: SarifOptions): string {
  return [...sarifReport(verdict, tool, options)].join('');
}

/** The same in pieces. */
export function* sarifReport(verdict: Verdict, tool: ToolFacts, options: SarifOptions): Generator<string> {
  yield* gatherChunks(toFile(runs({ verdict, tool, options })));
}

function* runs(context: RunContext): Generator<Iterable<string>> {
  const { subjects } = context.verdict;
  const { category } = context.options;
  const ids = runIds(category, subjects);
  if (subjects.length === 0) yield jsonChunks(emptyRun(runId(category), context), 0);
  for (const [index, subject] of subjects.entries()) yield jsonChunks(toRun(subject, ids[index] ?? '', context), 0);
}
