import {
  type Command,
  type CompoundList,
  type ParsedScript,
  parse,
  type Statement,
  type Word,
  type WordPart,
} from 'unbash';

/** One simple command: its words, null for a word that only the running shell can tell. */
export type ShellWords = readonly (string | null)[];

/** How a shell text reaches its commands; names are the shell grammar's (POSIX, Shell Command Language). */
export type ShellStep =
  | { readonly kind: 'command'; readonly words: ShellWords; readonly within: readonly ShellStep[] }
  /** One after the other, or piped: all of them run. */
  | { readonly kind: 'all'; readonly steps: readonly ShellStep[]; readonly piped: boolean }
  | { readonly kind: 'and' | 'or'; readonly left: ShellStep; readonly right: ShellStep }
  /** `if`, loops, `case`, function bodies: `always` runs, which of `maybe` runs is open. */
  | { readonly kind: 'branch'; readonly always: readonly ShellStep[]; readonly maybe: readonly ShellStep[] }
  | { readonly kind: 'function'; readonly name: string; readonly body: ShellStep };

/** Longer texts are no commands of an image's config. */
const LONGEST = 64 * 1024;
const DEEPEST = 60;

/** The steps of a shell text; null when it is not understood for certain. Shell code is only read, never run. */
export function shellSteps(text: string): ShellStep | null {
  if (text.length > LONGEST) return null;
  try {
    const script = parse(text);
    return (script.errors ?? []).length > 0 ? null : scriptStep(script, 0);
  } catch (error) {
    // The parser's own stack overflows on nesting that no person wrote.
    if (error instanceof TooDeep || error instanceof RangeError) return null;
    throw error;
  }
}

/** All simple commands, whether they are certain to run or not. */
export function allCommands(step: ShellStep): readonly ShellWords[] {
  switch (step.kind) {
    case 'command':
      return [step.words, ...step.within.flatMap(allCommands)];
    case 'all':
      return step.steps.flatMap(allCommands);
    case 'and':
    case 'or':
      return [...allCommands(step.left), ...allCommands(step.right)];
    case 'branch':
      return [...step.always, ...step.maybe].flatMap(allCommands);
    case 'function':
      return allCommands(step.body);
  }
}

/** Nesting that no person wrote. */
class TooDeep extends Error {}

function scriptStep(script: ParsedScript, depth: number): ShellStep {
  if ((script.errors ?? []).length > 0) throw new TooDeep();
  return listStep(script.commands, depth);
}

function listStep(statements: readonly Statement[], depth: number): ShellStep {
  const steps = statements.map(({ command }) => nodeStep(command, depth + 1));
  const [only] = steps;
  return steps.length === 1 && only !== undefined ? only : { kind: 'all', steps, piped: false };
}

type Node = Statement['command'] | CompoundList;

function nodeStep(node: Node, depth: number): ShellStep {
  if (depth > DEEPEST) throw new TooDeep();
  const list = (body: CompoundList | undefined): ShellStep => listStep(body?.commands ?? [], depth);
  const inner = (body: Node): ShellStep => nodeStep(body, depth + 1);
  switch (node.type) {
    case 'Command':
      return commandStep(node, depth);
    case 'CompoundList':
      return list(node);
    case 'Pipeline':
      return { kind: 'all', steps: node.commands.map(inner), piped: node.commands.length > 1 };
    case 'AndOr':
      return andOr(node.commands.map(inner), node.operators);
    case 'Subshell':
    case 'BraceGroup':
      return list(node.body);
    case 'Redirected':
      return inner(node.command);
    case 'If':
      return {
        kind: 'branch',
        always: [list(node.clause)],
        maybe: [
          list(node.then),
          ...node.elif.flatMap(({ clause, then }) => [list(clause), list(then)]),
          list(node.else),
        ],
      };
    case 'While':
      return { kind: 'branch', always: [list(node.clause)], maybe: [list(node.body)] };
    case 'For':
    case 'Select':
    case 'ArithmeticFor':
      return { kind: 'branch', always: [], maybe: [list(node.body)] };
    case 'Case':
      return { kind: 'branch', always: [], maybe: node.items.map(({ body }) => list(body)) };
    case 'Function':
      return { kind: 'function', name: node.name.value, body: inner(node.body) };
    case 'Coproc':
      return inner(node.body);
    case 'TestCommand':
      return { kind: 'command', words: ['[['], within: [] };
    case 'ArithmeticCommand':
      return { kind: 'command', words: ['(('], within: [] };
  }
}

/** `a && b || c` groups from the left. */
function andOr(steps: readonly ShellStep[], operators: readonly ('&&' | '||')[]): ShellStep {
  const [first, ...rest] = steps;
  const start: ShellStep = first ?? { kind: 'all', steps: [], piped: false };
  return rest.reduce<ShellStep>(
    (left, right, index) => ({ kind: operators[index] === '||' ? 'or' : 'and', left, right }),
    start,
  );
}

function commandStep(command: Command, depth: number): ShellStep {
  const given = command.suffix.filter((part): part is Word => part.type === 'Word');
  const all = command.name === undefined ? given : [command.name, ...given];
  const values = command.prefix.flatMap((part) =>
    part.type === 'Assignment' && part.value.type === 'Word' ? [part.value] : [],
  );
  const within = [...values, ...all].flatMap((word) => substitutions(word.parts ?? [], depth));
  return { kind: 'command', words: all.map(literal), within };
}

/** The commands inside `$(…)`, backquotes and `<(…)`. */
function substitutions(parts: readonly WordPart[], depth: number): ShellStep[] {
  return parts.flatMap((part): ShellStep[] => {
    if (part.type === 'CommandExpansion' || part.type === 'ProcessSubstitution') {
      if (part.script === undefined || depth > DEEPEST) throw new TooDeep();
      return [scriptStep(part.script, depth + 1)];
    }
    return part.type === 'DoubleQuoted' || part.type === 'LocaleString' ? substitutions(part.parts, depth + 1) : [];
  });
}

/** The word as the shell would pass it on; null when it holds anything that it would expand. */
function literal(word: Word): string | null {
  return word.parts === undefined || word.parts.every(isLiteral) ? word.value : null;
}

function isLiteral(part: WordPart): boolean {
  if (part.type === 'DoubleQuoted') return part.parts.every(({ type }) => type === 'Literal');
  return part.type === 'Literal' || part.type === 'SingleQuoted' || part.type === 'AnsiCQuoted';
}
