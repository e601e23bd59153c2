import { cleanPath } from './paths.ts';

/** One line of an ignore file. */
export interface IgnorePattern {
  /** `!pattern`: takes paths back in. */
  readonly exception: boolean;
  /** Whether this very path matches; its folders are the caller's business. Takes time linear in path × pattern. */
  readonly matches: (path: string) => boolean;
}

type Token =
  | { readonly kind: 'literal'; readonly char: string }
  | { readonly kind: 'set'; readonly negated: boolean; readonly ranges: readonly (readonly [string, string])[] }
  /** `?`: one character of a name. */
  | { readonly kind: 'any' }
  /** `*`: any part of a name. */
  | { readonly kind: 'name' }
  /** A double star with something behind it: nothing, or whole folders. */
  | { readonly kind: 'folders' }
  /** A double star at the end: all that is left. */
  | { readonly kind: 'rest' }
  /** `^`: an anchor in the builder's expression, so nothing but the start matches it. */
  | { readonly kind: 'start' };

/** Far above any real one. */
const LONGEST = 2000;

/**
 * A pattern as moby/patternmatcher reads it, whose special cases decide before its expression does. Null when the builder
 * refuses the pattern, or when it hangs on details of Go's expressions that no real file relies on.
 */
export function readIgnorePattern(written: string): IgnorePattern | null {
  const cleaned = cleanPath(written);
  const exception = cleaned.startsWith('!');
  const pattern = exception ? cleaned.slice(1) : cleaned;
  if (pattern === '') return null;
  if (pattern.length > LONGEST) return null;
  const tokens = tokensOf(Array.from(pattern));
  return tokens === null ? null : { exception, matches: matcher(pattern, tokens) };
}

function matcher(pattern: string, tokens: readonly Token[]): (path: string) => boolean {
  const special = tokens.findIndex(({ kind }) => kind !== 'literal' && kind !== 'start');
  const plain = special === -1 && !pattern.includes('\\');
  if (plain) return (path) => path === pattern;
  const only = special >= 0 && tokens.every(({ kind }, at) => at === special || kind === 'literal' || kind === 'start');
  if (only && !pattern.includes('\\')) {
    if (pattern.startsWith('**')) return endsWith(pattern.slice(2));
    if (tokens[special]?.kind === 'rest') return (path) => path.startsWith(pattern.slice(0, -2));
  }
  return (path) => matchTokens(tokens, path);
}

/** `**` + suffix: also matches within a name when no slash stands between. */
function endsWith(suffix: string): (path: string) => boolean {
  return (path) => path.endsWith(suffix) || (suffix.startsWith('/') && path === suffix.slice(1));
}

function tokensOf(chars: readonly string[]): Token[] | null {
  const tokens: Token[] = [];
  for (let at = 0; at < chars.length; at++) {
    const char = chars[at] ?? '';
    if (char === '*' && chars[at + 1] === '*') {
      at += chars[at + 2] === '/' ? 2 : 1;
      tokens.push({ kind: at + 1 >= chars.length ? 'rest' : 'folders' });
    } else if (char === '*') tokens.push({ kind: 'name' });
    else if (char === '?') tokens.push({ kind: 'any' });
    else if (char === '^') tokens.push({ kind: 'start' });
    else if (char === '\\') {
      at += 1;
      const escaped = chars[at];
      // Before a letter or digit the builder's expression would take it for something else, such as \d.
      if (escaped === undefined || /[\p{L}\p{Nd}_]/u.test(escaped)) return null;
      tokens.push({ kind: 'literal', char: escaped });
    } else if (char === '[') {
      const set = readSet(chars, at + 1);
      if (set === null) return null;
      tokens.push(set.token);
      at = set.end;
    } else if (char === ']') {
      // It stands for itself, but makes the builder choose its expression.
      tokens.push({ kind: 'set', negated: false, ranges: [[']', ']']] });
    } else tokens.push({ kind: 'literal', char });
  }
  return tokens;
}

/** `[a-z]` and `[^a-z]`; `end` is the place of the closing bracket. */
function readSet(chars: readonly string[], from: number): { token: Token; end: number } | null {
  const negated = chars[from] === '^';
  const ranges: [string, string][] = [];
  let at = negated ? from + 1 : from;
  const one = (): string | null => {
    const escaped = chars[at] === '\\';
    const char = chars[escaped ? at + 1 : at];
    // A wildcard in brackets is no plain character to the builder, nor is a bracket.
    if (char === undefined || (!escaped && '-]*?['.includes(char)) || (escaped && /\w/.test(char))) return null;
    at += escaped ? 2 : 1;
    return char;
  };
  while (chars[at] !== ']' || ranges.length === 0) {
    const low = one();
    if (low === null) return null;
    let high: string | null = low;
    if (chars[at] === '-') {
      at += 1;
      high = one();
    }
    if (high === null || (high.codePointAt(0) ?? 0) < (low.codePointAt(0) ?? 0)) return null;
    ranges.push([low, high]);
  }
  return { token: { kind: 'set', negated, ranges }, end: at };
}

/** All states at once instead of backtracking. State 2n: before token n; 2n + 1: within the folders of token n. */
function matchTokens(tokens: readonly Token[], path: string): boolean {
  let states = new Set<number>();
  add(states, 0, tokens, true);
  for (const char of path) {
    const next = new Set<number>();
    for (const state of states) step(state, char, tokens, next);
    if (next.size === 0) return false;
    states = next;
  }
  return states.has(2 * tokens.length);
}

function step(state: number, char: string, tokens: readonly Token[], next: Set<number>): void {
  const token = tokens[state >> 1];
  if (token === undefined) return;
  const after = (state >> 1) * 2 + 2;
  if (token.kind === 'folders') {
    next.add(after - 1);
    if (char === '/') add(next, after, tokens, false);
  } else if (token.kind === 'rest') add(next, state, tokens, false);
  else if (token.kind === 'name') {
    if (char !== '/') add(next, state, tokens, false);
  } else if (matchesOne(token, char)) add(next, after, tokens, false);
}

/** Enters a state, and those that are reached from it without a character. */
function add(states: Set<number>, first: number, tokens: readonly Token[], start: boolean): void {
  for (let state = first; !states.has(state); state += 2) {
    states.add(state);
    const kind = tokens[state >> 1]?.kind;
    if (kind !== 'name' && kind !== 'folders' && kind !== 'rest' && !(kind === 'start' && start)) return;
  }
}

function matchesOne(token: Token, char: string): boolean {
  if (token.kind === 'literal') return token.char === char;
  if (token.kind === 'any') return char !== '/';
  if (token.kind !== 'set') return false;
  const code = char.codePointAt(0) ?? 0;
  const inside = token.ranges.some(
    ([low, high]) => code >= (low.codePointAt(0) ?? 0) && code <= (high.codePointAt(0) ?? 0),
  );
  return inside !== token.negated;
}
