import { type Command, forEachChild, parse, type Redirection, type SyntaxNode } from 'unbash';
import type { ShellCommand, ShellRedirect, ShellScript } from '../../dockerfile/shell/script.ts';

/** A redirection of a command with its place in the script's text. */
export interface PlacedRedirect {
  readonly command: ShellCommand;
  readonly redirect: ShellRedirect;
  readonly start: number;
  readonly end: number;
}

/** Nobody nests commands deeper. */
const DEEPEST = 64;

/**
 * The redirections of the commands that stand in the text itself, not in substitutions or in texts given to other shells:
 * there other quotes would hold.
 */
export function placedRedirects(text: string, script: ShellScript): readonly PlacedRedirect[] {
  const byText = new Map(script.commands.filter(({ level }) => level === 0).map((command) => [command.text, command]));
  return simpleCommands(text).flatMap((node) => {
    const nodes = [...node.prefix, ...node.suffix].filter((part): part is Redirection => isRedirection(part));
    const command = byText.get(text.slice(node.pos, node.end));
    if (command === undefined || command.redirects.length !== nodes.length) return [];
    return nodes.flatMap(({ pos, end }, index) => {
      const redirect = command.redirects[index];
      return redirect === undefined ? [] : [{ command, redirect, start: pos, end }];
    });
  });
}

function simpleCommands(text: string): readonly Command[] {
  const found: Command[] = [];
  const visit = (node: SyntaxNode, depth: number): void => {
    if (depth > DEEPEST) throw new RangeError('nested too deeply');
    if (node.type === 'Command') found.push(node);
    else forEachChild(node, (child) => visit(child, depth + 1));
  };
  try {
    for (const { command } of parse(text).commands) visit(command, 0);
  } catch {
    // Also the stack of unbash, on what no person writes.
    return [];
  }
  return found;
}

function isRedirection(part: Command['suffix'][number] | Command['prefix'][number]): part is Redirection {
  return part.type !== 'Word' && part.type !== 'Assignment';
}
