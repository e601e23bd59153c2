import type { GitHubResponse } from '../host/ports.ts';
import { apiMessage, oneLine } from './api-message.ts';
import type { GitHubContext } from './event.ts';
import { type Answer, isRateLimit } from './request-with-retries.ts';

/** Why there is no upload, so that a user can act on it. */
export interface Refusal {
  readonly message: string;
  readonly advice: string;
}

const LEAVE_OUT = 'or set sarif-upload: never';

/** Turns an answer other than 202 into what is missing: a permission, a setting, or a service that works. */
export function uploadRefusal(answer: Answer, context: GitHubContext): Refusal {
  if ('unreachable' in answer) {
    return {
      message: `the GitHub API at ${context.apiUrl} did not answer: ${oneLine(answer.unreachable)}`,
      advice: `Run the job again; with a proxy or an own certificate authority, set HTTPS_PROXY or NODE_EXTRA_CA_CERTS, ${LEAVE_OUT}.`,
    };
  }
  const said = apiMessage(answer.body);
  const match = KNOWN.find(({ when }) => when(answer, said));
  const refusal = match?.say(context) ?? OTHER;
  const quote = said === '' ? '' : `, “${said}”`;
  return { message: `${refusal.message} (GitHub answered ${answer.status}${quote})`, advice: refusal.advice };
}

interface Known {
  readonly when: (answer: GitHubResponse, said: string) => boolean;
  readonly say: (context: GitHubContext) => Refusal;
}

/** First match wins. The quoted texts are GitHub's own. */
const KNOWN: readonly Known[] = [
  { when: (answer) => isRateLimit(answer), say: () => RATE_LIMIT },
  {
    when: (_, said) => /(Advanced Security|Code Security|Code Scanning) (must be|is not) enabled/i.test(said),
    say: () => NOT_ENABLED,
  },
  { when: (_, said) => /archived/i.test(said), say: () => ARCHIVED },
  { when: ({ status }) => status === 401, say: () => BAD_TOKEN },
  { when: ({ status }) => status === 403, say: forbidden },
  { when: ({ status }) => status === 404, say: () => NOT_FOUND },
  { when: ({ status }) => status === 413, say: () => TOO_LARGE },
  { when: ({ status }) => status >= 500 || status === 408, say: () => OUTAGE },
];

const RATE_LIMIT: Refusal = {
  message: 'the API rate limit is used up',
  advice: `Run the job again later, ${LEAVE_OUT} in jobs that do not need alerts.`,
};
const NOT_ENABLED: Refusal = {
  message: 'code scanning is not enabled for this repository',
  advice: `Enable code scanning in the repository's settings under “Advanced Security” (private repositories need GitHub Code Security), ${LEAVE_OUT}.`,
};
const ARCHIVED: Refusal = { message: 'the repository is archived', advice: 'Set sarif-upload: never.' };
const BAD_TOKEN: Refusal = {
  message: 'the token is not valid',
  advice: `Leave the input token out to use the job's own token, or give one that has not expired, ${LEAVE_OUT}.`,
};
const NOT_FOUND: Refusal = {
  message: 'the token cannot see code scanning of this repository',
  advice: `Give the job the permissions security-events: write and, in a private repository, contents: read and actions: read; on an Enterprise Server check that code scanning is on; ${LEAVE_OUT}.`,
};
const TOO_LARGE: Refusal = {
  message: 'the SARIF report is too large for code scanning',
  advice: 'Gate fewer images in one step, each with its own sarif-category.',
};
const OUTAGE: Refusal = { message: 'code scanning is not available at present', advice: 'Run the job again later.' };
const OTHER: Refusal = {
  message: 'code scanning did not take the SARIF report',
  advice: `Run the job again with debug logging if the reason is not plain, ${LEAVE_OUT}.`,
};

function forbidden({ isFork, actor }: GitHubContext): Refusal {
  const message = 'the token lacks the permission security-events: write';
  if (isFork) {
    return {
      message: `${message}: this run is for a change from a fork, whose token may only read`,
      advice: 'Nothing to do: the gate judges the change all the same, and the alerts are updated when it is merged.',
    };
  }
  if (actor === 'dependabot[bot]') {
    return {
      message: `${message}: runs for Dependabot may only read unless the workflow says otherwise`,
      advice: `Give the job permissions: security-events: write, ${LEAVE_OUT}.`,
    };
  }
  return { message, advice: `Give the job permissions: security-events: write, ${LEAVE_OUT}.` };
}
