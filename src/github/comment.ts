import type { Clock, GitHubApi } from '../host/ports.ts';
import { commentRefusal } from './comment-refusal.ts';
import type { GitHubContext } from './event.ts';
import { findComment } from './find-comment.ts';
import { type Answer, attempt, requestWithRetries, waitBeforeRetry } from './request-with-retries.ts';

/** What is to stand on the pull request. */
export interface StickyComment {
  /** First line of the body; whoever starts with it is the earlier version of this comment. */
  readonly marker: string;
  /** Markdown of less than 65,536 characters. */
  readonly body: string;
  /** False: an earlier comment is updated, but a first one is not worth writing. */
  readonly isNews: boolean;
}

export type CommentOutcome =
  | { readonly kind: 'created' | 'updated' | 'unchanged' | 'none' }
  /** One notice in words: what is missing, and where to get it. */
  | { readonly kind: 'refused'; readonly message: string; readonly advice: string };

const TRIES = 3;
const WAIT_MS = 3_000;

/**
 * Keeps one comment on the pull request of the run up to date. Does nothing for other events, nor when the comment
 * already says this. Whatever stands in the way is an outcome: a comment never decides on the gate.
 * `api` is null when the run has no token.
 */
export async function keepComment(
  comment: StickyComment,
  context: GitHubContext,
  api: GitHubApi | null,
  clock: Clock,
): Promise<CommentOutcome> {
  const { pullRequest } = context.event;
  if (context.eventName !== 'pull_request' || pullRequest === null) return { kind: 'none' };
  if (api === null) {
    return { kind: 'refused', message: 'there is no token; the input token is empty', advice: 'Set comment: never.' };
  }
  const issue = `/repos/${context.repository}/issues`;
  for (let left = TRIES; ; left--) {
    const found = await findComment(api, clock, `${issue}/${pullRequest.number}/comments`, comment.marker);
    if ('refusal' in found) return refused(found.refusal, context);
    const { earlier } = found;
    if (earlier !== null) {
      if (sameText(earlier.body, comment.body)) return { kind: 'unchanged' };
      const path = `${issue}/comments/${earlier.id}`;
      const answer = await requestWithRetries(api, clock, 'PATCH', path, { body: comment.body });
      return isStatus(answer, 200) ? { kind: 'updated' } : refused(answer, context);
    }
    if (!comment.isNews) return { kind: 'none' };
    const answer = await attempt(api, 'POST', `${issue}/${pullRequest.number}/comments`, { body: comment.body });
    if (isStatus(answer, 201)) return { kind: 'created' };
    // An answer that got lost may have left a comment: look again before a second one is written.
    const pause = waitBeforeRetry(answer, WAIT_MS);
    if (pause === null || left <= 1) return refused(answer, context);
    await clock.sleep(pause);
  }
}

/** GitHub may keep other line ends, and none at the end. */
function sameText(a: string, b: string): boolean {
  const normal = (text: string): string => text.replaceAll('\r\n', '\n').trimEnd();
  return normal(a) === normal(b);
}

function isStatus(answer: Answer, status: number): boolean {
  return 'status' in answer && answer.status === status;
}

function refused(answer: Answer, context: GitHubContext): CommentOutcome {
  return { kind: 'refused', ...commentRefusal(answer, context) };
}
