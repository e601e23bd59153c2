import { withoutTemplates } from './build-step.ts';

/** A value that is written out. Texts with a template have UNKNOWN in the place of what it would give. */
export type HclValue = string | readonly HclValue[] | { readonly [key: string]: HclValue } | null;

export interface HclBlock {
  readonly type: string;
  readonly labels: readonly string[];
  readonly attributes: Readonly<Record<string, HclValue>>;
}

const DEEPEST = 20;

/**
 * The blocks of an HCL file with those of their attributes that are plain literals; every other expression is null
 * (github.com/hashicorp/hcl, hclsyntax/spec.md). Blocks inside blocks are left out. A text that is no HCL gives what
 * stands before the fault.
 */
export function readHcl(text: string): readonly HclBlock[] {
  const reader = new Reader(text);
  const blocks: HclBlock[] = [];
  for (let block = reader.block(0); block !== null; block = reader.block(0)) {
    if (block.type !== '') blocks.push(block);
  }
  return blocks;
}

/** One token: a quoted text keeps its quotes. `\n` ends a line. */
const TOKEN =
  /[^\S\n]+|#[^\n]*|\/\/[^\n]*|\/\*.*?\*\/|<<-?(\w+)\n.*?\n[^\S\n]*\1(?=\n|$)|"(?:[^"\\\n]|\\[^\n])*"|[\w.-]+|\n|./sy;
/** What begins and never ends. Nothing behind it can be understood, and looking again and again would take long. */
const OPEN = /^(?:"|\/\*|<<-?\w)/;

class Reader {
  readonly #tokens: readonly string[];
  #at = 0;

  constructor(text: string) {
    this.#tokens = tokensOf(text);
  }

  /** The next block; one with the type '' is an attribute outside of blocks. Null at the end or at a fault. */
  block(depth: number): HclBlock | null {
    this.#skipLines();
    const type = this.#next();
    if (type === null || !/^\w/.test(type) || depth > DEEPEST) return null;
    if (this.#peek() === '=') {
      this.#at++;
      this.#expression();
      return { type: '', labels: [], attributes: {} };
    }
    const labels: string[] = [];
    for (let token = this.#next(); token !== '{'; token = this.#next()) {
      if (token === null || !/^["\w]/.test(token)) return null;
      labels.push(unquoted(token));
    }
    const attributes = this.#body(depth);
    return attributes === null ? null : { type, labels, attributes };
  }

  #body(depth: number): Record<string, HclValue> | null {
    const attributes: Record<string, HclValue> = Object.create(null) as Record<string, HclValue>;
    for (;;) {
      this.#skipLines();
      const token = this.#peek();
      if (token === null) return null;
      if (token === '}') {
        this.#at++;
        return { ...attributes };
      }
      if (this.#tokens[this.#at + 1] === '=') {
        this.#at += 2;
        attributes[unquoted(token)] = this.#expression();
      } else if (this.block(depth + 1) === null) return null;
    }
  }

  /** An expression up to the end of its line, or of its element. What is more than a literal is null. */
  #expression(closers = '', depth = 0): HclValue {
    const start = this.#at;
    const value = this.#literal(depth);
    const after = this.#peek();
    if (value !== undefined && (after === null || after === '\n' || after === ',' || closers.includes(after)))
      return value;
    this.#at = start;
    for (let open = 0; ; this.#at++) {
      const token = this.#peek();
      if (token === null) return null;
      if (open === 0 && (token === '\n' || token === ',' || token === '}' || token === ']' || token === ')'))
        return null;
      if ('([{'.includes(token)) open++;
      else if (')]}'.includes(token)) open--;
    }
  }

  #literal(depth: number): HclValue | undefined {
    const token = this.#next();
    if (token === null || depth > DEEPEST) return undefined;
    if (token.startsWith('"')) return unquoted(token);
    if (token === '[') return this.#list(depth);
    if (token === '{') return this.#object(depth);
    return /^(-?\d[\w.]*|true|false)$/.test(token) ? token : undefined;
  }

  #list(depth: number): readonly HclValue[] | undefined {
    const items: HclValue[] = [];
    for (;;) {
      this.#skipLines();
      const token = this.#peek();
      if (token === null || token === 'for') return undefined;
      if (token === ']') {
        this.#at++;
        return items;
      }
      if (token === ',') this.#at++;
      else items.push(this.#expression(']', depth + 1));
      if (items.length > 10_000 || this.#peek() === '}' || this.#peek() === ')') return undefined;
    }
  }

  #object(depth: number): { readonly [key: string]: HclValue } | undefined {
    const entries: [string, HclValue][] = [];
    for (;;) {
      this.#skipLines();
      const key = this.#next();
      if (key === '}') return Object.fromEntries(entries);
      if (key === ',') continue;
      const sign = this.#next();
      if (key === null || key === 'for' || !/^["\w]/.test(key) || (sign !== '=' && sign !== ':')) return undefined;
      entries.push([unquoted(key), this.#expression('}', depth + 1)]);
    }
  }

  #skipLines(): void {
    while (this.#peek() === '\n') this.#at++;
  }

  #peek(): string | null {
    return this.#tokens[this.#at] ?? null;
  }

  #next(): string | null {
    const token = this.#peek();
    this.#at++;
    return token;
  }
}

function tokensOf(text: string): readonly string[] {
  const tokens: string[] = [];
  const pattern = new RegExp(TOKEN);
  for (let match = pattern.exec(text); match !== null; match = pattern.exec(text)) {
    const [token] = match;
    if (token.length === 1 && OPEN.test(text.slice(match.index, match.index + 4))) break;
    if (!/^([^\S\n]|#|\/\/|\/\*)/.test(token)) tokens.push(token);
  }
  return tokens;
}

function unquoted(token: string): string {
  if (!token.startsWith('"')) return token;
  return withoutTemplates(token.slice(1, -1).replace(/\\(["\\])/g, '$1'));
}
