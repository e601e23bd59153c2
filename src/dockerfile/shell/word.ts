import { forEachChild, type ParsedScript, type SyntaxNode, type Word, type WordPart } from 'unbash';
import type { ShellPiece, ShellWord } from './script.ts';

/** Reads the script of a substitution; the index of the pipe that carries its text, or null when it is not read. */
export type Substitute = (script: ParsedScript, direction: 'in' | 'out') => number | null;

/** Nothing in it that a shell acts on. */
const PLAIN = /^[\w./:=@%+,-]*$/;

/** A word of unbash's tree without its quotes. Substitutions in it are handed to `substitute` in their order. */
export function readWord(word: Word, substitute: Substitute): ShellWord {
  // Most words are plain, and asking for their parts costs more than this.
  if (PLAIN.test(word.text)) return literal(word.text);
  const parts = word.parts;
  if (parts === undefined) return literal(word.value);
  const pieces: ShellPiece[] = [];
  const feeds: number[] = [];
  for (const part of parts) readPart(part, pieces, feeds, substitute);
  if (pieces.every((piece) => piece.kind === 'text')) return literal(pieces.map(({ text }) => text).join(''));
  return { shown: word.value, value: null, pieces, feeds };
}

export function literal(value: string): ShellWord {
  return { shown: value, value, pieces: null, feeds: [] };
}

/** A text and a word written behind it; null stands for something that cannot be told. */
export function prefixWord(prefix: string, word: ShellWord | null): ShellWord {
  if (word === null) return { shown: prefix, value: null, pieces: [{ kind: 'opaque', text: prefix }], feeds: [] };
  const pieces = word.pieces === null ? null : [{ kind: 'text' as const, text: prefix }, ...word.pieces];
  return { ...word, shown: prefix + word.shown, value: word.value === null ? null : prefix + word.value, pieces };
}

/** What is left after the first `length` characters, which must be plain text: the value of `--name=value`. */
export function sliceWord(word: ShellWord, length: number): ShellWord {
  if (word.pieces === null) return literal(word.shown.slice(length));
  let left = length;
  const pieces = word.pieces.map((piece) => {
    if (piece.kind !== 'text' || left === 0) return piece;
    const text = piece.text.slice(left);
    left -= piece.text.length - text.length;
    return { ...piece, text };
  });
  return { ...word, shown: word.shown.slice(length), pieces };
}

/** The value of a word, given those of variables; null as soon as one of them is not known. */
export function expandShellWord(word: ShellWord, lookup: (name: string) => string | null): string | null {
  if (word.pieces === null) return word.value;
  const texts = word.pieces.map((piece) => {
    if (piece.kind === 'text') return piece.text;
    return piece.kind === 'variable' ? lookup(piece.name) : null;
  });
  return texts.includes(null) ? null : texts.join('');
}

/** A word as the text of another script; what only the running shell knows becomes a variable that nobody sets. */
export function asScript(word: ShellWord): string {
  if (word.pieces === null) return word.shown;
  return word.pieces
    .map((piece) => {
      if (piece.kind === 'text') return piece.text;
      return piece.kind === 'variable' ? `\${${piece.name}}` : '${_}';
    })
    .join('');
}

/** unbash reads each level of nested arithmetic and defaults once more, so that depth is time. */
const DEEPEST = 32;

/** Hands every substitution below a node to `substitute`. Throws for a nesting that no person writes. */
export function readSubstitutions(node: SyntaxNode, feeds: number[], substitute: Substitute, depth = 0): void {
  if (depth > DEEPEST) throw new RangeError('the word is nested too deeply');
  if (isSubstitution(node)) {
    if (node.script === undefined) return;
    const out = node.type === 'ProcessSubstitution' && node.operator === '>';
    const pipe = substitute(node.script, out ? 'out' : 'in');
    if (pipe !== null && !out) feeds.push(pipe);
    return;
  }
  forEachChild(node, (child) => readSubstitutions(child, feeds, substitute, depth + 1));
}

type Substitution = Extract<
  SyntaxNode,
  { type: 'CommandExpansion' | 'ProcessSubstitution' | 'ArithmeticCommandExpansion' }
>;

function isSubstitution(node: SyntaxNode): node is Substitution {
  return (
    node.type === 'CommandExpansion' ||
    node.type === 'ProcessSubstitution' ||
    node.type === 'ArithmeticCommandExpansion'
  );
}

function readPart(part: WordPart, pieces: ShellPiece[], feeds: number[], substitute: Substitute): void {
  switch (part.type) {
    case 'Literal':
    case 'SingleQuoted':
    case 'AnsiCQuoted':
    // A pattern that matches no file stays as it is: `pkg[extra]==1` reaches pip.
    case 'Glob':
      pieces.push({ kind: 'text', text: part.value });
      return;
    case 'DoubleQuoted':
    case 'LocaleString':
      for (const child of part.parts) readPart(child, pieces, feeds, substitute);
      return;
    case 'SimpleExpansion':
      pieces.push({ kind: 'variable', name: part.text.slice(1) });
      return;
    case 'ParameterExpansion':
      if (part.prefix === undefined && part.index === undefined && part.operation === undefined) {
        pieces.push({ kind: 'variable', name: part.parameter });
        return;
      }
      break;
    case 'CommandExpansion':
    case 'ArithmeticExpansion':
    case 'ProcessSubstitution':
    case 'ExtendedGlob':
    case 'BraceExpansion':
      break;
  }
  pieces.push({ kind: 'opaque', text: part.text });
  readSubstitutions(part, feeds, substitute);
}
