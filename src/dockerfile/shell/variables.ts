import type { DockerfileEvidence } from '../../model/dockerfile.ts';

const KNOWN = new WeakMap<DockerfileEvidence, ReadonlyMap<string, string | null>>();

/**
 * The value that a variable has in this Dockerfile: the one that all its ENV and ARG give it; null where they differ,
 * or where nobody sets it. Stages and order do not count, so that the answer is never that of the wrong place.
 */
export function dockerfileVariable(dockerfile: DockerfileEvidence, name: string): string | null {
  let values = KNOWN.get(dockerfile);
  if (values === undefined) {
    values = collect(dockerfile);
    KNOWN.set(dockerfile, values);
  }
  return values.get(name) ?? null;
}

function collect({ assignments }: DockerfileEvidence): ReadonlyMap<string, string | null> {
  const values = new Map<string, string | null>();
  for (const { name, value } of assignments) {
    values.set(name, values.has(name) && values.get(name) !== value ? null : value);
  }
  return values;
}
