import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from '@jest/globals';
import { runWorkflow, type WorkflowResult } from '../support/act.ts';
import { commitAll } from '../support/git-repository.ts';
import { describeIf } from '../support/requires.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

const ACTION = `
name: probe
description: Probes the runner
inputs:
  exit-code: { description: Exit code, required: true }
  token: { description: Token, default: '\${{ github.token }}' }
outputs:
  verdict: { description: Verdict }
runs: { using: node24, main: index.js }
`;
const PROGRAM = `
const { appendFileSync } = require('node:fs');
appendFileSync(process.env.GITHUB_OUTPUT, 'verdict<<EOF\\nline 1\\nline 2\\nEOF\\n');
appendFileSync(process.env.GITHUB_STEP_SUMMARY, '# Summary\\n\\ntext\\n');
console.log('::notice file=Dockerfile,line=3::look here');
console.log(process.env.GITHUB_EVENT_NAME, process.env.GITHUB_REF, process.env.GITHUB_API_URL, process.env.GITHUB_SHA);
console.log('Node', process.versions.node.split('.')[0], String(process.env.INPUT_TOKEN === 'secret-token'), process.env.EXTRA);
process.exit(Number(process.env['INPUT_EXIT-CODE']));
`;
const workflow = (exitCode: number): string => `
on: [push, pull_request]
jobs:
  gate:
    runs-on: ubuntu-latest
    steps:
      - uses: actions/checkout@v7
      - id: gate
        uses: ./
        with: { exit-code: ${exitCode} }
      - id: after
        if: always()
        env: { VERDICT: '\${{ steps.gate.outputs.verdict }}', OUTCOME: '\${{ steps.gate.outcome }}' }
        run: printf '%s|%s\\n' "$OUTCOME" "$VERDICT"
`;

async function probe(exitCode: number, eventName: string, event: unknown): Promise<WorkflowResult & { sha: string }> {
  await using folder = await temporaryFolder('probe');
  await mkdir(join(folder.path, '.github/workflows'), { recursive: true });
  await writeFile(join(folder.path, 'action.yml'), ACTION);
  await writeFile(join(folder.path, 'index.js'), PROGRAM);
  await writeFile(join(folder.path, '.github/workflows/probe.yml'), workflow(exitCode));
  const sha = await commitAll(folder.path, 'acme/mcp');
  const where = { workspace: folder.path, instance: '127.0.0.1:1', caFile: '' };
  const env = { EXTRA: 'seen' };
  return {
    sha,
    ...(await runWorkflow({ ...where, workflow: 'probe.yml', eventName, event, token: 'secret-token', env })),
  };
}

(await describeIf('act'))('the workflow runner', () => {
  test('gives back outputs, summary, annotations and log of a step that passes', async () => {
    const { exitCode, steps, sha } = await probe(0, 'push', {});
    expect(exitCode).toBe(0);
    expect(steps['gate']).toEqual({
      result: 'success',
      outputs: { verdict: 'line 1\nline 2' },
      summary: '# Summary\n\ntext\n',
      annotations: [{ level: 'notice', message: 'look here', file: 'Dockerfile' }],
      log: `push refs/heads/main https://127.0.0.1:1/api/v3 ${sha}\nNode 24 true seen\n`,
    });
    expect(steps['after']?.log).toBe('success|line 1\nline 2\n');
  });

  test('exits 1 when a step fails, whose outputs and summary are still there', async () => {
    const { exitCode, steps } = await probe(3, 'push', {});
    expect(exitCode).toBe(1);
    expect(steps['gate']?.result).toBe('failure');
    expect(steps['gate']?.summary).toBe('# Summary\n\ntext\n');
    expect(steps['after']?.log).toBe('failure|line 1\nline 2\n');
  });

  test('runs pull requests on their merge ref', async () => {
    const repo = { full_name: 'acme/mcp' };
    const side = { ref: 'change', sha: '1'.repeat(40), repo };
    const event = {
      number: 7,
      pull_request: { number: 7, head: side, base: { ...side, ref: 'main' } },
      repository: repo,
    };
    const { steps } = await probe(0, 'pull_request', event);
    expect(steps['gate']?.log).toContain('pull_request refs/pull/7/merge ');
  });
});
