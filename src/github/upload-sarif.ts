import * as z from 'zod';
import type { Clock, GitHubApi } from '../host/ports.ts';
import { VerifyError } from '../model/failure.ts';
import { analysisTarget } from './analysis-target.ts';
import type { GitHubContext } from './event.ts';
import { requestWithRetries } from './request-with-retries.ts';
import { awaitProcessing } from './sarif-processing.ts';
import { MAX_GZIP_BYTES, uploadBody } from './sarif-upload-body.ts';
import { type Refusal, uploadRefusal } from './upload-refusal.ts';

export type UploadOutcome =
  /** `pending`: code scanning has the report and had not read it after a minute. */
  | { readonly kind: 'uploaded'; readonly id: string; readonly processing: 'complete' | 'pending' }
  /** Nothing was sent. */
  | { readonly kind: 'skipped'; readonly reason: string }
  /** One notice in words: what is missing, and where to get it. */
  | { readonly kind: 'refused'; readonly message: string; readonly advice: string };

/**
 * Sends a SARIF log to code scanning and waits until it is read.
 * `auto`: whatever stands in the way is an outcome, so that the gate still works without code scanning.
 * `api` is null when the run has no token.
 * @throws VerifyError (`sarif-upload`) with `always`, unless the report was uploaded.
 */
export async function uploadSarif(
  sarifText: string,
  context: GitHubContext,
  mode: 'auto' | 'always' | 'never',
  api: GitHubApi | null,
  clock: Clock,
): Promise<UploadOutcome> {
  if (mode === 'never') {
    return { kind: 'skipped', reason: 'sarif-upload is never' };
  }
  const outcome = await attempt(sarifText, context, api, clock);
  if (mode === 'auto' || outcome.kind === 'uploaded') {
    return outcome;
  }
  const { message, advice } =
    outcome.kind === 'refused' ? outcome : { message: outcome.reason, advice: 'Set sarif-upload: auto or never.' };
  throw new VerifyError('sarif-upload', `No SARIF upload: ${message}`, advice);
}

async function attempt(
  sarifText: string,
  context: GitHubContext,
  api: GitHubApi | null,
  clock: Clock,
): Promise<UploadOutcome> {
  if (api === null) {
    return { kind: 'skipped', reason: 'there is no token; the input token is empty' };
  }
  const target = analysisTarget(context);
  if ('none' in target) {
    return { kind: 'skipped', reason: target.none };
  }
  const upload = uploadBody(sarifText, target, context.workspace);
  if (upload === null) {
    return refused({ message: 'the report is no SARIF log with a run', advice: 'Please report this: it is a fault.' });
  }
  if (upload.gzipBytes > MAX_GZIP_BYTES) {
    return refused(tooLarge(upload.gzipBytes));
  }
  const path = `/repos/${context.repository}/code-scanning/sarifs`;
  const answer = await requestWithRetries(api, clock, 'POST', path, upload.body);
  const receipt = 'status' in answer && answer.status === 202 ? receiptBody.safeParse(answer.body) : null;
  if (!receipt?.success) {
    return refused(uploadRefusal(answer, context));
  }
  const { id } = receipt.data;
  const processing = await awaitProcessing(api, clock, `${path}/${encodeURIComponent(id)}`);
  return processing.status === 'failed'
    ? refused(unreadable(processing.errors))
    : { kind: 'uploaded', id, processing: processing.status };
}

const receiptBody = z.object({ id: z.string().min(1).max(200) });

function refused(refusal: Refusal): UploadOutcome {
  return { kind: 'refused', ...refusal };
}

function tooLarge(bytes: number): Refusal {
  const size = (bytes / 1024 / 1024).toFixed(1);
  return {
    message: `the SARIF report is ${size} MiB compressed; code scanning takes at most ${MAX_GZIP_BYTES / 1024 / 1024}`,
    advice: 'Gate fewer images in one step, each with its own sarif-category.',
  };
}

function unreadable(errors: readonly string[]): Refusal {
  const reasons = errors.length === 0 ? 'it does not say why' : errors.join('; ');
  return {
    message: `code scanning took the SARIF report but could not use it: ${reasons}`,
    advice: duplicateCategory(reasons)
      ? 'Give each step of this commit its own sarif-category.'
      : 'The report is kept in the report folder; please report this with the message.',
  };
}

/** Since July 2025 two runs with the same tool and category in one file are refused. */
function duplicateCategory(reasons: string): boolean {
  return /same category/i.test(reasons);
}
