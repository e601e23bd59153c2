const PLAIN = /[^$'"<\\`}/]+/y;
const SPECIAL_PARAMETER = /[@*#?\-$!0]/;
const LETTER = /[\p{L}\p{Nd}_]/u;
const DIGIT = /\p{Nd}/u;

/** Walks over a text character by character. A byte-order mark at its start is not there. */
export class CharCursor {
  readonly #source: string;
  #at: number;

  constructor(source: string) {
    this.#source = source;
    this.#at = source.startsWith('\uFEFF') ? 1 : 0;
  }

  get atEnd(): boolean {
    return this.#at >= this.#source.length;
  }

  /** The next character, or '' at the end. */
  peek(): string {
    const code = this.#source.codePointAt(this.#at);
    return code === undefined ? '' : String.fromCodePoint(code);
  }

  /** Takes the next character. */
  next(): string {
    const char = this.peek();
    this.#at += char.length;
    return char;
  }

  /** Takes all up to and with `end`, and returns it without `end`; null, and nothing taken, when there is none. */
  takeThrough(end: string): string | null {
    const found = this.#source.indexOf(end, this.#at);
    if (found < 0) return null;
    const text = this.#source.slice(this.#at, found);
    this.#at = found + end.length;
    return text;
  }

  /** Takes all up to the next character that can mean something to the lexer; '' when it stands at one. */
  takePlain(): string {
    PLAIN.lastIndex = this.#at;
    const run = PLAIN.exec(this.#source)?.[0] ?? '';
    this.#at += run.length;
    return run;
  }

  takeWhile(accept: (char: string) => boolean): string {
    const start = this.#at;
    while (!this.atEnd && accept(this.peek())) this.next();
    return this.#source.slice(start, this.#at);
  }

  /** Takes a variable's name: digits, one special parameter, or letters, digits and underscores; '' when there is none. */
  takeName(): string {
    const first = this.peek();
    if (DIGIT.test(first)) return this.takeWhile((char) => DIGIT.test(char));
    if (SPECIAL_PARAMETER.test(first)) return this.next();
    return this.takeWhile((char) => LETTER.test(char));
  }
}
