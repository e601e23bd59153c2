import { Rejection } from './dockerfile-error.ts';

/** A part of a shell pattern: any run, any one character, or this character. Neither of the first two takes in a line end. */
type Token = { readonly kind: 'run' } | { readonly kind: 'any' } | { readonly kind: 'literal'; readonly char: string };

interface Match {
  readonly start: number;
  readonly end: number;
}

/** Steps of one substitution. BuildKit's engine (RE2) is linear in pattern × value; so is this one, and it is bounded. */
const MAX_STATES = 2 ** 26;

/** `${v#pattern}` and, greedy, `${v##pattern}`. Throws Rejection for a pattern that BuildKit refuses. */
export function trimPrefix(value: string, pattern: string, greedy: boolean): string {
  const chars = Array.from(value);
  return chars.slice(prefixLength(chars, parsePattern(Array.from(pattern)), greedy)).join('');
}

/** `${v%pattern}` and, greedy, `${v%%pattern}`: the same on both texts turned round. */
export function trimSuffix(value: string, pattern: string, greedy: boolean): string {
  const chars = Array.from(value).reverse();
  const length = prefixLength(chars, parsePattern(reversePattern(Array.from(pattern))), greedy);
  return chars.slice(length).reverse().join('');
}

/** `${v/pattern/replacement}`: the first match, the longest at its place; the replacement is taken as it is. */
export function replaceFirst(value: string, pattern: string, replacement: string): string {
  const chars = Array.from(value);
  const match = new Matcher(chars, parsePattern(Array.from(pattern)), true).find(0);
  if (match === null) return value;
  return chars.slice(0, match.start).join('') + replacement + chars.slice(match.end).join('');
}

/** `${v//pattern/replacement}`: every match; here Go's `$0` and `$name` templates work in the replacement. */
export function replaceAll(value: string, pattern: string, replacement: string): string {
  const chars = Array.from(value);
  const matcher = new Matcher(chars, parsePattern(Array.from(pattern)), true);
  const out: string[] = [];
  let copied = 0;
  for (let at = 0; at <= chars.length; ) {
    const match = matcher.find(at);
    if (match === null) break;
    out.push(chars.slice(copied, match.start).join(''));
    // An empty match right behind the previous one does not count.
    if (match.end > copied || match.start === 0) {
      out.push(expandTemplate(replacement, chars.slice(match.start, match.end).join('')));
    }
    copied = match.end;
    at = Math.max(match.end, at + 1);
  }
  out.push(chars.slice(copied).join(''));
  return out.join('');
}

function expandTemplate(template: string, whole: string): string {
  return template.replace(
    /\$(?:\$|([\p{L}\p{Nd}_]+)|\{([\p{L}\p{Nd}_]+)\})/gu,
    (all, bare?: string, braced?: string) => {
      if (all === '$$') return '$';
      return /^0+$/.test(bare ?? braced ?? '') ? whole : '';
    },
  );
}

function prefixLength(chars: readonly string[], pattern: readonly Token[], greedy: boolean): number {
  return new Matcher(chars, pattern, greedy).matchAt(0) ?? 0;
}

function parsePattern(chars: readonly string[]): Token[] {
  const tokens: Token[] = [];
  // The scanner that BuildKit uses drops a byte-order mark at the start.
  for (let at = chars[0] === '\uFEFF' ? 1 : 0; at < chars.length; at++) {
    const char = chars[at] ?? '';
    if (char === '*') tokens.push({ kind: 'run' });
    else if (char === '?') tokens.push({ kind: 'any' });
    else if (char !== '\\') tokens.push({ kind: 'literal', char });
    else if (chars[at + 1] !== '}' && chars[at + 1] !== '/') {
      at += 1;
      const escaped = chars[at] ?? '';
      if (!['*', '?', '\\'].includes(escaped)) throw new Rejection(`invalid escape '\\${escaped}' in a pattern`);
      tokens.push({ kind: 'literal', char: escaped });
    }
  }
  return tokens;
}

/** Turns a pattern round and keeps each escape before what it escapes. */
function reversePattern(chars: readonly string[]): string[] {
  const out: string[] = [];
  for (let at = 0; at < chars.length; at++) {
    const char = chars[at] ?? '';
    if (char === '\\' && at + 1 < chars.length) {
      at += 1;
      out.push(chars[at] ?? '', char);
    } else out.push(char);
  }
  return out.reverse();
}

/** Backtracking that never tries a (place in the text, place in the pattern) twice: the same answer in bounded time. */
class Matcher {
  readonly #chars: readonly string[];
  readonly #pattern: readonly Token[];
  readonly #greedy: boolean;
  readonly #tried: Uint8Array;

  constructor(chars: readonly string[], pattern: readonly Token[], greedy: boolean) {
    const states = (chars.length + 1) * (pattern.length + 1);
    if (states > MAX_STATES) throw new Rejection('a pattern and its value are too long to be matched');
    this.#chars = chars;
    this.#pattern = pattern;
    this.#greedy = greedy;
    this.#tried = new Uint8Array(states);
  }

  /** The first match that starts at `from` or later. Calls must go forward. */
  find(from: number): Match | null {
    this.#forget(from);
    for (let start = from; start <= this.#chars.length; start++) {
      const end = this.matchAt(start);
      if (end !== null) return { start, end };
    }
    return null;
  }

  /** The end of the match that starts exactly here, or null. */
  matchAt(start: number): number | null {
    const width = this.#pattern.length + 1;
    const open = [start * width];
    for (let state = open.pop(); state !== undefined; state = open.pop()) {
      if (this.#tried[state] === 1) continue;
      this.#tried[state] = 1;
      const text = Math.floor(state / width);
      const token = this.#pattern[state - text * width];
      if (token === undefined) return text;
      const char = this.#chars[text];
      const free = char !== undefined && char !== '\n';
      if (token.kind === 'run') {
        const [skip, take] = [state + 1, state + width];
        if (!free) open.push(skip);
        else open.push(...(this.#greedy ? [skip, take] : [take, skip]));
      } else if (token.kind === 'any' ? free : char === token.char) open.push(state + width + 1);
    }
    return null;
  }

  /** What the previous match passed through at its end was no failure. */
  #forget(place: number): void {
    const width = this.#pattern.length + 1;
    this.#tried.fill(0, place * width, (place + 1) * width);
  }
}
