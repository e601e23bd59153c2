/** What the fake answers to a request; a list of them is played in order and its last one stays. */
export interface Answer {
  readonly status: number;
  readonly body: unknown;
  readonly headers?: Readonly<Record<string, string>>;
}

export const SARIF_ID = '47177e22-5596-11eb-80a1-c1e54ef945c6';
const DOCS = 'https://docs.github.com/rest/code-scanning/code-scanning#upload-an-analysis-as-sarif-data';

const refusal = (status: number, message: string, headers: Readonly<Record<string, string>> = {}): Answer => ({
  status,
  body: { message, documentation_url: DOCS, status: String(status) },
  headers,
});

/** The texts are GitHub's. */
export const answers = {
  badCredentials: refusal(401, 'Bad credentials'),
  readOnlyToken: refusal(403, 'Resource not accessible by integration'),
  advancedSecurityOff: refusal(403, 'Advanced Security must be enabled for this repository to use code scanning.'),
  codeSecurityOff: refusal(403, 'Code Security must be enabled for this repository to use code scanning.'),
  codeScanningOff: refusal(
    403,
    'Code Scanning is not enabled for this repository. Please enable code scanning in the repository settings.',
  ),
  locked: refusal(403, 'Unable to create comment because issue is locked.'),
  archived: refusal(403, 'Repository was archived so is read-only.'),
  notFound: refusal(404, 'Not Found'),
  tooLarge: { status: 413, body: null },
  invalid: refusal(422, 'commit_sha is not present in the repository'),
  rateLimit: (headers: Readonly<Record<string, string>>): Answer =>
    refusal(403, 'You have exceeded a secondary rate limit. Please wait a few minutes before you try again.', headers),
  tooManyRequests: (headers: Readonly<Record<string, string>>): Answer => refusal(429, 'Too Many Requests', headers),
  serverError: refusal(500, 'Server Error'),
  unavailable: { status: 503, body: { code: '503', message: 'Service unavailable', documentation_url: DOCS } },
  pending: { status: 200, body: { processing_status: 'pending', analyses_url: null } },
  complete: {
    status: 200,
    body: {
      processing_status: 'complete',
      analyses_url: `https://api.github.com/repos/acme/mcp/code-scanning/analyses?sarif_id=${SARIF_ID}`,
    },
  },
  failed: (...errors: readonly string[]): Answer => ({
    status: 200,
    body: { processing_status: 'failed', analyses_url: null, errors },
  }),
} as const;
