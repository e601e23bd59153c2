import type { BaseBuild } from '../evidence/bases/base-build.ts';
import { exactly } from '../evidence/bases/base-build.ts';
import type { BaseFinder } from '../evidence/bases/base-finder.ts';
import { declaredBases } from '../evidence/bases/declared-finder.ts';
import { engineBases } from '../evidence/bases/images/engine-images.ts';
import { givenBases } from '../evidence/bases/images/given-images.ts';
import { registryBases } from '../evidence/bases/images/registry-images.ts';
import { findBuilds } from '../evidence/bases/inference/find-builds.ts';
import { repositoryBases } from '../evidence/bases/repository-finder.ts';
import { BaseResolver, type ReadBuild } from '../evidence/bases/resolver.ts';
import { parseDockerfile, repositoryPath } from '../evidence/read-dockerfile.ts';
import { type RepositoryView, workTreeView } from '../evidence/repository-view.ts';
import type { Host } from '../host/ports.ts';
import type { PolicyFile } from '../policy/file/policy-file.ts';
import type { Asked } from './policy-file.ts';

/**
 * Looks for base images where it may, in the order in which the places are believed: what was given for a name, the
 * policy file, the repository's build files, the local engine, a registry.
 * @throws UsageError for a Dockerfile of the policy's `bases` outside of the working directory
 */
export function createBaseResolver(
  { settings, policyFile }: Pick<Asked, 'settings' | 'policyFile'>,
  cacheFolder: string,
  host: Host,
  view: RepositoryView = workTreeView(settings.workingDirectory, host),
): BaseResolver {
  const { workingDirectory, resolveBases, base } = settings;
  const finders: BaseFinder[] = [
    givenBases(base, workingDirectory, host),
    declaredBases(policyFile === null ? {} : declaredBuilds(policyFile, workingDirectory)),
    repositoryBases(() => findBuilds(workingDirectory, host.env, view)),
  ];
  const engines = resolveBases === 'repository' ? null : engineBases(host);
  if (engines !== null) finders.push(engines.find);
  if (resolveBases === 'registry') finders.push(registryBases(cacheFolder, host));
  const parsed = new Map<string, ReturnType<typeof parseDockerfile>>();
  const read: ReadBuild = (path) => {
    const reading = parsed.get(path) ?? parseDockerfile(path, workingDirectory, view.files);
    parsed.set(path, reading);
    return reading;
  };
  return new BaseResolver(finders, read, engines?.begin);
}

function declaredBuilds({ file, bases }: PolicyFile, workingDirectory: string): Readonly<Record<string, BaseBuild>> {
  const entries = Object.entries(bases).map(([name, build]): [string, BaseBuild] => {
    const dockerfile = repositoryPath(build.dockerfile, workingDirectory);
    const says = `built from ${dockerfile} by bases in ${file}:${build.line}`;
    return [name, { dockerfile, target: build.target, variants: exactly(build.buildArgs), says, certain: true }];
  });
  return Object.fromEntries(entries);
}
