import { homedir } from 'node:os';
import { join } from 'node:path';
import { check } from './commands/check.ts';
import { listRules } from './commands/rules.ts';
import { render, writeReports } from './commands/write-reports.ts';
import { nodeClock } from './host/node-clock.ts';
import { createNodeHost } from './host/node-host.ts';
import type { Log } from './host/ports.ts';
import { createTerminalLog } from './host/terminal-log.ts';
import { createTerminalProgress } from './host/terminal-progress.ts';
import { detailOf, problemOf } from './model/failure.ts';
import { VERSION } from './model/version.ts';
import { exitCodeOf } from './policy/exit-code.ts';
import { parseArguments } from './settings/from-arguments.ts';
import { loadSettings, type RawSettings } from './settings/load.ts';

/** The command line. Resolves with the exit code; standard output carries only what was asked for. */
export async function main(argv: readonly string[]): Promise<number> {
  const debug = argv.includes('--debug');
  const log = createTerminalLog({ quiet: argv.includes('--quiet'), debug });
  try {
    const request = parseArguments(argv, VERSION);
    if (request.command === 'check') return await runCheck(request.raw, log);
    process.stdout.write(request.command === 'rules' ? listRules(request.format) : request.text);
    return 0;
  } catch (error) {
    return explain(error, log, debug);
  }
}

async function runCheck(raw: RawSettings, log: Log): Promise<number> {
  const settings = loadSettings(raw);
  const cache = join(process.env['XDG_CACHE_HOME'] ?? join(homedir(), '.cache'), 'image-gate');
  const { host, dispose } = createNodeHost({
    toolCacheFolder: join(cache, 'tools'),
    log,
    progress: createTerminalProgress(log, nodeClock),
    tempRoot: null,
  });
  try {
    const verdict = await check(settings, { cacheFolder: cache, workflow: null }, host);
    const look = {
      width: process.stdout.columns ?? 100,
      color: process.stdout.isTTY === true && !process.env['NO_COLOR'],
    };
    process.stdout.write(render(verdict, settings, look));
    if (settings.reportDir !== null) {
      const paths = await writeReports(verdict, settings, settings.reportDir, host.files);
      log.info(`Reports: ${Object.values(paths).join(', ')}`);
    }
    return exitCodeOf(verdict, settings.mode);
  } finally {
    await dispose();
  }
}

/** One line what and where, one line what to do next; the rest only for those who ask. */
function explain(error: unknown, log: Log, debug: boolean): number {
  const problem = problemOf(error);
  log.error(
    problem === null
      ? `This is a fault of image-gate: ${String(error)}\nRun again with --debug, and report what it prints.`
      : `${problem.message}\n${problem.advice}`,
  );
  if (debug) log.error(detailOf(error));
  return problem?.kind === 'usage' ? 2 : 3;
}
