import type { BaseConfig } from '../../dockerfile/base-config.ts';
import type { ResolvedBase } from '../../model/base-chain.ts';
import type { DockerfileEvidence, PulledImage, Stage } from '../../model/dockerfile.ts';

/** What is known of one image that a FROM names. */
export interface Resolution extends Omit<ResolvedBase, 'reference' | 'from'> {
  readonly config: BaseConfig | null;
  /** What its Dockerfile says, when the repository builds it. */
  readonly built: DockerfileEvidence | null;
  /** What stands below it. */
  readonly below: readonly ResolvedBase[];
}

/** An image on one platform. */
export function keyOf(reference: string, platform: string): string {
  return `${platform} ${reference}`;
}

export function nothing(reasons: readonly string[]): Resolution {
  const reason = reasons.length > 0 ? reasons.join('; ') : 'nothing in the repository is known to build it';
  return { config: null, built: null, resolvedBy: 'none', dockerfile: null, reason, below: [] };
}

/** What was learnt of the images of one Dockerfile. */
export class Answers {
  readonly #byKey: ReadonlyMap<string, Resolution>;
  readonly #byReference = new Map<string, Resolution>();

  /** @param byKey see `keyOf` */
  constructor(byKey: ReadonlyMap<string, Resolution>) {
    this.#byKey = byKey;
    for (const [key, answer] of byKey) {
      const reference = key.slice(key.indexOf(' ') + 1);
      if (!this.#byReference.has(reference)) this.#byReference.set(reference, answer);
    }
  }

  /** On the platform of the stage that names it, where that says one. */
  of({ reference, stage }: PulledImage, stages: readonly Stage[]): Resolution | null {
    if (reference === null) return null;
    const platform = stage === null ? null : (stages[stage]?.platform ?? null);
    const exact = platform === null ? undefined : this.#byKey.get(keyOf(reference, platform));
    return exact ?? this.#byReference.get(reference) ?? null;
  }
}

/** The way down from the target stage, nearest first. */
export function chainOf({ base, stages }: DockerfileEvidence, answers: Answers): readonly ResolvedBase[] {
  if (base === null) return [];
  const { reference, written, location } = base;
  if (reference === null) {
    const reason = `the image of FROM ${written} is not known: a variable in it has no value`;
    return [{ reference: written, resolvedBy: 'none', dockerfile: null, reason, from: location }];
  }
  const { below, resolvedBy, dockerfile, reason } = answers.of(base, stages) ?? nothing([]);
  return [{ reference, resolvedBy, dockerfile, reason, from: location }, ...below];
}

/** With what this repository builds itself: below the target, and of all images that the file pulls. */
export function withBuilds(evidence: DockerfileEvidence, answers: Answers): DockerfileEvidence {
  const { base, stages, pulledImages } = evidence;
  const marked = (image: PulledImage): PulledImage => {
    const builtBy = answers.of(image, stages)?.dockerfile ?? null;
    return builtBy === null ? image : { ...image, builtBy };
  };
  const built = base === null ? null : (answers.of(base, stages)?.built ?? null);
  return {
    ...evidence,
    base: base === null ? null : marked(base),
    pulledImages: pulledImages.map(marked),
    bases: built === null ? [] : [...(built.bases ?? []), built],
  };
}
