import { gzipSync } from 'node:zlib';
import { subjectKey } from '../../model/subject.ts';
import type { SubjectVerdict, Verdict } from '../../model/verdict.ts';
import { jsonChunks } from '../json/stream.ts';
import { gatherChunks } from '../text/gather-chunks.ts';
import type { ToolFacts } from '../tool-facts.ts';
import { runIds } from './category.ts';
import { FRAME_BYTES, toFile } from './file.ts';
import { GZIP_BYTES_PER_FILE, RAW_BYTES_PER_FILE, RESULTS_PER_RUN, RUNS_PER_FILE } from './limits.ts';
import type { SarifOptions } from './options.ts';
import { type RunContext, toRun, verified } from './run.ts';

export interface SarifUploads {
  /** Texts of SARIF files, each within GitHub's limits. Each is made when it is asked for: take them one by one, once. */
  readonly files: Iterable<string>;
  /** Names of subjects that are in none of them: GitHub would close their alerts, and nobody knows that they are gone. */
  readonly withheld: readonly string[];
}

/** The runs of all subjects that could be verified, in as few files as GitHub's limits allow. */
export function sarifUploads(verdict: Verdict, tool: ToolFacts, options: SarifOptions): SarifUploads {
  const context = { verdict, tool, options };
  const withheld = verdict.subjects.filter((subject) => !verified(subject, verdict));
  return {
    files: packed(plannedRuns(context), context),
    withheld: withheld.map(({ subject }) => subjectKey(subject)),
  };
}

/** What a run will take. Its text is made twice, once to be measured: kept until it is sent, it would take far more. */
interface PlannedRun {
  readonly subject: SubjectVerdict;
  readonly id: string;
  /** At most as many results. */
  readonly limit: number;
  /** Of UTF-8. */
  readonly bytes: number;
  /** Each piece compressed by itself, which is never less than their share of a compressed file. */
  readonly gzipBytes: number;
}

function* plannedRuns(context: RunContext): Generator<PlannedRun> {
  const { verdict, options } = context;
  const ids = runIds(options.category, verdict.subjects);
  for (const [index, subject] of verdict.subjects.entries()) {
    if (verified(subject, verdict)) yield plannedRun(subject, ids[index] ?? '', context);
  }
}

/** A run that fits into a file: with half of the results, and again, until it does. */
function plannedRun(subject: SubjectVerdict, id: string, context: RunContext): PlannedRun {
  for (let limit = RESULTS_PER_RUN; ; limit = Math.floor(limit / 2)) {
    let bytes = 0;
    let gzipBytes = 0;
    for (const text of gatherChunks(jsonChunks(toRun(subject, id, context, limit), 0))) {
      bytes += Buffer.byteLength(text);
      gzipBytes += gzipSync(text).length;
    }
    if (gzipBytes <= GZIP_BYTES_PER_FILE || limit === 0) return { subject, id, limit, bytes, gzipBytes };
  }
}

function* packed(runs: Iterable<PlannedRun>, context: RunContext): Generator<string> {
  // Used again for each file: what is left to the garbage collector stays for long.
  const room = Buffer.allocUnsafeSlow(RAW_BYTES_PER_FILE);
  let current: PlannedRun[] = [];
  for (const run of runs) {
    if (current.length > 0 && !fits([...current, run])) {
      yield fileOf(current, context, room);
      current = [];
    }
    current.push(run);
  }
  if (current.length > 0) yield fileOf(current, context, room);
}

function fits(runs: readonly PlannedRun[]): boolean {
  const bytes = runs.reduce((sum, run) => sum + run.bytes, 0);
  const gzipBytes = runs.reduce((sum, run) => sum + run.gzipBytes, 0);
  return runs.length <= RUNS_PER_FILE && gzipBytes <= GZIP_BYTES_PER_FILE && bytes <= RAW_BYTES_PER_FILE;
}

function fileOf(runs: readonly PlannedRun[], context: RunContext, room: Buffer): string {
  const runTexts = runs.map(({ subject, id, limit }) => jsonChunks(toRun(subject, id, context, limit), 0));
  const bytes = runs.reduce((sum, run) => sum + run.bytes + 1, FRAME_BYTES);
  // A single run may take more than several may.
  const file = bytes <= room.length ? room : Buffer.allocUnsafeSlow(bytes);
  let length = 0;
  for (const text of gatherChunks(toFile(runTexts))) length += file.write(text, length);
  return file.toString('utf8', 0, length);
}
