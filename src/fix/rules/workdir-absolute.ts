import { cleanPath, joinPath } from '../../dockerfile/paths.ts';
import { stageChain } from '../../dockerfile/stage-chain.ts';
import type { DockerfileEvidence, Instruction, Stage } from '../../model/dockerfile.ts';
import { workdirAbsolute } from '../../rules/workdir-absolute.ts';
import { type Fixer, proposal, refuse } from '../fixer.ts';
import { instructionAt } from '../source/instruction-at.ts';
import { logicalText } from '../source/logical-text.ts';

/** Nothing that the builder expands or that quotes stand for. */
const PLAIN = /^[\w.@+/-]+$/;

/** Writes the full path of a relative WORKDIR, where the working directory of the base is known. */
export const fixWorkdirAbsolute: Fixer = {
  rule: workdirAbsolute,
  propose({ location, place }, { dockerfile, source, escapeToken }) {
    // The rule's other findings, `workdir`, ask for another folder: only people know which.
    const found = place.startsWith('workdir:') ? instructionAt(dockerfile, location) : null;
    if (found === null) return refuse('Which folder it should be, only you know.');
    const { stage, instruction } = found;
    if (!PLAIN.test(instruction.text)) return refuse('The path has variables or quotes.');
    const path = fullPath(dockerfile, stage, instruction);
    if (path === null) {
      return refuse(`The working directory of the base ${stage.base ?? stage.from} is not known here (see --base).`);
    }
    const logical = logicalText(source, instruction.location.startLine, escapeToken);
    const span = logical.span(logical.textStart, logical.textStart + instruction.text.length);
    if (span === null) return refuse('The path is spread over several lines.');
    // Evaluated without its base, a chain that does not start from scratch would end up elsewhere.
    const config = path.isFinal ? { workingDir: path.value } : {};
    return proposal([source.edit(dockerfile.file, span, path.value)], { config });
  },
};

/** Null when the base decides and is not known. `isFinal`: it is what the container starts in. */
function fullPath(dockerfile: DockerfileEvidence, stage: Stage, { text, location }: Instruction) {
  const chain = stageChain(dockerfile, stage.index);
  if (chain[0]?.base === 'scratch') return { value: cleanPath(joinPath('/', text)), isFinal: false };
  const { value, known, from } = dockerfile.config.workingDir;
  const isFinal = from?.file === location.file && from.startLine === location.startLine;
  return known && isFinal && value?.startsWith('/') ? { value, isFinal } : null;
}
