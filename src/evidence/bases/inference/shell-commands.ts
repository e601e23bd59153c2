import { UNKNOWN } from './build-step.ts';

/** The words of one simple command; `(` and `)` stand alone for a subshell. */
export type ShellCommand = readonly string[];

/** One piece of a script: blanks, comments, operators and the parts of words. */
const PIECE =
  /([^\S\n]+)|(\\\n)|(#[^\n]*)|(\n|;;?|&&?|\|\|?|[()])|'([^']*)'|"((?:[^"\\]|\\.)*)"|(\$\{[^}\n]{0,200}\}|\$[A-Za-z_]\w*|\$[^\s\w]?|`[^`]*`)|\\(.)|([^\s;&|()'"$`\\#]+|#|.)/sy;

/**
 * The simple commands of a script, as far as they are written out: a variable that `variables` does not have, and every
 * other expansion, is UNKNOWN. It is no shell: keywords are words like others.
 */
export function shellCommands(script: string, variables: ReadonlyMap<string, string>): readonly ShellCommand[] {
  const commands: string[][] = [[]];
  let word: string | null = null;
  const endWord = (): void => {
    if (word !== null) commands.at(-1)?.push(word);
    word = null;
  };
  const pattern = new RegExp(PIECE);
  for (let match = pattern.exec(script); match !== null; match = pattern.exec(script)) {
    const [piece, blank, joint, comment, operator, single, double, variable, escaped, plain] = match;
    if (blank !== undefined || joint !== undefined) endWord();
    else if (comment !== undefined) {
      // Only a word of its own starts a comment.
      if (word === null) continue;
      word += '#';
      pattern.lastIndex = match.index + 1;
    } else if (operator !== undefined) {
      endWord();
      if (operator === '(' || operator === ')') commands.push([operator]);
      commands.push([]);
    } else if (variable !== undefined) word = (word ?? '') + expansionOf(variable, variables);
    else if (double !== undefined) word = (word ?? '') + expanded(double, variables);
    else word = (word ?? '') + (single ?? escaped ?? plain ?? piece);
  }
  endWord();
  return commands.filter((command) => command.length > 0);
}

function expanded(text: string, variables: ReadonlyMap<string, string>): string {
  return text.replace(
    /\\(.)|\$\([^)]{0,200}\)|\$\{[^}]{0,200}\}|\$[A-Za-z_]\w*|\$[({]|`[^`]*`/gs,
    (match, escaped: string | undefined) => {
      if (escaped === undefined) return expansionOf(match, variables);
      return escaped === '\n' ? '' : '"$`\\'.includes(escaped) ? escaped : match;
    },
  );
}

function expansionOf(expansion: string, variables: ReadonlyMap<string, string>): string {
  const name = /^\$\{?([A-Za-z_]\w*)\}?$/.exec(expansion)?.[1];
  return (name === undefined ? undefined : variables.get(name)) ?? UNKNOWN;
}
