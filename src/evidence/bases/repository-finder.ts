import { type ImageReference, parseImageReference } from '../../dockerfile/image-reference.ts';
import { type BaseBuild, type BuildVariant, withUnknown } from './base-build.ts';
import type { BaseFinder, FoundBase } from './base-finder.ts';
import { type BuildStep, isKnown } from './inference/build-step.ts';
import type { RepositoryBuilds } from './inference/find-builds.ts';
import { isOfficialImage } from './official-images.ts';
import { suggestion } from './suggestion.ts';

/** More ways to build one image than anybody has: what they agree on would take long to find out. */
const MOST_VARIANTS = 12;

/** One tag of a build step, taken apart. */
interface Tagged {
  readonly step: BuildStep;
  readonly registry: string;
  readonly repository: string;
  /** Null: only the build knows. */
  readonly tag: string | null;
}

/**
 * Base images that the repository's own build files build and tag. A match must be exact: the same image repository, and
 * the same tag where both are written out. Everything less is a suggestion in words, and so is a build that takes the
 * name of a public image for its own.
 */
export function repositoryBases(load: () => Promise<RepositoryBuilds>): BaseFinder {
  let loaded: Promise<{ readonly builds: RepositoryBuilds; readonly tagged: readonly Tagged[] }> | null = null;
  return async ({ parsed }) => {
    loaded ??= load().then((builds) => ({ builds, tagged: builds.steps.flatMap(taggedBy) }));
    const { builds, tagged } = await loaded;
    const same = tagged.filter(
      ({ registry, repository }) => registry === parsed.registry && repository === parsed.repository,
    );
    const matching = narrowed(same, parsed);
    const [first] = matching;
    if (first !== undefined && parsed.digest === null && !isOfficialImage(parsed))
      return foundBy(matching.map(({ step }) => step));
    const words = suggestion(
      parsed,
      same.map(({ step }) => step),
      builds,
    );
    return words === null ? null : { kind: 'none', reason: words };
  };
}

function taggedBy(step: BuildStep): readonly Tagged[] {
  return step.tags.flatMap((text): Tagged[] => {
    const colon = text.lastIndexOf(':');
    const hasTag = colon > text.lastIndexOf('/');
    const name = hasTag ? text.slice(0, colon) : text;
    const written = hasTag ? text.slice(colon + 1) : 'latest';
    const parsed = isKnown(name) ? parseImageReference(name) : null;
    if (parsed === null) return [];
    const { registry, repository } = parsed;
    return [{ step, registry, repository, tag: isKnown(written) ? written : null }];
  });
}

/** A tag that is written out in both places decides; else every build of the repository may be meant. */
function narrowed(same: readonly Tagged[], { tag }: ImageReference): readonly Tagged[] {
  const wanted = tag ?? 'latest';
  const exact = same.filter((one) => one.tag === wanted);
  return exact.length > 0 ? exact : same.filter((one) => one.tag === null);
}

function foundBy(steps: readonly BuildStep[]): FoundBase {
  const places = [...new Set(steps.map(({ place }) => place))];
  const says = `built from ${steps[0]?.dockerfile ?? ''} by ${listed(places)}`;
  const files = new Set(steps.map(({ dockerfile, target }) => JSON.stringify([dockerfile, target])));
  const [first] = steps;
  if (first === undefined || files.size > 1) {
    const ways = [...new Set(steps.map(({ dockerfile, place }) => `${dockerfile} (${place})`))];
    return { kind: 'none', reason: `it is built in several ways: ${listed(ways)}; ${ADVICE}` };
  }
  const variants = distinct(steps.flatMap(({ args, unknownArgs }) => withUnknown(args, unknownArgs)));
  if (variants.length > MOST_VARIANTS) {
    return { kind: 'none', reason: `it is built with ${variants.length} sets of build arguments; ${ADVICE}` };
  }
  const { dockerfile, target } = first;
  const build: BaseBuild = { dockerfile, target, variants, says, certain: false };
  return { kind: 'build', build };
}

const ADVICE = 'name its Dockerfile under bases in the policy file';

function distinct(variants: readonly BuildVariant[]): readonly BuildVariant[] {
  return [...new Map(variants.map((variant) => [JSON.stringify(variant), variant])).values()];
}

function listed(items: readonly string[]): string {
  const shown = items.slice(0, 5).join(', ');
  return items.length > 5 ? `${shown} and ${items.length - 5} more` : shown;
}
