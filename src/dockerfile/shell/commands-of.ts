import type { Instruction } from '../../model/dockerfile.ts';
import { trim } from '../blanks.ts';
import { asHeredoc } from '../heredoc.ts';
import { isShell } from './nested.ts';
import { ShellBudget, type ShellScript } from './script.ts';
import { ShellReader } from './shell-reader.ts';
import { literal } from './word.ts';
import { programName, unwrap } from './wrappers.ts';

/**
 * What a RUN runs. The shell form is read as the script that BuildKit hands to the shell (dispatchRun in
 * frontend/dockerfile/dockerfile2llb/convert.go), heredocs included; the JSON form is one command. A heredoc that names
 * another interpreter in its first line is one command too: that interpreter, without arguments.
 */
export function commandsOf(instruction: Instruction, budget: ShellBudget = new ShellBudget()): ShellScript {
  const reader = new ShellReader(budget);
  if (instruction.json !== null) reader.readWords(instruction.json.map(literal));
  else {
    const script = shellText(instruction);
    const interpreter = interpreterOf(script);
    if (interpreter === null) reader.readText(script);
    else reader.readWords(interpreter.map(literal));
  }
  return reader.result();
}

/** Reads a text in shell language, such as the one of a shell form. */
export function readScript(text: string, budget: ShellBudget = new ShellBudget()): ShellScript {
  const reader = new ShellReader(budget);
  reader.readText(text);
  return reader.result();
}

function shellText({ text, heredocs }: Instruction): string {
  const [first] = heredocs;
  if (first === undefined) return text;
  if (heredocs.length === 1 && asHeredoc(trim(text)) !== null) return first.content;
  // One string in one go: thousands of heredocs must not copy it each time.
  return [text, ...heredocs.map(({ content, name }) => `${content}${name}`)].join('\n');
}

/** The words of a `#!` line that names no shell; null for a shell script. */
function interpreterOf(script: string): readonly string[] | null {
  if (!script.startsWith('#!')) return null;
  const end = script.indexOf('\n');
  const words = trim(script.slice(2, end < 0 ? undefined : end)).split(/[\t ]+/);
  const program = unwrap(words.filter((word) => word !== '-S').map(literal)).words;
  return isShell(programName(program[0])) ? null : words;
}

/** A command given word by word, as ENTRYPOINT and CMD give it. */
export function readWordList(words: readonly string[], budget: ShellBudget = new ShellBudget()): ShellScript {
  const reader = new ShellReader(budget);
  reader.readWords(words.map(literal));
  return reader.result();
}
