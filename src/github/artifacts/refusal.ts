import { apiMessage, oneLine } from '../api-message.ts';
import { type Answer, isRateLimit } from '../request-with-retries.ts';

/** Why GitHub's answer does not lead to a baseline, as a part of a sentence. */
export function lookUpRefusal(answer: Answer): string {
  if ('unreachable' in answer) return `the GitHub API gave no usable answer: ${oneLine(answer.unreachable)}`;
  const said = apiMessage(answer.body);
  return `${reasonOf(answer)} (GitHub answered ${answer.status}${said === '' ? '' : `, “${said}”`})`;
}

function reasonOf(answer: Exclude<Answer, { unreachable: string }>): string {
  const { status } = answer;
  if (isRateLimit(answer)) return 'the API rate limit is used up';
  if (status === 401) return 'the token is not valid';
  // A private repository is not there for a token that may not read its runs.
  if (status === 403 || status === 404) return 'the token lacks the permission actions: read';
  if (status === 410) return 'the artifact has expired';
  return status >= 500 || status === 408
    ? 'GitHub is not available at present'
    : 'GitHub gave an answer of another kind';
}
