/** Whether a text is meant by a pattern. */
export type Glob = (text: string) => boolean;

const LONGEST = 1000;
const MOST_ALTERNATIVES = 100;

/**
 * Compiles a path pattern as Trivy reads those of its ignore files (bmatcuk/doublestar 4): `*` and `?` stop at slashes,
 * `**` as a whole part of the path does not, `[a-z]`, `[!a]`, `{a,b}` and `\` for the next character itself; names that
 * start with a dot are names like others. Null when it is malformed. The texts come from images: a pattern is followed
 * in all its readings at once, so that the time grows with its length times the length of the text.
 */
export function compileGlob(pattern: string): Glob | null {
  if (pattern.length > LONGEST) return null;
  const alternatives = expandBraces(pattern);
  const compiled = alternatives?.map(tokensOf) ?? [null];
  const all = compiled.filter((tokens) => tokens !== null);
  return all.length < compiled.length ? null : (text) => all.some((tokens) => matches(tokens, text));
}

/** A state of reading; `next` says which states a character leads to. */
interface Token {
  /** States ahead that need no character. */
  readonly skip: readonly number[];
  readonly next: (char: string) => readonly number[];
}

const NONE: readonly number[] = [];
const ONE: readonly number[] = [1];
const STAY: readonly number[] = [0];

const STAR: Token = { skip: [1], next: (char) => (char === '/' ? NONE : STAY) };
const EVERYTHING: Token = { skip: [1], next: () => STAY };
/** Whole folders, any number of them: at the start of one, and inside. */
const FOLDERS: readonly Token[] = [
  { skip: [2], next: (char) => (char === '/' ? NONE : ONE) },
  { skip: [], next: (char) => (char === '/' ? [-1] : STAY) },
];
/** A folder itself and all below it. */
const BELOW: readonly Token[] = [{ skip: [2], next: (char) => (char === '/' ? ONE : NONE) }, EVERYTHING];

function one(is: (char: string) => boolean): Token {
  return { skip: [], next: (char) => (is(char) ? ONE : NONE) };
}

function matches(tokens: readonly Token[], text: string): boolean {
  let states = withSkips(tokens, [0]);
  for (const char of text) {
    const reached: number[] = [];
    for (const state of states) for (const step of tokens[state]?.next(char) ?? NONE) reached.push(state + step);
    states = withSkips(tokens, reached);
    if (states.size === 0) return false;
  }
  return states.has(tokens.length);
}

function withSkips(tokens: readonly Token[], states: number[]): ReadonlySet<number> {
  const all = new Set<number>(states);
  // A set gives what is added while it is walked.
  for (const state of all) for (const step of tokens[state]?.skip ?? NONE) all.add(state + step);
  return all;
}

function tokensOf(pattern: string): readonly Token[] | null {
  const chars = [...pattern];
  const tokens: Token[] = [];
  for (let at = 0; at < chars.length; at++) {
    const char = chars[at];
    const atStart = at === 0 || chars[at - 1] === '/';
    if (char === '/' && isAllBelow(chars, at)) {
      tokens.push(...BELOW);
      return tokens;
    }
    if (char === '*' && chars[at + 1] === '*') {
      let end = at + 2;
      while (chars[end] === '*') end++;
      if (atStart && end === chars.length) tokens.push(EVERYTHING);
      else if (atStart && chars[end] === '/') tokens.push(...FOLDERS);
      else tokens.push(STAR);
      at = atStart && chars[end] === '/' ? end : end - 1;
    } else if (char === '*') tokens.push(STAR);
    else if (char === '?') tokens.push(one((other) => other !== '/'));
    else if (char === '[') {
      const found = classAt(chars, at);
      if (found === null) return null;
      tokens.push(found.token);
      at = found.end;
    } else {
      if (char === '\\') at++;
      const literal = chars[at];
      if (literal === undefined) return null;
      tokens.push(one((other) => other === literal));
    }
  }
  return tokens;
}

/** `/**` to the end, once or several times, which is the same. */
function isAllBelow(chars: readonly string[], start: number): boolean {
  const rest = chars.length - start;
  return rest % 3 === 0 && chars.slice(start).every((char, index) => char === (index % 3 === 0 ? '/' : '*'));
}

function classAt(chars: readonly string[], start: number): { readonly token: Token; readonly end: number } | null {
  let at = start + 1;
  const negated = chars[at] === '!' || chars[at] === '^';
  if (negated) at++;
  const ranges: [string, string][] = [];
  while (chars[at] !== ']' || ranges.length === 0) {
    if (chars[at] === ']') return null;
    const [from, afterFrom] = literalAt(chars, at);
    if (from === undefined) return null;
    const isRange = chars[afterFrom] === '-' && chars[afterFrom + 1] !== ']';
    const [to, afterTo] = isRange ? literalAt(chars, afterFrom + 1) : [from, afterFrom];
    if (to === undefined) return null;
    ranges.push([from, to]);
    at = afterTo;
  }
  const has = (char: string): boolean => ranges.some(([from, to]) => from <= char && char <= to);
  return { token: one((char) => char !== '/' && has(char) !== negated), end: at };
}

function literalAt(chars: readonly string[], at: number): [string | undefined, number] {
  return chars[at] === '\\' ? [chars[at + 1], at + 2] : [chars[at], at + 1];
}

/** `a{b,c{d,e}}` → `ab`, `acd`, `ace`; null when braces do not close or there are too many readings. */
function expandBraces(pattern: string): readonly string[] | null {
  const done: string[] = [];
  const open = [pattern];
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    const group = firstBraces(next);
    if (group === 'unclosed' || done.length + open.length > MOST_ALTERNATIVES) return null;
    if (group === null) done.push(next);
    else open.push(...group);
  }
  return done;
}

function firstBraces(pattern: string): readonly string[] | null | 'unclosed' {
  let depth = 0;
  let inClass = false;
  const cuts: number[] = [];
  for (let at = 0; at < pattern.length; at++) {
    const char = pattern[at];
    if (char === '\\') at++;
    else if (inClass) inClass = char !== ']';
    else if (char === '[') inClass = true;
    else if (char === '{' && depth++ === 0) cuts.push(at);
    else if (char === ',' && depth === 1) cuts.push(at);
    else if (char === '}' && depth > 0 && --depth === 0) {
      cuts.push(at);
      const [start = 0] = cuts;
      const parts = cuts.slice(0, -1).map((cut, index) => pattern.slice(cut + 1, cuts[index + 1]));
      return parts.map((part) => pattern.slice(0, start) + part + pattern.slice(at + 1));
    }
  }
  return depth > 0 ? 'unclosed' : null;
}
