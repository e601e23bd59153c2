import type { DockerfileEvidence, Instruction, Stage } from '../../model/dockerfile.ts';
import { isShell } from './nested.ts';
import { literal } from './word.ts';
import { programName } from './wrappers.ts';

/** Whether the shell form of an instruction is in the language of the POSIX shells, and not of cmd or PowerShell. */
export type ShellForm = (instruction: Instruction) => boolean;

/** SHELL as it is in force at each instruction, through the stages that each stage is built upon. */
export function shellForms(dockerfile: DockerfileEvidence): ShellForm {
  const foreign = new Set<Instruction>();
  const atEnd = new Map<number, boolean>();
  for (const stage of dockerfile.stages) {
    let posix = (stage.parent === null ? null : atEnd.get(stage.parent)) ?? !isWindows(stage);
    for (const instruction of stage.instructions) {
      if (instruction.keyword === 'SHELL') posix = isPosix(instruction.json ?? []);
      else if (!posix) foreign.add(instruction);
    }
    atEnd.set(stage.index, posix);
  }
  return (instruction) => !foreign.has(instruction);
}

/** `["/bin/bash", "-o", "pipefail", "-c"]`, but also `["conda", "run", "-n", "x", "/bin/bash", "-c"]`. */
function isPosix(words: readonly string[]): boolean {
  return words.some((word) => isShell(programName(literal(word))));
}

/** Bases whose default shell is cmd. */
function isWindows({ base, from, platform }: Stage): boolean {
  if (platform !== null) return platform.startsWith('windows');
  return /windows|nanoserver/i.test(base ?? from);
}
