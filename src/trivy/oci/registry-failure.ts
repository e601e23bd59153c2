import { errorMessage } from '../../model/error-code.ts';
import { VerifyError } from '../../model/failure.ts';

/** A registry's refusal as an error of one line that names the registry. `what` is what was asked for, in words. */
export function refusedBy(status: number, what: string): VerifyError {
  const { code, reason, advice } = REFUSALS.find(({ statuses }) => statuses.includes(status)) ?? OTHER;
  return new VerifyError(code, `${what}: ${reason} (${status})`, advice);
}

interface Refusal {
  readonly statuses: readonly number[];
  readonly code: string;
  readonly reason: string;
  readonly advice: string;
}

const REFUSALS: readonly Refusal[] = [
  {
    statuses: [401, 403],
    code: 'database-denied',
    reason: 'the registry refuses the download',
    advice: 'Log in to this registry with docker login, or name one that can be read without, with --db-repository.',
  },
  {
    statuses: [404, 410],
    code: 'database-not-found',
    reason: 'the registry does not have it',
    advice: 'Check the repository and its tag in --db-repository.',
  },
  {
    statuses: [429],
    code: 'database-rate-limit',
    reason: 'the registry refuses further downloads for now',
    advice:
      'Run again later, name another registry with --db-repository, or download once for all jobs (docs/trivy.md).',
  },
];

const OTHER: Refusal = {
  statuses: [],
  code: 'database-download',
  reason: 'the registry answered with an error',
  advice: 'Run again later, or name another registry with --db-repository.',
};

/** No whole answer came at all. */
export function unreachable(error: unknown, what: string): VerifyError {
  return new VerifyError(
    'database-network',
    `${what}: ${errorMessage(error)}`,
    'Check name resolution, proxy (HTTPS_PROXY, NO_PROXY) and certificates (NODE_EXTRA_CA_CERTS), or work with --skip-db-update.',
  );
}
