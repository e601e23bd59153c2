import { parseImageReference } from '../../dockerfile/image-reference.ts';
import type { BaseBuild } from './base-build.ts';
import type { BaseFinder } from './base-finder.ts';

/** Base images that the policy says the repository builds, whatever their tag. Keys are image repositories as written. */
export function declaredBases(declared: Readonly<Record<string, BaseBuild>>): BaseFinder {
  const builds = new Map(
    Object.entries(declared).flatMap(([name, build]) => {
      const parsed = parseImageReference(name);
      return parsed === null ? [] : [[`${parsed.registry}/${parsed.repository}`, build] as const];
    }),
  );
  return async ({ parsed }) => {
    const build = builds.get(`${parsed.registry}/${parsed.repository}`);
    if (build === undefined) return null;
    if (parsed.digest === null) return { kind: 'build', build };
    return { kind: 'build', build: { ...build, says: `${build.says}, although FROM pins a digest` } };
  };
}
