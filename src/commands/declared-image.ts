import { posix } from 'node:path';
import type { PolicyImage } from '../policy/file/policy-file.ts';
import type { Settings } from '../settings/settings.ts';

/** An image, a Dockerfile or both, as inputs name them. */
export type Named = Pick<PolicyImage, 'image' | 'dockerfile'>;

/**
 * What the policy file says of what inputs name: its one entry for the same Dockerfile, or for the same image where no
 * Dockerfile is named. What is given as an input wins. A Dockerfile that is named or declared twice makes different images,
 * of which nothing is assumed.
 * @param all what the inputs name altogether
 */
export function declarations(
  all: readonly Named[],
  images: readonly PolicyImage[],
  { target, buildArg }: Pick<Settings, 'target' | 'buildArg'>,
): (named: Named) => Omit<PolicyImage, 'image' | 'dockerfile'> {
  const named = indexed(all);
  const declared = indexed(images);
  return (one) => {
    const [entry, ...others] = named(one).length === 1 ? declared(one) : [];
    const only = others.length === 0 ? entry : undefined;
    return {
      name: only?.name ?? null,
      target: target ?? only?.target ?? null,
      buildArgs: { ...only?.buildArgs, ...buildArg },
      platform: only?.platform ?? null,
      transport: only?.transport ?? null,
      context: only?.context ?? null,
    };
  };
}

/** Finds those of the same Dockerfile, or of the same image where none is named. */
function indexed<T extends Named>(all: readonly T[]): (one: Named) => readonly T[] {
  const byImage = Map.groupBy(all, ({ image }) => image);
  const byDockerfile = Map.groupBy(all, ({ dockerfile }) => (dockerfile === null ? null : cleaned(dockerfile)));
  return ({ image, dockerfile }) =>
    (dockerfile === null ? byImage.get(image) : byDockerfile.get(cleaned(dockerfile))) ?? [];
}

function cleaned(path: string): string {
  return posix.normalize(path.replaceAll('\\', '/')).replace(/^\.\//, '');
}
