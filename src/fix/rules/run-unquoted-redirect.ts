import { commandsOf } from '../../dockerfile/shell/commands-of.ts';
import type { TextEdit } from '../../model/text-edit.ts';
import { isBound, runUnquotedRedirect } from '../../rules/run-unquoted-redirect.ts';
import { type Fixer, proposal, refuse } from '../fixer.ts';
import { placedRedirects } from '../shell/redirections.ts';
import { instructionAt } from '../source/instruction-at.ts';
import { runText } from '../source/run-text.ts';

/** Quotes the requirements of one RUN whose bounds the shell takes for redirections. */
export const fixRunUnquotedRedirect: Fixer = {
  rule: runUnquotedRedirect,
  propose({ location }, { dockerfile, source, escapeToken }) {
    const instruction = instructionAt(dockerfile, location)?.instruction;
    const run = instruction?.keyword === 'RUN' ? runText(source, instruction, escapeToken) : null;
    if (instruction === undefined || run === null)
      return refuse('The command does not stand in the Dockerfile itself.');
    const edits: TextEdit[] = [];
    let after = 0;
    for (const { command, redirect, start } of placedRedirects(run.text, commandsOf(instruction))) {
      if (start < after || !isBound(redirect, command)) continue;
      const requirement = requirementAt(run.text, start);
      if (requirement === null) return refuse('The requirement has quotes, blanks or escapes already.');
      after = requirement.end;
      const span = run.span(requirement.start, requirement.end);
      if (span === null) return refuse('The requirement is spread over several lines.');
      edits.push(source.edit(dockerfile.file, span, requirement.quoted));
    }
    if (edits.length === 0) return refuse('The command stands inside of another one.');
    return proposal(edits, { note: 'from now on the bound counts: other versions may be installed' });
  },
};

/** What names of packages, extras, versions and their bounds are made of. */
const PART = /[\w.,<>=!~*[\]${}@+:/^-]/;

/** The whole word around an operator that the author took for a part of it; null when quoting it is not that simple. */
function requirementAt(text: string, operator: number) {
  let start = operator;
  while (start > 0 && PART.test(text.charAt(start - 1))) start--;
  let end = operator;
  while (end < text.length && PART.test(text.charAt(end))) end++;
  const word = text.slice(start, end);
  const isWhole = /^[\s;&|()]?$/.test(text.charAt(start - 1)) && /^[\s;&|()]?$/.test(text.charAt(end));
  if (!isWhole || !/^[A-Za-z0-9@]/.test(word)) return null;
  return { start, end, quoted: word.includes('$') ? `"${word}"` : `'${word}'` };
}
