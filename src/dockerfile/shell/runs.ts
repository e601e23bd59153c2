import type { DockerfileEvidence, Instruction } from '../../model/dockerfile.ts';
import { commandsOf } from './commands-of.ts';
import { ShellBudget, type ShellScript } from './script.ts';
import { shellForms } from './stage-shells.ts';

/** One RUN that a build of the target runs. */
export interface ReachableRun {
  /** Index of its stage. */
  readonly stage: number;
  readonly instruction: Instruction;
  /** Null for a shell that is not read, such as PowerShell. */
  readonly script: ShellScript | null;
}

const KNOWN = new WeakMap<DockerfileEvidence, readonly ReachableRun[]>();

/** Every RUN of the reachable stages, in the order of the file. Read once for all rules. */
export function runsOf(dockerfile: DockerfileEvidence): readonly ReachableRun[] {
  const known = KNOWN.get(dockerfile);
  if (known !== undefined) return known;
  const runs = readRuns(dockerfile);
  KNOWN.set(dockerfile, runs);
  return runs;
}

function readRuns(dockerfile: DockerfileEvidence): readonly ReachableRun[] {
  const budget = new ShellBudget();
  const isPosix = shellForms(dockerfile);
  return dockerfile.reachable.flatMap((stage) =>
    (dockerfile.stages[stage]?.instructions ?? [])
      .filter(({ keyword }) => keyword === 'RUN')
      .map((instruction) => {
        const readable = instruction.json !== null || isPosix(instruction);
        return { stage, instruction, script: readable ? commandsOf(instruction, budget) : null };
      }),
  );
}
