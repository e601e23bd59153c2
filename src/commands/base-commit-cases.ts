import { posix } from 'node:path';
import type { BaseResolver } from '../evidence/bases/resolver.ts';
import { gatherDockerfile, repositoryPath } from '../evidence/read-dockerfile.ts';
import { type RepositoryReader, repositoryReader } from '../evidence/read-repository.ts';
import { withServerJson } from '../evidence/repository-texts.ts';
import { commitView, type RepositoryView } from '../evidence/repository-view.ts';
import type { Host } from '../host/ports.ts';
import { machinePlatformText } from '../image/platform.ts';
import { detailOf, toProblem } from '../model/failure.ts';
import type { Evidence } from '../model/subject.ts';
import type { PolicyFile } from '../policy/file/policy-file.ts';
import type { BaseCommit } from './base-commit.ts';
import { createBaseResolver } from './base-resolver.ts';
import type { Planned } from './plan.ts';
import type { Asked } from './policy-file.ts';

/** One subject as a commit had it. */
export type AtCommit =
  /** The commit has no such Dockerfile. */
  | { readonly kind: 'absent' }
  /** What rules can judge of it, without an image. `dockerfile` is its path there, which names its places. */
  | { readonly kind: 'known'; readonly dockerfile: string; readonly evidence: Evidence }
  /** The reason is a part of a sentence. */
  | { readonly kind: 'unavailable'; readonly reason: string };

/** Read side by side. */
const AT_A_TIME = 16;

/**
 * The Dockerfiles of planned subjects as a commit had them, with what surrounded them there: ignore files, updaters, bases
 * that its own build files and policy name. One answer for each planned subject, in their order. A subject that the policy
 * names keeps its name where its Dockerfile moves; any other is found by its Dockerfile's path.
 * @param asked the settings of the run with the policy file of that commit
 */
export async function gatherAtCommit(
  planned: readonly Planned[],
  asked: Asked,
  commit: BaseCommit,
  cacheFolder: string,
  host: Host,
): Promise<readonly AtCommit[]> {
  const { workingDirectory } = asked.settings;
  const view = commitView(commit.files, commit.root);
  const there = { ...asked, policyFile: await withoutMissing(asked.policyFile, commit) };
  const shared: Shared = {
    asked,
    commit,
    host,
    view,
    bases: createBaseResolver(there, cacheFolder, host, view),
    repository: repositoryReader(workingDirectory, host, view),
  };
  const found: AtCommit[] = [];
  for (let start = 0; start < planned.length; start += AT_A_TIME) {
    found.push(...(await Promise.all(planned.slice(start, start + AT_A_TIME).map((one) => gatherOne(one, shared)))));
  }
  return found;
}

interface Shared {
  readonly asked: Asked;
  readonly commit: BaseCommit;
  readonly host: Host;
  readonly view: RepositoryView;
  readonly bases: BaseResolver;
  readonly repository: RepositoryReader;
}

async function gatherOne(planned: Planned, shared: Shared): Promise<AtCommit> {
  const { commit, host } = shared;
  if (planned.dockerfile === null) return { kind: 'unavailable', reason: 'no Dockerfile belongs to this image' };
  try {
    return await gatherDockerfileThere(planned, planned.dockerfile, shared);
  } catch (error) {
    host.log.debug(detailOf(error));
    const { message } = toProblem(error);
    return {
      kind: 'unavailable',
      reason: `its Dockerfile of ${commit.description} cannot be used: ${message.replace(/\.$/, '')}`,
    };
  }
}

async function gatherDockerfileThere(
  planned: Planned,
  now: string,
  { asked, commit, host, view, bases, repository }: Shared,
): Promise<AtCommit> {
  const { workingDirectory } = asked.settings;
  const before = namedImage(planned, asked.policyFile);
  const moved = before?.dockerfile ?? null;
  const inside = repositoryPath(moved ?? now, workingDirectory);
  const kind = await commit.files.kindOf(posix.join(commit.prefix, inside));
  if (kind === null) return { kind: 'absent' };
  const platform = planned.platform ?? machinePlatformText(host.machine.arch);
  const { target, buildArgs } = planned;
  const request = { path: inside, workingDirectory, target, buildArgs, platform, assumeBuilds: true };
  const { evidence } = await gatherDockerfile(request, bases, view.files);
  const around = await repository(inside, moved === null ? planned.context : (before?.context ?? null));
  return {
    kind: 'known',
    dockerfile: inside,
    evidence: {
      dockerfile: evidence,
      image: null,
      scan: null,
      repository: await withServerJson(around, inside, workingDirectory, view.files),
    },
  };
}

function namedImage({ name }: Planned, policyFile: PolicyFile | null): PolicyFile['images'][number] | null {
  return (name === null ? undefined : policyFile?.images.find((image) => image.name === name)) ?? null;
}

/** A base that the policy declares but the commit did not have yet is no mistake there. */
async function withoutMissing(
  policyFile: PolicyFile | null,
  { files, prefix }: BaseCommit,
): Promise<PolicyFile | null> {
  if (policyFile === null) return null;
  const bases: [string, PolicyFile['bases'][string]][] = [];
  for (const [name, build] of Object.entries(policyFile.bases)) {
    if ((await files.kindOf(posix.normalize(posix.join(prefix, build.dockerfile)))) === 'file')
      bases.push([name, build]);
  }
  return { ...policyFile, bases: Object.fromEntries(bases) };
}
