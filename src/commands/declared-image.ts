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
export function declaredFor(
  named: Named,
  all: readonly Named[],
  images: readonly PolicyImage[],
  { target, buildArg }: Pick<Settings, 'target' | 'buildArg'>,
): Omit<PolicyImage, 'image' | 'dockerfile'> {
  const isAlone = all.filter((other) => isSame(named, other)).length === 1;
  const [entry, ...others] = isAlone ? images.filter((image) => isSame(named, image)) : [];
  const declared = others.length === 0 ? entry : undefined;
  return {
    name: declared?.name ?? null,
    target: target ?? declared?.target ?? null,
    buildArgs: { ...declared?.buildArgs, ...buildArg },
    platform: declared?.platform ?? null,
    transport: declared?.transport ?? null,
    context: declared?.context ?? null,
  };
}

function isSame(named: Named, other: Named): boolean {
  if (named.dockerfile === null) return named.image === other.image;
  return other.dockerfile !== null && cleaned(named.dockerfile) === cleaned(other.dockerfile);
}

function cleaned(path: string): string {
  return posix.normalize(path.replaceAll('\\', '/')).replace(/^\.\//, '');
}
