import { homedir } from 'node:os';
import { join } from 'node:path';
import { loadAsked } from './commands/policy-file.ts';
import { nodeClock } from './host/node-clock.ts';
import { createNodeHost } from './host/node-host.ts';
import type { Host, Log } from './host/ports.ts';
import { createTerminalLog } from './host/terminal-log.ts';
import { createTerminalProgress } from './host/terminal-progress.ts';
import { detailOf, problemOf } from './model/failure.ts';
import { VERSION } from './model/version.ts';
import { exitCodeOf } from './policy/exit-code.ts';
import type { TableOptions } from './report/table.ts';
import { parseArguments } from './settings/from-arguments.ts';
import type { RawSettings } from './settings/load.ts';

/** The command line. Resolves with the exit code; standard output carries only what was asked for. */
export async function main(argv: readonly string[]): Promise<number> {
  const debug = argv.includes('--debug');
  const log = createTerminalLog({ quiet: argv.includes('--quiet'), debug });
  try {
    const request = parseArguments(argv, VERSION);
    if (request.command === 'check') return await runCheck(request.raw, log);
    if (request.command === 'explain') return await runExplain(request.raw, request.format, log);
    const text = request.command === 'text' ? request.text : await rulesText(request.format);
    process.stdout.write(text);
    return 0;
  } catch (error) {
    return report(error, log, debug);
  }
}

// Commands are loaded when they are run: what one of them needs would slow the others' start.

async function rulesText(format: 'table' | 'json'): Promise<string> {
  const { listRules } = await import('./commands/rules.ts');
  return listRules(format);
}

async function runCheck(raw: RawSettings, log: Log): Promise<number> {
  return withHost(log, async (host, cacheFolder) => {
    const asked = await loadAsked(raw, host);
    const { check } = await import('./commands/check.ts');
    const { render, writeReports } = await import('./commands/write-reports.ts');
    const { settings } = asked;
    const verdict = await check(asked, { cacheFolder, workflow: null }, host);
    process.stdout.write(render(verdict, settings, look()));
    if (settings.reportDir !== null) {
      const paths = await writeReports(verdict, settings, settings.reportDir, host.files);
      log.info(`Reports: ${Object.values(paths).join(', ')}`);
    }
    return exitCodeOf(verdict, settings.mode);
  });
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
