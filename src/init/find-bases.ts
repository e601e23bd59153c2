import { parseImageReference } from '../dockerfile/image-reference.ts';
import type { ResolvedBase } from '../model/base-chain.ts';
import type { DockerfileEvidence } from '../model/dockerfile.ts';
import type { FoundBase } from './found.ts';
import { isPlain, isPlainImage, repositoryOf } from './names.ts';

/** A Dockerfile with the images that it stands upon. */
export interface Standing {
  readonly dockerfile: string;
  readonly context: string;
  readonly chain: { readonly evidence: DockerfileEvidence; readonly bases: readonly ResolvedBase[] };
  readonly step: { readonly target: string | null } | null;
}

/** Images that one Dockerfile of the repository builds and another one builds upon, the lowest first. */
export function basesOf(all: readonly Standing[]): readonly FoundBase[] {
  const found = new Map<string, FoundBase>();
  const visited = new Set<Standing>();
  const visit = (standing: Standing): void => {
    if (visited.has(standing)) return;
    visited.add(standing);
    for (const base of standing.chain.bases) {
      const built = builderOf(base, all);
      if (built === undefined || built === standing) continue;
      // What stands lower is built before.
      visit(built);
      if (!found.has(base.reference)) found.set(base.reference, toFound(base, built));
    }
  };
  for (const standing of all) visit(standing);
  // A FROM may hold anything; only what is a name is written down.
  return [...found.values()].filter(({ repository }) => isPlainImage(repository));
}

/** The Dockerfile that is known to build an image, or that is most likely to: the reason of what is not known names it. */
function builderOf({ resolvedBy, dockerfile, reason }: ResolvedBase, all: readonly Standing[]): Standing | undefined {
  if (resolvedBy === 'dockerfile') return all.find((one) => one.dockerfile === dockerfile);
  if (resolvedBy !== 'none') return undefined;
  return all.find((one) => reason.includes(`name ${one.dockerfile} under bases in the policy file`));
}

function toFound(base: ResolvedBase, { dockerfile, context, step }: Standing): FoundBase {
  const { reference, resolvedBy, reason, from } = base;
  const proved = resolvedBy === 'dockerfile';
  const parsed = parseImageReference(reference);
  const target = step?.target ?? null;
  return {
    dockerfile,
    context,
    target: target !== null && isPlain(target) ? target : null,
    repository: repositoryOf(reference),
    reference: parsed !== null && parsed.digest === null && isPlainImage(reference) ? reference : null,
    because: proved ? reason : `FROM in ${from.file}:${from.startLine} names it, and ${likely(reason, dockerfile)}`,
    proved,
  };
}

function likely(reason: string, dockerfile: string): string {
  return reason.includes('by its name') ? `${dockerfile} has a name like it` : reason.replace(/; if so, .*$/, '');
}
