import { duplicateInstruction } from '../../rules/duplicate-instruction.ts';
import { type Fixer, proposal, refuse } from '../fixer.ts';
import { instructionAt } from '../source/instruction-at.ts';

/** Removes what a later instruction of the stage replaces. */
export const fixDuplicateInstruction: Fixer = {
  rule: duplicateInstruction,
  propose({ location }, { dockerfile, source }) {
    const found = instructionAt(dockerfile, location);
    if (found === null) return refuse('The instruction was not found.');
    const { keyword } = found.instruction;
    const dead = found.stage.instructions.filter((one) => one.keyword === keyword).slice(0, -1);
    const edits = dead.map(({ location: { file, startLine, endLine } }) => {
      const span = { start: source.startOf(startLine), end: source.startOf(endLine + 1) };
      return { edit: source.edit(file, span, ''), text: source.text.slice(span.start, span.end) };
    });
    // A comment between continued lines would go with the instruction.
    if (edits.some(({ text }) => /^[\t ]*#/m.test(text)))
      return refuse('There are comments inside of the instruction.');
    return proposal(edits.map(({ edit }) => edit));
  },
};
