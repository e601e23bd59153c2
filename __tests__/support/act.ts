import { execFile } from 'node:child_process';
import { writeFile } from 'node:fs/promises';
import { delimiter, dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { z } from 'zod';
import { partPath } from './requires.ts';
import { temporaryFolder } from './temporary-folder.ts';

const run = promisify(execFile);

export interface WorkflowOptions {
  /** A git repository with a workflow in it; steps see a copy of what it holds. */
  readonly workspace: string;
  /** File name in `.github/workflows`. */
  readonly workflow: string;
  readonly eventName: string;
  readonly event: unknown;
  /** Also for the steps. */
  readonly env?: Readonly<Record<string, string>>;
  readonly token: string;
  /** `127.0.0.1:PORT` of a stand-in for GitHub, and its certificate. */
  readonly instance: string;
  readonly caFile: string;
}

export interface StepResult {
  readonly result: string;
  readonly outputs: Readonly<Record<string, string>>;
  /** What the step wrote to GITHUB_STEP_SUMMARY. */
  readonly summary: string;
  /** Workflow commands that become annotations. */
  readonly annotations: readonly { readonly level: string; readonly message: string; readonly file: string | null }[];
  /** What it printed, without workflow commands. */
  readonly log: string;
}

export interface WorkflowResult {
  readonly exitCode: number;
  /** By step id. */
  readonly steps: Readonly<Record<string, StepResult>>;
  readonly log: string;
}

/** Runs a workflow on this machine, without an engine: `runs-on: ubuntu-latest` is the machine itself. */
export async function runWorkflow(options: WorkflowOptions): Promise<WorkflowResult> {
  await using home = await temporaryFolder('act');
  const eventFile = join(home.path, 'event.json');
  await writeFile(eventFile, JSON.stringify(options.event));
  const { exitCode, stdout } = await start(options, home.path, eventFile);
  const entries = stdout.split('\n').flatMap((line) => parseEntry(line));
  return { exitCode, steps: stepsOf(entries), log: entries.map(({ msg }) => msg.trimEnd()).join('\n') };
}

async function start(
  options: WorkflowOptions,
  home: string,
  eventFile: string,
): Promise<{ readonly exitCode: number; readonly stdout: string }> {
  const { workspace, workflow, eventName, instance } = options;
  const forSteps = Object.entries(options.env ?? {}).flatMap(([name, value]) => ['--env', `${name}=${value}`]);
  const what = [eventName, '-W', `.github/workflows/${workflow}`, '-e', eventFile, '-P', 'ubuntu-latest=-self-hosted'];
  const where = ['--github-instance', instance, '-s', 'GITHUB_TOKEN', '--no-cache-server', '--json'];
  const child = run(partPath('act'), [...what, ...where, ...forSteps], {
    cwd: workspace,
    timeout: 180_000,
    maxBuffer: 64 * 1024 * 1024,
    env: {
      // The Node of this process runs `using: node24`; HOME keeps act's own files and settings apart.
      PATH: [dirname(process.execPath), process.env['PATH'] ?? ''].join(delimiter),
      HOME: home,
      NODE_EXTRA_CA_CERTS: options.caFile,
      GITHUB_TOKEN: options.token,
    },
  });
  return child.then(
    ({ stdout }) => ({ exitCode: 0, stdout }),
    (error: unknown) => {
      const ended = failed.safeParse(error);
      if (!ended.success) {
        throw error;
      }
      return { exitCode: ended.data.code, stdout: ended.data.stdout };
    },
  );
}

const failed = z.object({ code: z.number(), stdout: z.string() });

const entryShape = z.object({
  msg: z.string(),
  stepID: z.array(z.string()).optional(),
  raw_output: z.boolean().optional(),
  stepResult: z.string().optional(),
  command: z.string().optional(),
  name: z.string().optional(),
  arg: z.string().optional(),
  content: z.string().optional(),
  kvPairs: z.record(z.string(), z.string()).nullish(),
});
type Entry = z.infer<typeof entryShape>;

function parseEntry(line: string): readonly Entry[] {
  return line.startsWith('{') ? [entryShape.parse(JSON.parse(line))] : [];
}

function stepsOf(entries: readonly Entry[]): Readonly<Record<string, StepResult>> {
  const byStep = Object.groupBy(entries, ({ stepID }) => stepID?.[0] ?? '');
  return Object.fromEntries(Object.entries(byStep).map(([id, of]) => [id, stepOf(of ?? [])]));
}

function stepOf(entries: readonly Entry[]): StepResult {
  const of = (command: string): readonly Entry[] => entries.filter((entry) => entry.command === command);
  return {
    result: entries.findLast(({ stepResult }) => stepResult !== undefined)?.stepResult ?? 'none',
    outputs: Object.fromEntries(of('set-output').map(({ name, arg }) => [name ?? '', arg ?? ''])),
    summary: of('summary')
      .map(({ content }) => content ?? '')
      .join(''),
    annotations: entries
      .filter(({ command }) => ['notice', 'warning', 'error'].includes(command ?? ''))
      .map(({ command, arg, kvPairs }) => ({
        level: command ?? '',
        message: arg ?? '',
        file: kvPairs?.['file'] ?? null,
      })),
    log: entries
      .filter(({ raw_output }) => raw_output)
      .map(({ msg }) => msg)
      .join(''),
  };
}
