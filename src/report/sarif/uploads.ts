import { gzipSync } from 'node:zlib';
import type { Run } from 'sarif';
import type { SubjectVerdict, Verdict } from '../../model/verdict.ts';
import { stringify } from '../json/stringify.ts';
import type { ToolFacts } from '../tool-facts.ts';
import { runIds } from './category.ts';
import { toFile } from './file.ts';
import { GZIP_BYTES_PER_FILE, RESULTS_PER_RUN, RUNS_PER_FILE } from './limits.ts';
import type { SarifOptions } from './options.ts';
import { type RunContext, toRun, verified } from './run.ts';

export interface SarifUploads {
  /** Texts of SARIF files, each within GitHub's limits. */
  readonly files: readonly string[];
  /** Names of subjects that are in none of them: GitHub would close their alerts, and nobody knows that they are gone. */
  readonly withheld: readonly string[];
}

/** The runs of all subjects that could be verified, in as few files as GitHub's limits allow. */
export function sarifUploads(verdict: Verdict, tool: ToolFacts, options: SarifOptions): SarifUploads {
  const context = { verdict, tool, options };
  const ids = runIds(options.category, verdict.subjects);
  const sized = verdict.subjects.flatMap((subject, index) =>
    verified(subject, verdict) ? [fittingRun(subject, ids[index] ?? '', context)] : [],
  );
  const withheld = verdict.subjects.filter((subject) => !verified(subject, verdict));
  return { files: pack(sized).map(toFile), withheld: withheld.map(({ subject }) => subject.name) };
}

interface SizedRun {
  readonly run: Run;
  /** Compressed by itself, which is never less than its share of a compressed file. */
  readonly bytes: number;
}

/** A run that fits into a file: with half of the results, and again, until it does. */
function fittingRun(subject: SubjectVerdict, id: string, context: RunContext): SizedRun {
  for (let limit = RESULTS_PER_RUN; ; limit = Math.floor(limit / 2)) {
    const run = toRun(subject, id, context, limit);
    const bytes = gzipSync(stringify(run, 0)).length;
    if (bytes <= GZIP_BYTES_PER_FILE || limit === 0) return { run, bytes };
  }
}

function pack(runs: readonly SizedRun[]): readonly Run[][] {
  const files: Run[][] = [];
  let current: Run[] = [];
  let used = 0;
  for (const { run, bytes } of runs) {
    if (current.length === RUNS_PER_FILE || used + bytes > GZIP_BYTES_PER_FILE) {
      files.push(current);
      current = [];
      used = 0;
    }
    current.push(run);
    used += bytes;
  }
  return current.length > 0 ? [...files, current] : files;
}
