import { apiMessage, oneLine } from './api-message.ts';
import type { GitHubContext } from './event.ts';
import { type Answer, isRateLimit } from './request-with-retries.ts';
import type { Refusal } from './upload-refusal.ts';

const LEAVE_OUT = 'or set comment: never';
const GRANT = `Give the job permissions: pull-requests: write, ${LEAVE_OUT}.`;

/** Turns an answer that is no success into what is missing. */
export function commentRefusal(answer: Answer, context: GitHubContext): Refusal {
  if ('unreachable' in answer) {
    return {
      message: `the GitHub API at ${context.apiUrl} gave no usable answer: ${oneLine(answer.unreachable)}`,
      advice: `Run the job again, ${LEAVE_OUT}.`,
    };
  }
  const said = apiMessage(answer.body);
  const { message, advice } = known(answer, said, context);
  return { message: `${message} (GitHub answered ${answer.status}${said === '' ? '' : `, “${said}”`})`, advice };
}

function known(answer: Exclude<Answer, { unreachable: string }>, said: string, context: GitHubContext): Refusal {
  const { status } = answer;
  if (isRateLimit(answer)) {
    return { message: 'the API rate limit is used up', advice: `Run the job again later, ${LEAVE_OUT}.` };
  }
  if (/archived/i.test(said)) return { message: 'the repository is archived', advice: 'Set comment: never.' };
  if (/locked/i.test(said)) {
    return { message: 'the conversation is locked', advice: `Unlock the conversation, ${LEAVE_OUT}.` };
  }
  if (status === 401) {
    return {
      message: 'the token is not valid',
      advice: `Leave the input token out, or give a valid one, ${LEAVE_OUT}.`,
    };
  }
  if (status === 403 || status === 404) return forbidden(context);
  if (status >= 500 || status === 408) {
    return { message: 'GitHub is not available at present', advice: 'Run the job again later.' };
  }
  return { message: 'GitHub did not take the comment', advice: `Please report this with the message, ${LEAVE_OUT}.` };
}

function forbidden({ isFork, actor }: GitHubContext): Refusal {
  const message = 'the token lacks the permission pull-requests: write';
  if (isFork) {
    return {
      message: `${message}: this run is for a change from a fork, whose token may only read`,
      advice: 'Nothing to do: the gate judges the change all the same, and its result stands in the job summary.',
    };
  }
  if (actor === 'dependabot[bot]') {
    return {
      message: `${message}: runs for Dependabot may only read unless the workflow says otherwise`,
      advice: GRANT,
    };
  }
  return { message, advice: GRANT };
}
