import { isShell } from '../../dockerfile/shell/nested.ts';
import { literal } from '../../dockerfile/shell/word.ts';
import { programName } from '../../dockerfile/shell/wrappers.ts';
import type { DockerfileEvidence, Instruction } from '../../model/dockerfile.ts';
import { entrypointExecForm } from '../../rules/entrypoint-exec-form.ts';
import { type FixContext, type Fixer, proposal, refuse } from '../fixer.ts';
import { type PlacedWord, plainWords, quotedArray } from '../shell/plain-words.ts';
import { instructionAt } from '../source/instruction-at.ts';
import { logicalText } from '../source/logical-text.ts';

/** Writes a JSON array for a command that needs nothing of a shell. Every word stays where it is. */
export const fixEntrypointExecForm: Fixer = {
  rule: entrypointExecForm,
  propose({ location }, context) {
    const { dockerfile } = context;
    const instruction = instructionAt(dockerfile, location)?.instruction;
    const keyword = instruction?.keyword;
    if (instruction === undefined || instruction.json !== null || (keyword !== 'CMD' && keyword !== 'ENTRYPOINT')) {
      return refuse('The base image brings the command.');
    }
    const array = quotedArray(instruction.text);
    const words = array ?? plainWords(instruction.text);
    if (typeof words === 'string') return refuse(words);
    const clash = keyword === 'CMD' ? behindShell(dockerfile) : beforeCmd(dockerfile);
    if (clash !== null) return refuse(clash);
    const edits = arrayEdits(instruction, words, array !== null, context);
    if (edits === null) return refuse('One of its words is spread over several lines.');
    const values = words.map(({ value }) => value);
    const script = values.find((word) => /\.(sh|bash)$/.test(word));
    return proposal(edits, {
      // The shell runs a script without `#!` itself; without a shell it does not start.
      isSafe: script === undefined || isShell(programName(literal(values[0] ?? ''))),
      note: script === undefined ? null : `make sure that ${script.slice(0, 60)} begins with #! and may be executed`,
      config: { [keyword === 'CMD' ? 'cmd' : 'entrypoint']: values },
    });
  },
};

/** An ENTRYPOINT in shell form ignores CMD; one in exec form gets it as arguments. */
function beforeCmd({ config: { cmd } }: DockerfileEvidence): string | null {
  if (cmd.known && (cmd.value ?? []).length === 0) return null;
  return 'In exec form it would get CMD as arguments, which its shell form ignores.';
}

/** To a shell the words of CMD mean something else than one text does. */
function behindShell({ config: { entrypoint } }: DockerfileEvidence): string | null {
  const words = entrypoint.value ?? [];
  const takesText = words.some((word) => isShell(programName(literal(word)))) && words.includes('-c');
  return takesText ? 'ENTRYPOINT is a shell that takes one text.' : null;
}

function arrayEdits(
  instruction: Instruction,
  words: readonly PlacedWord[],
  isArray: boolean,
  { dockerfile, source, escapeToken }: FixContext,
) {
  const logical = logicalText(source, instruction.location.startLine, escapeToken);
  const edits = words.map(({ start, end, value }, index) => {
    const span = logical.span(logical.textStart + start, logical.textStart + end);
    const json = JSON.stringify(value);
    const open = isArray || index > 0 ? '' : '[';
    const close = isArray ? '' : index === words.length - 1 ? ']' : ',';
    return span === null ? null : source.edit(dockerfile.file, span, `${open}${json}${close}`);
  });
  return edits.every((edit) => edit !== null) ? edits : null;
}
