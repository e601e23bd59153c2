import { join, resolve } from 'node:path';
import { askGit } from '../evidence/git.ts';
import { type GitHubContext, readGitHubContext } from '../github/event.ts';
import type { GitHubApi, Host } from '../host/ports.ts';
import type { Problem, Verdict } from '../model/verdict.ts';
import { exitCodeOf } from '../policy/exit-code.ts';
import { sentence } from '../report/sentence.ts';
import { renderTable } from '../report/table.ts';
import type { RawSettings } from '../settings/load.ts';
import type { Settings } from '../settings/settings.ts';
import type { Before } from './baseline.ts';
import type { ChangeContext } from './change-context.ts';
import type { Surroundings } from './check.ts';
import type { ActionPorts } from './run-action.ts';
import type { TrustedAsked } from './trusted-asked.ts';

/**
 * The step with settings that make sense. The exit code comes from the verdict alone; what cannot be shown is said, and
 * hides nothing.
 * @param first what was asked for, before it is known how much of it may count
 */
export async function judgeAndPublish(raw: RawSettings, first: Settings, ports: ActionPorts): Promise<number> {
  const { host } = ports;
  const context = readGitHubContext(host.env, await eventText(host), await gitHead(host));
  const temp = join(host.env.get('RUNNER_TEMP') ?? '.', 'image-gate');
  // Outside of a workflow the step ends above, before the engines are loaded.
  const [{ check }, { publish }, { changeContext }, { trustedAsked }] = await Promise.all([
    import('./check.ts'),
    import('./publish.ts'),
    import('./change-context.ts'),
    import('./trusted-asked.ts'),
  ]);
  const api = first.token === null ? null : ports.connect(first.token, context.apiUrl);
  const change = await changeContext(context, api, host, first.workingDirectory);
  const trusted = await trustedAsked(raw, context, change, host);
  const { settings } = trusted.asked;
  const before = await beforeOf(trusted, change, context, api, host);
  const outcome = await check(trusted.asked, await surroundings(trusted, change, before, context, temp, host), host);
  const { verdict } = outcome;
  host.log.info(renderTable(verdict, { width: 120, color: false }));
  const folder = settings.reportDir ?? join(temp, stepName(host));
  const { attachments } = await import('./attachments.ts');
  const { repository, sha: commit } = context;
  const beside = attachments(outcome, settings, { repository, commit });
  const troubles = await publish(verdict, { settings, context, folder, ports, beside });
  const { problems } = await beside;
  return conclude(verdict, settings, [...problems, ...troubles], host);
}

/** What the run compares with: what was there before the change, or what the settings name. */
async function beforeOf(
  { asked, atBase }: TrustedAsked,
  change: ChangeContext | null,
  context: GitHubContext,
  api: GitHubApi | null,
  host: Host,
): Promise<Before | null> {
  const { settings } = asked;
  const folder = resolve(settings.workingDirectory);
  const { beforeAsNamed } = await import('./before-as-named.ts');
  const access = api === null ? null : { api, clock: host.clock, repository: context.repository };
  const named = await beforeAsNamed(asked, access, host);
  if (change === null) return named;
  const { findBaseline } = await import('./stored-baseline.ts');
  const commit = named?.commit ?? change;
  const query = {
    context,
    category: settings.sarifCategory,
    baseCommit: commit.baseCommit,
    api,
    git: (args: readonly string[]) => askGit(folder, args, host),
  };
  return { commit, asked: atBase, findStored: () => findBaseline(query, host) };
}

async function surroundings(
  { asked, notices }: TrustedAsked,
  change: ChangeContext | null,
  before: Before | null,
  { workflowPath }: GitHubContext,
  temp: string,
  { files }: Host,
): Promise<Surroundings> {
  const [{ readHere }, { readAtBase }, { sbomKindsOf }] = await Promise.all([
    import('./waiver-reader.ts'),
    import('./trust/read-at-base.ts'),
    import('./sboms.ts'),
  ]);
  return {
    cacheFolder: join(temp, 'cache'),
    workflow: workflowPath === null ? null : { file: workflowPath, startLine: 1, endLine: 1 },
    before,
    // A change must not accept its own findings.
    readWaivers: change === null ? readHere(asked.settings.workingDirectory, files) : readAtBase(change),
    notices,
    wantsEdits: true,
    sbomKinds: sbomKindsOf(asked.settings),
    preload: () => import('./attachments.ts'),
  };
}

/** The one place that says how the step ends. */
function conclude(verdict: Verdict, settings: Settings, troubles: readonly Problem[], { log }: Host): number {
  for (const { message, advice } of troubles) log.error(`${message} ${advice}`);
  const code = exitCodeOf(verdict, settings.mode);
  if (code === 0) log.info(sentence(verdict));
  else log.error(sentence(verdict));
  return code === 0 && troubles.length > 0 ? 3 : code;
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
