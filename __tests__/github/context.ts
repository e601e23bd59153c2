import { createNodeEnv } from '../../src/host/node-env.ts';
import type { Env } from '../../src/host/ports.ts';

export const SHA = 'a'.repeat(40);
export const HEAD_SHA = 'b'.repeat(40);

/** The variables of a push to main of acme/mcp. */
export const PUSH = {
  GITHUB_REPOSITORY: 'acme/mcp',
  GITHUB_SHA: SHA,
  GITHUB_REF: 'refs/heads/main',
  GITHUB_EVENT_NAME: 'push',
  GITHUB_API_URL: 'https://api.github.com',
  GITHUB_SERVER_URL: 'https://github.com',
  GITHUB_WORKSPACE: '/home/runner/work/mcp/mcp',
  GITHUB_WORKFLOW_REF: 'acme/mcp/.github/workflows/image.yml@refs/heads/main',
  GITHUB_JOB: 'gate',
  GITHUB_RUN_ID: '4711',
  GITHUB_RUN_ATTEMPT: '2',
  GITHUB_ACTOR: 'octocat',
} as const;

export function env(variables: Readonly<Record<string, string>>): Env {
  return createNodeEnv(variables);
}

/** The event of a pull request, as far as GitHub's documentation gives it a fixed shape. */
export function pullRequestEvent(headRepository: string | null, number = 7): string {
  const repo = (name: string | null) => (name === null ? null : { full_name: name });
  return JSON.stringify({
    action: 'synchronize',
    number,
    pull_request: {
      number,
      head: { sha: HEAD_SHA, ref: 'change', repo: repo(headRepository) },
      base: { sha: SHA, ref: 'main', repo: repo('acme/mcp') },
    },
    repository: { full_name: 'acme/mcp', default_branch: 'main' },
  });
}
