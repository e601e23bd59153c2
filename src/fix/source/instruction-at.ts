import { reachableStages } from '../../dockerfile/stage-chain.ts';
import type { DockerfileEvidence, Instruction, Stage } from '../../model/dockerfile.ts';
import type { Location } from '../../model/location.ts';

export interface PlacedInstruction {
  readonly stage: Stage;
  readonly instruction: Instruction;
}

/** The instruction that a finding points at; null for a FROM, for one of another file, and for none. */
export function instructionAt(dockerfile: DockerfileEvidence, location: Location | null): PlacedInstruction | null {
  if (location === null || location.file !== dockerfile.file) return null;
  for (const stage of reachableStages(dockerfile)) {
    const instruction = stage.instructions.find((one) => one.location.startLine === location.startLine);
    if (instruction !== undefined) return { stage, instruction };
  }
  return null;
}
