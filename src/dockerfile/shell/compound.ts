import type { CompoundCommand, Statement, Word } from 'unbash';

/** What a compound command is made of: words that are expanded, and lists of commands. */
export interface CompoundParts {
  readonly words: readonly Word[];
  readonly lists: readonly (readonly Statement[])[];
  /** The variable that a loop sets. */
  readonly variable: string | null;
}

type Compound = Exclude<CompoundCommand, { type: 'TestCommand' | 'ArithmeticCommand' }>;

/** The commands of all branches: which of them run is not asked. */
export function partsOf(node: Compound): CompoundParts {
  const none = { words: [], variable: null };
  switch (node.type) {
    case 'If': {
      const branches = [node, ...node.elif].flatMap(({ clause, then }) => [clause.commands, then.commands]);
      return { ...none, lists: node.else === undefined ? branches : [...branches, node.else.commands] };
    }
    case 'For':
    case 'Select':
      return { words: node.wordlist ?? [], lists: [node.body.commands], variable: node.name.value };
    case 'While':
      return { ...none, lists: [node.clause.commands, node.body.commands] };
    case 'Case':
      return { ...none, words: [node.word], lists: node.items.map(({ body }) => body.commands) };
    case 'ArithmeticFor':
    case 'Subshell':
    case 'BraceGroup':
      return { ...none, lists: [node.body.commands] };
  }
}
