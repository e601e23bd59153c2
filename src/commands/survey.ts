import { basename, resolve } from 'node:path';
import type { BuildStep } from '../evidence/bases/inference/build-step.ts';
import { isKnown } from '../evidence/bases/inference/build-step.ts';
import { findBuilds, type RepositoryBuilds } from '../evidence/bases/inference/find-builds.ts';
import type { Chain } from '../evidence/bases/resolver.ts';
import { askGit } from '../evidence/git.ts';
import { gatherDockerfile } from '../evidence/read-dockerfile.ts';
import { type RepositoryReader, repositoryReader } from '../evidence/read-repository.ts';
import { withServerJson } from '../evidence/repository-texts.ts';
import { workTreeView } from '../evidence/repository-view.ts';
import { workTreeFiles } from '../evidence/work-tree-files.ts';
import type { Host } from '../host/ports.ts';
import { machinePlatformText } from '../image/platform.ts';
import { likelyContext } from '../init/context.ts';
import { basesOf } from '../init/find-bases.ts';
import type { Found, FoundServer } from '../init/found.ts';
import { isPlain, isPlainImage, longNameOf, nameOf, repositoryOf } from '../init/names.ts';
import { problemOf } from '../model/failure.ts';
import { DEBUG_PORTS } from '../rules/shared/debug-doors.ts';
import { transportOf } from '../rules/shared/transport.ts';
import type { Settings } from '../settings/settings.ts';
import { createBaseResolver } from './base-resolver.ts';

/** One Dockerfile that can be read. */
export interface Surveyed {
  readonly dockerfile: string;
  readonly chain: Chain;
  /** The one build of it that the repository's build files name. */
  readonly step: BuildStep | null;
  readonly context: string;
}

type LeftOut = Found['leftOut'][number];

/** Folders whose Dockerfiles make no image that is shipped. */
const ASIDE = new Set([
  '.devcontainer',
  'node_modules',
  'vendor',
  'testdata',
  'fixtures',
  '__fixtures__',
  'tests',
  '__tests__',
]);

/** Looks at the Dockerfiles of a repository and at what builds them. Nothing is run but git, nothing fetched. */
export async function survey(settings: Settings, cacheFolder: string, host: Host): Promise<Found> {
  const { workingDirectory } = settings;
  const view = workTreeView(workingDirectory, host);
  const builds = await findBuilds(workingDirectory, host.env, view);
  const files = await view.present(workingDirectory);
  const { surveyed, leftOut } = await readAll(builds, files, settings, cacheFolder, host);
  const bases = basesOf(surveyed);
  const serving = surveyed.filter(
    ({ dockerfile, chain }) => !bases.some((base) => base.dockerfile === dockerfile) || startsItself(chain),
  );
  const folder = basename(resolve(workingDirectory));
  const around = repositoryReader(workingDirectory, host);
  const servers: FoundServer[] = [];
  for (const one of serving) {
    const taken = new Set(servers.map(({ name }) => name));
    servers.push({ ...namesOf(one, folder, taken), ...(await describe(one, around, workingDirectory, host)) });
  }
  return { servers, bases, leftOut, defaultBranch: await defaultBranch(workingDirectory, host) };
}

async function readAll(
  { dockerfiles, steps }: RepositoryBuilds,
  files: readonly string[],
  settings: Settings,
  cacheFolder: string,
  host: Host,
): Promise<{ readonly surveyed: readonly Surveyed[]; readonly leftOut: readonly LeftOut[] }> {
  const asked = { settings: { ...settings, resolveBases: 'repository' as const }, policyFile: null };
  const resolver = createBaseResolver(asked, cacheFolder, host);
  const { workingDirectory } = settings;
  const tree = workTreeFiles(workingDirectory, host.files);
  const platform = machinePlatformText(host.machine.arch);
  const surveyed: Surveyed[] = [];
  const leftOut: LeftOut[] = [];
  for (const dockerfile of dockerfiles) {
    const reason = whyAside(dockerfile);
    if (reason !== null) {
      leftOut.push({ dockerfile, reason });
      continue;
    }
    const [step = null, ...others] = steps.filter((one) => one.dockerfile === dockerfile);
    const only = others.length === 0 ? step : null;
    const target = only?.target ?? null;
    try {
      const request = { path: dockerfile, workingDirectory, target, buildArgs: only?.args ?? {}, platform };
      const chain = await gatherDockerfile({ ...request, assumeBuilds: false }, resolver, tree);
      surveyed.push({ dockerfile, chain, step: only, context: likelyContext(chain.evidence, files) });
    } catch (error) {
      const problem = problemOf(error);
      if (problem === null) throw error;
      leftOut.push({ dockerfile, reason: problem.message });
    }
  }
  return { surveyed, leftOut };
}

function whyAside(dockerfile: string): string | null {
  const aside = dockerfile.split('/').find((part) => ASIDE.has(part));
  if (aside !== undefined) return `it stands in ${aside}`;
  return isPlain(dockerfile) ? null : 'its path has letters that do not belong into a script';
}

/** A base of others that is a server, too: it says itself what is started. */
function startsItself({ evidence: { file, config } }: Chain): boolean {
  return [config.entrypoint, config.cmd].some(({ value, from }) => value !== null && from?.file === file);
}

/** The name that build files give the image, else one from the path. */
function namesOf(
  { dockerfile, step }: Surveyed,
  folder: string,
  taken: ReadonlySet<string>,
): Pick<FoundServer, 'name' | 'image'> {
  const tag = step?.tags.find((text) => isKnown(text) && isPlainImage(text));
  if (tag !== undefined) {
    const repository = repositoryOf(tag);
    const name = repository.replace(/^(localhost|[^/]*[.:][^/]*)\//, '');
    if (!taken.has(name)) return { name, image: `${repository}:ci` };
  }
  const short = nameOf(dockerfile, folder);
  const name = taken.has(short) ? longNameOf(dockerfile) : short;
  return { name, image: `${name}:ci` };
}

async function describe(
  { dockerfile, chain, step, context }: Surveyed,
  around: RepositoryReader,
  workingDirectory: string,
  host: Host,
): Promise<Omit<FoundServer, 'name' | 'image'>> {
  const tree = workTreeFiles(workingDirectory, host.files);
  const repository = await withServerJson(await around(dockerfile, context), dockerfile, workingDirectory, tree);
  const known = transportOf({ dockerfile: chain.evidence, image: null, scan: null, repository }, 'auto');
  const ports = chain.evidence.config.exposedPorts.entries.map(({ value }) => value);
  const target = step?.target ?? null;
  return {
    dockerfile,
    context,
    target: target !== null && isPlain(target) ? target : null,
    transport: known.transport === 'unknown' ? null : known.transport,
    because: known.because,
    ports: ports.filter((port) => /^\d+\/(tcp|udp|sctp)$/.test(port) && !Object.hasOwn(DEBUG_PORTS, port)),
  };
}

/** What the remote calls its own, else the branch that is checked out. */
async function defaultBranch(folder: string, host: Host): Promise<string> {
  const remote = await askGit(folder, ['symbolic-ref', '--short', 'refs/remotes/origin/HEAD'], host);
  const here = remote ?? (await askGit(folder, ['symbolic-ref', '--short', 'HEAD'], host));
  const branch = (here ?? '').trim().replace(/^origin\//, '');
  return isPlain(branch) ? branch : 'main';
}
