import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import type { Log } from 'sarif';
import { parse } from 'yaml';
import { ROOT } from '../../scripts/lib/repository.ts';
import { runWorkflow, type WorkflowResult } from '../support/act.ts';
import { answers } from '../support/fake-github/answers.ts';
import { type FakeGitHub, type FakeGitHubOptions, startFakeGitHub } from '../support/fake-github/server.ts';
import { type ReleaseMirror, releaseArchive, startReleaseMirror } from '../support/release-mirror.ts';
import { describeIf } from '../support/requires.ts';
import { sarifComplaints } from '../support/sarif-validator.ts';
import { gateStep, type Inputs, makeWorkspace, REPOSITORY, useOutputs, WORKFLOW } from './workspace.ts';

const HARDENED = 'hardened-server';
const CARELESS = 'careless-server';
const OUTPUTS = Object.keys((parse(readFileSync(join(ROOT, 'action.yml'), 'utf8')) as { outputs: object }).outputs);
const READ_ONLY: FakeGitHubOptions['script'] = { upload: [answers.readOnlyToken] };
const LIMIT = 300_000;

interface Run extends WorkflowResult {
  readonly sha: string;
  readonly files: ReadonlyMap<string, string>;
  readonly github: FakeGitHub;
  readonly mirror: ReleaseMirror;
}

interface Given {
  readonly gates: readonly { readonly example: typeof HARDENED | typeof CARELESS; readonly inputs?: Inputs }[];
  readonly github?: FakeGitHubOptions['script'];
  readonly fork?: boolean;
}

/** Runs a workflow on the shipped action, with a fresh tool cache: Trivy comes from a mirror of its releases. */
async function run({ gates, github: script, fork }: Given): Promise<Run> {
  const archive = await releaseArchive();
  await using mirror = await startReleaseMirror(archive.file);
  const trivy = { 'trivy-download-url': mirror.url, 'trivy-sha256': archive.sha256 };
  const steps = gates.flatMap(({ example, inputs }) => [
    gateStep(example, { ...trivy, ...inputs }),
    useOutputs(example),
  ]);
  await using workspace = await makeWorkspace(steps);
  const objects = { folder: workspace.path };
  await using github = await startFakeGitHub({ tls: true, token: 'job-token', objects, ...(script && { script }) });
  const result = await runWorkflow({
    workspace: workspace.path,
    workflow: WORKFLOW,
    ...(fork ? pullRequest(workspace.sha) : PUSH),
    token: 'job-token',
    // The one variable that act leaves out.
    env: { GITHUB_WORKFLOW_REF: `${REPOSITORY}/.github/workflows/${WORKFLOW}@refs/heads/main` },
    instance: github.instance,
    caFile: github.caFile,
  });
  expect(github.violations).toEqual([]);
  const located = github.uploads.flatMap(({ sarif }) => locations(sarif).map(({ uri }) => uri));
  const existing = located.filter((uri) => existsSync(join(workspace.path, uri)));
  const files = new Map(existing.map((uri) => [uri, readFileSync(join(workspace.path, uri), 'utf8')]));
  return { ...result, sha: workspace.sha, files, github, mirror };
}

const repository = { full_name: REPOSITORY, default_branch: 'main' };
const PUSH = { eventName: 'push', event: { repository } };
const side = (name: string, sha: string) => ({ ref: 'change', sha, repo: { full_name: name } });

/** From a fork; the base has the same workflow, so that its inputs count. */
function pullRequest(base: string) {
  const pull = { number: 7, head: side('eve/mcp', 'b'.repeat(40)), base: side(REPOSITORY, base) };
  return { eventName: 'pull_request', event: { number: 7, pull_request: pull, repository } };
}

function locations(log: Log): readonly { readonly uri: string; readonly line: number }[] {
  return log.runs
    .flatMap(({ results }) => results ?? [])
    .flatMap((result) => [...(result.locations ?? []), ...(result.relatedLocations ?? [])])
    .flatMap(({ physicalLocation: place }) =>
      place === undefined ? [] : [{ uri: place.artifactLocation?.uri ?? '', line: place.region?.endLine ?? 1 }],
    );
}

const describeWithAct = await describeIf('act');
const describeWithBoth = describeWithAct === describe ? await describeIf('sarif-validator') : describe.skip;

/** One run that several tests look at. */
let bothExamples: Promise<Run> | null = null;
function runBoth(): Promise<Run> {
  bothExamples ??= run({ gates: [{ example: HARDENED }, { example: CARELESS }] });
  return bothExamples;
}

describeWithAct('the shipped action in a workflow', () => {
  test(
    'passes the hardened image, fails the careless one, and shows why everywhere',
    async () => {
      const { exitCode, steps, github, mirror, sha, files } = await runBoth();
      expect([exitCode, steps[HARDENED]?.result, steps[CARELESS]?.result]).toEqual([1, 'success', 'failure']);

      // All outputs, for the steps that follow.
      for (const example of [HARDENED, CARELESS]) {
        expect(Object.keys(steps[example]?.outputs ?? {}).sort()).toEqual([...OUTPUTS].sort());
        expect(steps[`after-${example}`]?.result).toBe('success');
        expect(steps[`after-${example}`]?.log).toContain('image-gate/report/1');
      }
      expect(steps[HARDENED]?.outputs).toMatchObject({ verdict: 'pass', critical: '0', high: '0' });
      expect(steps[CARELESS]?.outputs).toMatchObject({
        verdict: 'fail',
        'trivy-version': '0.74.0',
        'image-id': expect.stringMatching(/^sha256:[0-9a-f]{64}$/),
        'sarif-id': expect.stringMatching(/./),
      });
      expect(Number(steps[CARELESS]?.outputs['high'])).toBeGreaterThan(0);

      // The summary and the annotations.
      expect(steps[HARDENED]?.summary).toMatch(/pass/i);
      expect(steps[CARELESS]?.summary).toMatch(/CVE-\d{4}-\d+/);
      const annotations = steps[CARELESS]?.annotations ?? [];
      expect(annotations.map(({ file }) => file)).toContain(`examples/${CARELESS}/Dockerfile`);
      for (const level of ['notice', 'warning', 'error']) {
        expect(annotations.filter((one) => one.level === level).length).toBeLessThanOrEqual(10);
      }

      // Code scanning.
      expect(github.uploads.map(({ ref, commitSha }) => [ref, commitSha])).toEqual([
        ['refs/heads/main', sha],
        ['refs/heads/main', sha],
      ]);
      const categories = github.uploads.map(({ sarif }) => sarif.runs[0]?.automationDetails?.id ?? '');
      expect(new Set(categories).size).toBe(2);
      expect(github.uploads[1]?.sarif.runs[0]?.results?.length).toBeGreaterThan(0);
      for (const { uri, line } of github.uploads.flatMap(({ sarif }) => locations(sarif))) {
        expect(files.get(uri)?.split('\n').length ?? 0).toBeGreaterThanOrEqual(line);
      }

      // Trivy once for the whole job, and nothing else from outside.
      expect(mirror.requests).toEqual(['/releases/v0.74.0/trivy_0.74.0_Linux-64bit.tar.gz']);
    },
    LIMIT,
  );

  test(
    'a fork with a token that may only read: one notice, and the gate works',
    async () => {
      const { exitCode, steps, github } = await run({ gates: [{ example: HARDENED }], github: READ_ONLY, fork: true });
      expect([exitCode, steps[HARDENED]?.outputs['verdict']]).toEqual([0, 'pass']);
      const notices = steps[HARDENED]?.annotations.filter(({ level }) => level === 'notice') ?? [];
      const aboutUpload = notices.map(({ message }) => message).filter((message) => message.startsWith('SARIF'));
      expect(aboutUpload).toEqual([expect.stringMatching(/security-events: write.*fork/)]);
      expect(steps[HARDENED]?.outputs['sarif-id']).toBe('');
      expect(github.uploads).toEqual([]);
    },
    LIMIT,
  );

  test(
    'an upload that must happen and cannot fails the step',
    async () => {
      const gates = [{ example: HARDENED, inputs: { 'sarif-upload': 'always' } }] as const;
      const { exitCode, steps } = await run({ gates, github: READ_ONLY });
      expect([exitCode, steps[HARDENED]?.result]).toEqual([1, 'failure']);
      expect(steps[HARDENED]?.annotations.find(({ level }) => level === 'error')?.message).toContain(
        'security-events: write',
      );
    },
    LIMIT,
  );

  test(
    'mode report shows the same and lets the step pass',
    async () => {
      const gates = [{ example: CARELESS, inputs: { mode: 'report' } }] as const;
      const { exitCode, steps, github } = await run({ gates });
      expect([exitCode, steps[CARELESS]?.outputs['verdict']]).toEqual([0, 'fail']);
      expect(github.uploads).toHaveLength(1);
    },
    LIMIT,
  );

  test(
    'a Trivy that is not the expected one is not run, and no alert is touched',
    async () => {
      const gates = [{ example: HARDENED, inputs: { 'trivy-sha256': '0'.repeat(64) } }] as const;
      const { exitCode, steps, github } = await run({ gates });
      expect([exitCode, steps[HARDENED]?.outputs['verdict']]).toEqual([1, 'error']);
      expect(steps[HARDENED]?.annotations.some(({ message }) => message.includes('SHA-256'))).toBe(true);
      expect(github.requests).toEqual([]);
    },
    LIMIT,
  );

  test(
    'a wrong input stops the step before anything is fetched',
    async () => {
      const { steps, mirror, github } = await run({ gates: [{ example: HARDENED, inputs: { 'fail-on': 'hgih' } }] });
      expect(steps[HARDENED]?.result).toBe('failure');
      expect(steps[HARDENED]?.annotations.map(({ message }) => message).join('\n')).toMatch(/fail-on.*hgih/);
      expect([...mirror.requests, ...github.requests]).toEqual([]);
    },
    LIMIT,
  );
});

describeWithBoth('the SARIF that the shipped action uploads', () => {
  test(
    'leaves the validator nothing to say',
    async () => {
      const { github } = await runBoth();
      expect(github.uploads).toHaveLength(2);
      for (const { sarifText } of github.uploads) {
        expect(await sarifComplaints(sarifText)).toEqual([]);
      }
    },
    LIMIT,
  );
});
