import type { DockerfileEvidence, Stage } from '../model/dockerfile.ts';

/** A stage and those it builds on inside the file, the bottom one first. */
export function stageChain({ stages }: DockerfileEvidence, index: number): readonly Stage[] {
  const chain: Stage[] = [];
  for (let stage = stages[index]; stage !== undefined; stage = stages[stage.parent ?? -1]) chain.push(stage);
  return chain.reverse();
}

/** The stages of the target's own chain: their instructions end up in the image. */
export function finalChain(dockerfile: DockerfileEvidence): readonly Stage[] {
  return stageChain(dockerfile, dockerfile.target);
}

/** Stages that a build of the target runs, in the order of the file. */
export function reachableStages({ stages, reachable }: DockerfileEvidence): readonly Stage[] {
  return reachable.flatMap((index) => stages[index] ?? []);
}

/** What tells a stage apart without its line: its name, else its number; both for a name that is given again. */
export function stageName(dockerfile: DockerfileEvidence, { index, name }: Stage): string {
  if (name === null) return `${index}`;
  return namesOf(dockerfile).get(name)?.first === index ? name : `${name}#${index}`;
}

/** The stage that `--from` names, as BuildKit looks it up: the last one of that name, else by number. Null for an image. */
export function stageNamed(dockerfile: DockerfileEvidence, from: string): Stage | null {
  const named = namesOf(dockerfile).get(from.toLowerCase())?.last;
  const index = named ?? (/^\d+$/.test(from) ? Number(from) : -1);
  return dockerfile.stages[index] ?? null;
}

interface Places {
  readonly first: number;
  readonly last: number;
}

/** Files with ten thousand stages exist only to cost time; looking each name up from the start would let them. */
const NAMES = new WeakMap<DockerfileEvidence, ReadonlyMap<string, Places>>();

function namesOf(dockerfile: DockerfileEvidence): ReadonlyMap<string, Places> {
  const known = NAMES.get(dockerfile);
  if (known !== undefined) return known;
  const names = new Map<string, Places>();
  for (const { name, index } of dockerfile.stages) {
    if (name !== null) names.set(name, { first: names.get(name)?.first ?? index, last: index });
  }
  NAMES.set(dockerfile, names);
  return names;
}
