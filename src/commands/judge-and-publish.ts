import { join } from 'node:path';
import { type GitHubContext, readGitHubContext } from '../github/event.ts';
import type { Host } from '../host/ports.ts';
import type { Problem, Verdict } from '../model/verdict.ts';
import { exitCodeOf } from '../policy/exit-code.ts';
import { sentence } from '../report/sentence.ts';
import { renderTable } from '../report/table.ts';
import type { Settings } from '../settings/settings.ts';
import type { Surroundings } from './check.ts';
import type { Asked } from './policy-file.ts';
import type { ActionPorts } from './run-action.ts';

/**
 * The step with settings that make sense. The exit code comes from the verdict alone; what cannot be shown is said, and
 * hides nothing.
 */
export async function judgeAndPublish(asked: Asked, ports: ActionPorts): Promise<number> {
  const { host } = ports;
  const { settings } = asked;
  const context = readGitHubContext(host.env, await eventText(host), await gitHead(host));
  const temp = join(host.env.get('RUNNER_TEMP') ?? '.', 'image-gate');
  // Outside of a workflow the step ends above, before the engines are loaded.
  const [{ check }, { publish }] = await Promise.all([import('./check.ts'), import('./publish.ts')]);
  const verdict = await check(asked, surroundings(temp, context), host);
  host.log.info(renderTable(verdict, { width: 120, color: false }));
  const folder = settings.reportDir ?? join(temp, stepName(host));
  const troubles = await publish(verdict, { settings, context, folder, ports });
  return conclude(verdict, settings, troubles, host);
}

/** The one place that says how the step ends. */
function conclude(verdict: Verdict, settings: Settings, troubles: readonly Problem[], { log }: Host): number {
  for (const { message, advice } of troubles) log.error(`${message} ${advice}`);
  const code = exitCodeOf(verdict, settings.mode);
  if (code === 0) log.info(sentence(verdict));
  else log.error(sentence(verdict));
  return code === 0 && troubles.length > 0 ? 3 : code;
}

function surroundings(temp: string, { workflowPath }: GitHubContext): Surroundings {
  return {
    cacheFolder: join(temp, 'cache'),
    workflow: workflowPath === null ? null : { file: workflowPath, startLine: 1, endLine: 1 },
  };
}

async function eventText({ env, files }: Host): Promise<string | null> {
  const path = env.get('GITHUB_EVENT_PATH') ?? '';
  return path === '' || (await files.stat(path)) === null ? null : files.readText(path, 32 * 1024 * 1024);
}

/** `.git/HEAD` of the checkout: it tells whether a pull request's merge or its head was checked out. */
async function gitHead({ env, files }: Host): Promise<string | null> {
  const path = join(env.get('GITHUB_WORKSPACE') ?? '.', '.git', 'HEAD');
  return (await files.stat(path))?.kind === 'file' ? files.readText(path, 4096) : null;
}

/** Unique among the steps of a job, so that no step overwrites the report of another. */
function stepName({ env }: Host): string {
  return (env.get('GITHUB_ACTION') ?? '').replaceAll(/[^A-Za-z0-9_.-]/g, '_') || 'report';
}
