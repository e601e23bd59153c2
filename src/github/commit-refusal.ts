import { VerifyError } from '../model/failure.ts';
import { apiMessage, oneLine } from './api-message.ts';
import { type Answer, isRateLimit } from './request-with-retries.ts';

/** What to do where the base commit is neither in the checkout nor to be had from GitHub. */
export const GET_THE_BASE =
  'Set fetch-depth: 0 at actions/checkout, so that the base commit is at hand, or give the job the permission contents: read.';

/** Why GitHub does not show a commit's files. */
export function commitRefusal(answer: Answer): VerifyError {
  const [why, advice] = reason(answer);
  return new VerifyError('base-commit-unreadable', `The files of the base commit cannot be read: ${why}.`, advice);
}

function reason(answer: Answer): readonly [why: string, advice: string] {
  if ('unreachable' in answer) return [`GitHub's API did not answer (${oneLine(answer.unreachable)})`, GET_THE_BASE];
  const said = apiMessage(answer.body);
  const quote = `GitHub answered ${answer.status}${said === '' ? '' : `, “${said}”`}`;
  if (isRateLimit(answer)) {
    return [
      `the API rate limit is used up (${quote})`,
      'Set fetch-depth: 0 at actions/checkout, or run the job again later.',
    ];
  }
  if (answer.status === 401)
    return [`the token is not valid (${quote})`, 'Leave out the input token, or give a valid one.'];
  if (answer.status === 403 || answer.status === 404)
    return [`the token may not read the repository (${quote})`, GET_THE_BASE];
  if (answer.status === 200) return ["GitHub's answer is not understood", GET_THE_BASE];
  return [quote, 'Set fetch-depth: 0 at actions/checkout, or run the job again later.'];
}
