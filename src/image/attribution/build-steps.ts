import type { DockerfileEvidence, Instruction, Stage } from '../../model/dockerfile.ts';
import type { Location } from '../../model/location.ts';

/** One instruction of a build, in the order in which the builder runs them. */
export interface BuildStep {
  readonly instruction: Instruction;
  /** False for what a Dockerfile of a base image runs. */
  readonly own: boolean;
  /** FROM of the stage that files are copied from, when it is one of the same Dockerfile. */
  readonly copiedFrom: Location | null;
}

/**
 * All instructions that made an image, oldest first: those of the Dockerfiles of its bases (nearest last), then the
 * stages of the target's own chain. What a stage leaves with ONBUILD runs at the start of the next one.
 */
export function buildSteps(dockerfile: DockerfileEvidence, bases: readonly DockerfileEvidence[]): readonly BuildStep[] {
  const steps: BuildStep[] = [];
  let triggers: readonly BuildStep[] = [];
  for (const file of [...bases, dockerfile]) {
    for (const stage of chainOf(file)) {
      const toStep = (instruction: Instruction): BuildStep => ({
        instruction,
        own: file === dockerfile,
        copiedFrom: sourceStage(instruction, file.stages),
      });
      steps.push(...triggers, ...stage.instructions.map(toStep));
      triggers = stage.instructions.flatMap(triggered).map(toStep);
    }
  }
  return steps;
}

/** The stages of a target's FROM chain, the lowest first. */
function chainOf({ stages, target }: DockerfileEvidence): readonly Stage[] {
  const byIndex = new Map(stages.map((stage) => [stage.index, stage]));
  const chain: Stage[] = [];
  for (let stage = byIndex.get(target); stage !== undefined; stage = byIndex.get(stage.parent ?? -1)) {
    chain.unshift(stage);
  }
  return chain;
}

/** The instruction that an ONBUILD leaves; its place is the ONBUILD's. */
function triggered({ keyword, text, location, heredocs }: Instruction): readonly Instruction[] {
  const match = keyword === 'ONBUILD' ? /^([A-Za-z]+)\s+(.*)$/s.exec(text) : null;
  if (match === null) return [];
  const [, name = '', rest = ''] = match;
  return [{ keyword: name.toUpperCase(), text: rest, flags: [], json: jsonWords(rest), heredocs, location }];
}

function jsonWords(text: string): readonly string[] | null {
  if (!text.startsWith('[')) return null;
  try {
    const words: unknown = JSON.parse(text);
    return Array.isArray(words) && words.every((word) => typeof word === 'string') ? words : null;
  } catch {
    return null;
  }
}

function sourceStage({ flags }: Instruction, stages: readonly Stage[]): Location | null {
  const from = flags.find(({ name }) => name === 'from')?.value;
  if (from === undefined) return null;
  const wanted = from.toLowerCase();
  // A name can be given again: the later stage of two is meant, but not one that comes after; both are rare.
  return stages.findLast(({ name, index }) => name === wanted || String(index) === wanted)?.location ?? null;
}
