import type { Instruction } from '../model/dockerfile.ts';
import { splitBlanks } from './blanks.ts';
import { asHeredoc } from './heredoc.ts';

/** Words of COPY or ADD before the destination, as written; heredocs are none. */
export function copySources(instruction: Instruction): readonly string[] {
  return copyWords(instruction)
    .slice(0, -1)
    .filter((word) => asHeredoc(word) === null);
}

/** The last word of COPY or ADD, as written; '' when there is none. */
export function copyDestination(instruction: Instruction): string {
  return copyWords(instruction).at(-1) ?? '';
}

function copyWords({ json, text }: Instruction): readonly string[] {
  return json ?? splitBlanks(text).filter((word) => word !== '');
}
