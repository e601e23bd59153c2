import { homedir } from 'node:os';
import { basename, join } from 'node:path';
import { loadAsked } from './commands/policy-file.ts';
import { nodeClock } from './host/node-clock.ts';
import { createNodeHost } from './host/node-host.ts';
import { plainText } from './host/plain-text.ts';
import type { Host, Log } from './host/ports.ts';
import { createTerminalLog } from './host/terminal-log.ts';
import { createTerminalProgress } from './host/terminal-progress.ts';
import { watchOutput } from './host/watched-output.ts';
import { detailOf, problemOf } from './model/failure.ts';
import { VERSION } from './model/version.ts';
import { exitCodeOf } from './policy/exit-code.ts';
import type { TableOptions } from './report/table.ts';
import { parseArguments, type Request } from './settings/from-arguments.ts';
import type { RawSettings } from './settings/load.ts';
import type { WaiverFlags } from './settings/waiver-flags.ts';

/** The command line. Resolves with the exit code; standard output carries only what was asked for. */
export async function main(argv: readonly string[]): Promise<number> {
  const debug = argv.includes('--debug') || isOn('IMAGE_GATE_DEBUG');
  const log = createTerminalLog({ quiet: argv.includes('--quiet') || isOn('IMAGE_GATE_QUIET'), debug });
  const output = watchOutput(process.stdout, process.stderr);
  const code = await run(argv, log, debug);
  const failure = await output.flushed();
  if (failure === null) return code;
  log.error(
    `Standard output cannot be written: ${failure.message}.\nFree space where it goes, or have reports written with --report-dir.`,
  );
  return code === 2 ? 2 : 3;
}

async function run(argv: readonly string[], log: Log, debug: boolean): Promise<number> {
  try {
    const request = parseArguments(argv, VERSION);
    if (request.command === 'check') return await runCheck(request.raw, log);
    if (request.command === 'explain') return await runExplain(request.raw, request.format, log);
    if (request.command === 'fix') return await runFix(request, log);
    if (request.command === 'init') return await runInit(request, log);
    if (request.command === 'waive') return await runWaive(request.raw, request.waiver, log);
    const text = request.command === 'text' ? request.text : await rulesText(request.format);
    process.stdout.write(text);
    return 0;
  } catch (error) {
    return report(error, log, debug);
  }
}

/** Before all options are decoded: what is wrong with them is logged, too. */
function isOn(variable: string): boolean {
  return /^(true|yes|on|y)$/i.test(process.env[variable] ?? '');
}

// Commands are loaded when they are run: what one of them needs would slow the others' start.

async function rulesText(format: 'table' | 'json'): Promise<string> {
  const { listRules } = await import('./commands/rules.ts');
  return listRules(format);
}

async function runInit(request: Extract<Request, { command: 'init' }>, log: Log): Promise<number> {
  return withHost(log, async (host, cacheFolder) => {
    const { init } = await import('./commands/init.ts');
    process.stdout.write(await init(request, cacheFolder, host));
    return 0;
  });
}

async function runCheck(raw: RawSettings, log: Log): Promise<number> {
  return withHost(log, async (host, cacheFolder) => {
    const asked = await loadAsked(raw, host);
    const { check } = await import('./commands/check.ts');
    const { beforeAsNamed } = await import('./commands/before-as-named.ts');
    const { readHere } = await import('./commands/waiver-reader.ts');
    const { sbomKindsOf } = await import('./commands/sboms.ts');
    const { settings } = asked;
    const surroundings = {
      cacheFolder,
      workflow: null,
      before: await beforeAsNamed(asked, null, host),
      readWaivers: readHere(settings.workingDirectory, host.files),
      notices: [],
      wantsEdits: settings.reportDir !== null || settings.format === 'sarif',
      sbomKinds: settings.reportDir === null ? [] : sbomKindsOf(settings),
      preload: () => Promise.all([loadReports(), settings.reportDir === null ? null : loadAttachments()]),
    };
    const outcome = await check(asked, surroundings, host);
    const { verdict } = outcome;
    const { render, writeReports } = await loadReports();
    for (const piece of render(verdict, settings, look())) process.stdout.write(piece);
    const code = exitCodeOf(verdict, settings.mode);
    if (settings.reportDir !== null) {
      const { attachments } = await loadAttachments();
      const attached = attachments(outcome, settings, { repository: null, commit: null });
      const paths = await writeReports(verdict, settings, settings.reportDir, host.files, null, attached);
      const names = Object.values(paths)
        .flat()
        .map((path) => basename(path));
      log.info(`Reports in ${settings.reportDir}: ${names.join(', ')}`);
      const { problems } = await attached;
      for (const { message, advice } of problems) log.error(`${message}\n${advice}`);
      if (code === 0 && problems.length > 0) return 3;
    }
    return code;
  });
}

function loadReports(): Promise<typeof import('./commands/write-reports.ts')> {
  return import('./commands/write-reports.ts');
}

function loadAttachments(): Promise<typeof import('./commands/attachments.ts')> {
  return import('./commands/attachments.ts');
}

async function runExplain(raw: RawSettings, format: 'table' | 'json', log: Log): Promise<number> {
  return withHost(log, async (host, cacheFolder) => {
    const { explain } = await import('./commands/explain.ts');
    const { renderExplainJson } = await import('./report/explain/json.ts');
    const { renderExplainTable } = await import('./report/explain/table.ts');
    const { explanations, single, exitCode } = await explain(await loadAsked(raw, host), cacheFolder, host);
    const text =
      format === 'json' ? renderExplainJson(explanations, !single) : renderExplainTable(explanations, look());
    process.stdout.write(text);
    return exitCode;
  });
}

async function runFix({ raw, ...options }: Extract<Request, { command: 'fix' }>, log: Log): Promise<number> {
  return withHost(log, async (host, cacheFolder) => {
    const { fix } = await import('./commands/fix.ts');
    const { diff, exitCode } = await fix(await loadAsked(raw, host), options, cacheFolder, host);
    // Exact for programs; on a terminal the file must not drive it.
    process.stdout.write(process.stdout.isTTY === true ? plainText(diff) : diff);
    return exitCode;
  });
}

async function runWaive(raw: RawSettings, waiver: WaiverFlags, log: Log): Promise<number> {
  return withHost(log, async (host) => {
    const { waive } = await import('./commands/waive.ts');
    process.stdout.write(await waive(waiver, raw, host));
    return 0;
  });
}

/** Nothing of the host stays behind when the work is done. */
async function withHost<T>(log: Log, work: (host: Host, cacheFolder: string) => Promise<T>): Promise<T> {
  const cache = join(process.env['XDG_CACHE_HOME'] ?? join(homedir(), '.cache'), 'image-gate');
  const { host, dispose } = createNodeHost({
    toolCacheFolder: join(cache, 'tools'),
    log,
    progress: createTerminalProgress(log, nodeClock),
    tempRoot: null,
  });
  try {
    return await work(host, cache);
  } finally {
    await dispose();
  }
}

function look(): TableOptions {
  return {
    width: process.stdout.columns ?? 100,
    color: process.stdout.isTTY === true && !process.env['NO_COLOR'],
  };
}

/** One line what and where, one line what to do next; the rest only for those who ask. */
function report(error: unknown, log: Log, debug: boolean): number {
  const problem = problemOf(error);
  log.error(
    problem === null
      ? `This is a fault of image-gate: ${String(error)}\nRun again with --debug, and report what it prints.`
      : `${problem.message}\n${problem.advice}`,
  );
  if (debug) log.error(detailOf(error));
  return problem?.kind === 'usage' ? 2 : 3;
}
