import { posix } from 'node:path';
import type { Instruction } from '../../model/dockerfile.ts';
import { type HistoryStep, squeeze } from './history-text.ts';
import { fits, joinPatterns, type WordPattern, wordPattern } from './word-pattern.ts';

/**
 * Whether a history entry can come from an instruction. Instructions that make layers are compared with all that both
 * tell; the others only by what keeps one from being taken for another.
 */
export function matches(step: HistoryStep, instruction: Instruction, shells: readonly string[]): boolean {
  if (step.keyword !== instruction.keyword) return false;
  switch (step.keyword) {
    case 'RUN':
      return matchesRun(step.body, instruction, shells);
    case 'COPY':
    case 'ADD':
      return matchesCopy(step, instruction);
    case 'WORKDIR':
      return matchesWorkdir(step.body, instruction.text);
    case 'ARG':
    case 'ENV':
    case 'USER':
      return matchesName(step.body, instruction.text);
    default:
      return true;
  }
}

/** `|N` and build arguments, then the shell, then the command as it is written. */
function matchesRun(body: string, instruction: Instruction, shells: readonly string[]): boolean {
  const { json } = instruction;
  return (json === null ? shellCommands(instruction) : [json.join(' ')]).map(squeeze).some((command) => {
    if (!body.endsWith(command)) return false;
    const before = body.slice(0, body.length - command.length);
    if (before === '' || json !== null) return isArguments(before);
    const shell = shells.find((words) => before.trimEnd().endsWith(words));
    if (shell === undefined) return false;
    const args = before.trimEnd().slice(0, -shell.length);
    // A second shell in there would be part of the command.
    return isArguments(args) && !shells.some((words) => args.includes(` ${words} `));
  });
}

function isArguments(text: string): boolean {
  return text === '' || /^\|[0-9]+ .* $/s.test(text);
}

/**
 * What BuildKit hands to the shell (dockerfile2llb, dispatchRun). A heredoc alone is the script itself, or with `#!` a
 * file that is run; one among other words stands behind them as the shell would read it.
 */
function shellCommands({ text, heredocs }: Instruction): readonly string[] {
  const [first, second] = heredocs;
  if (first === undefined) return [text];
  const whole = [text, ...heredocs.map(({ content, name }) => `${content}${name}`)].join('\n');
  if (second !== undefined || !/^[0-9]*<<-?\s*\S+$/.test(text)) return [whole];
  return [first.content.startsWith('#!') ? `/dev/pipes/${first.name}` : first.content];
}

function matchesCopy({ body, legacy }: HistoryStep, { text, json, heredocs }: Instruction): boolean {
  const words = json ?? squeeze(text).split(' ').filter(isNoFlag);
  const destination = wordPattern(words.at(-1) ?? '');
  if (legacy) {
    // `file:<checksum> in <destination>`: the sources are not told.
    const place = body.indexOf(' in ');
    return place !== -1 && fits(body.slice(place + 4), squeezed(destination));
  }
  const isHeredoc = (word: string): boolean => json === null && heredocs.length > 0 && /^[0-9]*<</.test(word);
  const sources = words.slice(0, -1).filter((word) => !isHeredoc(word));
  const files = heredocs.map(({ name }) => `<<${name}`);
  const said = body.split(' ');
  while (said[0]?.startsWith('--') === true) said.shift();
  const expected = [...sources.map(wordPattern), ...files.map((name) => ({ pieces: [name] })), destination];
  return fits(said.join(' '), squeezed(joinPatterns(expected)));
}

/** The flags of an ONBUILD instruction are still part of its text. */
function isNoFlag(word: string, index: number, all: readonly string[]): boolean {
  return !word.startsWith('--') || all.slice(0, index).some((before) => !before.startsWith('--'));
}

function squeezed({ pieces }: WordPattern): WordPattern {
  return { pieces: pieces.map((piece) => piece.replace(/\s+/g, ' ')) };
}

/** Builders write the absolute path; a relative one hangs on the folder before it. */
function matchesWorkdir(body: string, written: string): boolean {
  const { pieces } = wordPattern(written.trim());
  const [first = ''] = pieces;
  if (!body.startsWith('/')) return false;
  if (pieces.length > 1) return true;
  const path = posix.normalize(first).replace(/(.)\/$/, '$1');
  if (path.startsWith('/')) return body === path;
  return path === '.' || path.startsWith('..') || body.endsWith(`/${path}`);
}

/** The name that is set first, when the instruction spells it out. */
function matchesName(body: string, text: string): boolean {
  const name = /^[A-Za-z0-9_.-]+/.exec(text)?.[0];
  return name === undefined || body.startsWith(name);
}
