import { pathToFileURL } from 'node:url';
import { gzipSync } from 'node:zlib';
import * as z from 'zod';
import type { AnalysisTarget } from './analysis-target.ts';

/** Code scanning takes at most this much, gzip-compressed (https://docs.github.com/code-security/code-scanning/integrating-with-code-scanning/sarif-support-for-code-scanning). */
export const MAX_GZIP_BYTES = 10 * 1024 * 1024;

/** The body of `code-scanning/upload-sarif`. */
export interface UploadBody {
  readonly commit_sha: string;
  readonly ref: string;
  /** Gzip, then Base64. */
  readonly sarif: string;
  readonly checkout_uri?: string;
  readonly started_at?: string;
  readonly tool_name?: string;
}

const log = z.object({
  runs: z
    .array(
      z.object({
        tool: z.object({ driver: z.object({ name: z.string() }) }),
        invocations: z.array(z.object({ startTimeUtc: z.iso.datetime({ offset: true }).optional() })).optional(),
      }),
    )
    .min(1),
});

/**
 * Null when the text is no SARIF log with at least one run: code scanning would answer such a one with a riddle, and
 * an empty one would close alerts.
 * @param workspace absolute path of the checkout, or empty
 */
export function uploadBody(
  sarifText: string,
  target: Exclude<AnalysisTarget, { readonly none: string }>,
  workspace: string,
): { readonly body: UploadBody; readonly gzipBytes: number } | null {
  const run = firstRun(sarifText);
  if (run === null) {
    return null;
  }
  const compressed = gzipSync(sarifText, { level: 9 });
  const startedAt = run.invocations?.[0]?.startTimeUtc;
  const body = {
    commit_sha: target.commitSha,
    ref: target.ref,
    sarif: compressed.toString('base64'),
    ...(workspace === '' ? {} : { checkout_uri: pathToFileURL(`${workspace}/`).href }),
    ...(startedAt === undefined ? {} : { started_at: startedAt }),
    tool_name: run.tool.driver.name,
  };
  return { body, gzipBytes: compressed.length };
}

function firstRun(sarifText: string): z.infer<typeof log>['runs'][number] | null {
  try {
    return log.parse(JSON.parse(sarifText)).runs[0] ?? null;
  } catch {
    return null;
  }
}
