import { spawn } from 'node:child_process';
import { cp, mkdir, readFile, writeFile } from 'node:fs/promises';
import { delimiter, dirname, join } from 'node:path';
import { text } from 'node:stream/consumers';
import { parse } from 'yaml';
import { ROOT } from '../../../scripts/lib/repository.ts';
import type { Report } from '../../../src/report/json/schema.ts';
import type { FakeArtifact } from '../fake-github/artifacts.ts';
import { type FakeGitHub, type Script, startFakeGitHub } from '../fake-github/server.ts';
import { git } from '../git-repository.ts';
import { startResultsService } from '../results-service.ts';
import { startStorage } from '../storage.ts';
import { temporaryFolder } from '../temporary-folder.ts';
import { trivyBinary } from '../trivy-binary.ts';
import { livingAt } from './clock.ts';
import type { Databases } from './databases.ts';
import type { Occasion } from './occasions.ts';
import { checkOut, type Origin, REPOSITORY } from './origin.ts';
import { buildServer, WORKFLOW } from './server.ts';

/** An artifact that a run has kept, as GitHub lists it. */
export interface Kept extends Omit<FakeArtifact, 'id' | 'location'> {
  readonly zip: Uint8Array;
}

export interface Given {
  /** RFC 3339: the moment of the run; the advisory database is that of its day. */
  readonly at: string;
  /** What GitHub has kept of earlier runs; newest first. */
  readonly kept?: readonly Kept[];
  /** Of the checkout; 0: all of the history. */
  readonly depth?: number;
  readonly github?: Script;
}

export interface Ran {
  readonly code: number | null;
  readonly outputs: Readonly<Record<string, string>>;
  /** Null when there was no verdict to report. */
  readonly report: Report | null;
  readonly log: string;
  /** What the run has kept: for later runs. */
  readonly kept: readonly Kept[];
  /** `evidence.json` beside the report. */
  readonly evidence: string | null;
  readonly requests: FakeGitHub['requests'];
}

const TOKEN = 'job-token';

/** One run of the repository's own workflow on the shipped action: checkout, build, gate. */
export async function runGate(origin: Origin, databases: Databases, occasion: Occasion, given: Given): Promise<Ran> {
  await using runner = await temporaryFolder('history-run');
  const [workspace, temp] = [join(runner.path, 'workspace'), join(runner.path, 'temp')];
  await mkdir(temp);
  await checkOut(origin, occasion.checkout ?? occasion.sha, workspace, given.depth);
  await buildServer(workspace, join(temp, 'image'));
  await cp(await databases.of(given.at.slice(0, 10)), join(temp, 'image-gate/cache/trivy'), { recursive: true });
  const files = { event: join(temp, 'event.json'), output: join(temp, 'output'), summary: join(temp, 'summary') };
  await writeFile(files.event, JSON.stringify(occasion.payload));
  await writeFile(files.output, '');

  await using results = await startResultsService();
  await using storage = await startStorage(
    Object.fromEntries((given.kept ?? []).map(({ zip }, index) => [`/${index}`, zip])),
  );
  const all = (given.kept ?? []).map(({ zip, ...one }, index) => ({
    ...one,
    id: index + 1,
    bytes: zip.length,
    location: `${storage.origin}/${index}`,
  }));
  await using github = await startFakeGitHub({
    tls: false,
    token: TOKEN,
    objects: { folder: origin.path },
    artifacts: { all, comparisons: await comparisons(origin, occasion, all) },
    ...(given.github === undefined ? {} : { script: given.github }),
  });
  const env = {
    // The pinned Trivy, verified by its sum: nothing of it stands in the workflow.
    PATH: [dirname(await trivyBinary()), process.env['PATH']].join(delimiter),
    HOME: runner.path,
    RUNNER_TEMP: temp,
    RUNNER_TOOL_CACHE: join(runner.path, 'tools'),
    GITHUB_ACTIONS: 'true',
    GITHUB_ACTION: 'gate',
    GITHUB_ACTION_REPOSITORY: 'acme/image-gate',
    GITHUB_REPOSITORY: REPOSITORY,
    GITHUB_WORKSPACE: workspace,
    GITHUB_EVENT_NAME: occasion.event,
    GITHUB_EVENT_PATH: files.event,
    GITHUB_SHA: occasion.sha,
    GITHUB_REF: occasion.ref,
    GITHUB_WORKFLOW_REF: `${REPOSITORY}/${WORKFLOW}@${occasion.ref}`,
    GITHUB_JOB: 'gate',
    GITHUB_RUN_ID: '4711',
    GITHUB_OUTPUT: files.output,
    GITHUB_STEP_SUMMARY: files.summary,
    ...results.env,
    GITHUB_API_URL: github.apiUrl,
    ...(await stepOf(origin, occasion.sha, temp)),
  };
  const { code, log } = await start(
    ['--no-warnings', ...livingAt(given.at), join(ROOT, 'dist/index.js')],
    workspace,
    env,
  );
  if (github.violations.length > 0)
    throw new Error(`GitHub would not have understood: ${github.violations.join('; ')}`);
  const outputs = outputsOf(await readFile(files.output, 'utf8'));
  const { headSha, branch: headBranch, event } = occasion;
  return {
    code,
    outputs,
    report: outputs['report'] ? JSON.parse(await readFile(outputs['report'], 'utf8')) : null,
    log,
    kept: [...results.artifacts].map(([name, zip]) => ({ name, zip, headSha, headBranch, event, createdAt: given.at })),
    evidence: await readFile(join(outputs['report-dir'] ?? '', 'evidence.json'), 'utf8').catch(() => null),
    requests: github.requests,
  };
}

/** What the workflow file says of the step and the job, as the runner hands it on. */
async function stepOf(origin: Origin, commit: string, temp: string): Promise<Readonly<Record<string, string>>> {
  const { jobs } = parse(await git(origin.path, 'show', `${commit}:${WORKFLOW}`)) as {
    readonly jobs: {
      readonly gate: { readonly env: object; readonly steps: readonly { readonly with?: object }[] };
    };
  };
  const value = (one: unknown): string => String(one).replaceAll(`\${{ runner.temp }}`, temp);
  const inputs = Object.entries({ token: TOKEN, ...jobs.gate.steps.at(-1)?.with });
  return Object.fromEntries([
    ...Object.entries(jobs.gate.env).map(([name, one]) => [name, value(one)]),
    ...inputs.map(([name, one]) => [`INPUT_${name.toUpperCase()}`, value(one)]),
  ]);
}

/** Of every artifact's commit with the commits that the run may compare with. */
async function comparisons(
  origin: Origin,
  { sha, payload }: Occasion,
  all: readonly FakeArtifact[],
): Promise<Record<string, 'ahead' | 'behind' | 'diverged' | 'identical'>> {
  const bases = new Set([sha, ...JSON.stringify(payload).matchAll(/[0-9a-f]{40}/g)].map(String));
  const pairs = all.flatMap(({ headSha }) => [...bases].map((base) => [headSha, base] as const));
  const known = pairs.map(async ([of, to]) => [`${of}...${to}`, await origin.relation(of, to)] as const);
  return Object.fromEntries(await Promise.all(known));
}

async function start(
  args: readonly string[],
  cwd: string,
  env: NodeJS.ProcessEnv,
): Promise<{ readonly code: number | null; readonly log: string }> {
  const child = spawn(process.execPath, args, { cwd, env, stdio: ['ignore', 'pipe', 'pipe'] });
  const code = new Promise<number | null>((resolve, reject) => {
    child.on('error', reject);
    child.on('close', resolve);
  });
  const [stdout, stderr] = await Promise.all([text(child.stdout), text(child.stderr)]);
  return { code: await code, log: stdout + stderr };
}

/** The runner's file of outputs: `name<<mark`, the value, `mark`. */
function outputsOf(file: string): Readonly<Record<string, string>> {
  const entries = file.matchAll(/^([\w-]+)<<(\S+)\n([\s\S]*?)\n?\2$/gm);
  return Object.fromEntries([...entries].map(([, name, , value]) => [name ?? '', value ?? '']));
}
