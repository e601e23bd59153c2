import { CharCursor } from './char-cursor.ts';
import { Rejection } from './dockerfile-error.ts';
import type { Expansion, Scope, Variable, WordOptions } from './scope.ts';
import { type Operator, substitute } from './substitution.ts';
import { WordCollector } from './word-collector.ts';
import { add, addTraits, type Frame, type Traits } from './word-frame.ts';

/**
 * Expands variables and takes quotes and escapes away, as BuildKit's shell lexer does
 * (moby/buildkit frontend/dockerfile/shell/lex.go). Throws Rejection for what it rejects.
 */
export function expandWord(source: string, scope: Scope, options: WordOptions): Expansion {
  if (options.split !== true && !/[$'"<\uFEFF\\`]/.test(source)) {
    return { text: source, words: [], known: true, unset: null };
  }
  return new Lexer(source, scope, options).run();
}

class Lexer {
  readonly #cursor: CharCursor;
  readonly #scope: Scope;
  readonly #options: WordOptions;
  readonly #rawQuotes: boolean;
  readonly #stack: Frame[] = [];

  constructor(source: string, scope: Scope, options: WordOptions) {
    this.#cursor = new CharCursor(source);
    this.#scope = scope;
    this.#options = options;
    this.#rawQuotes = options.raw !== undefined;
  }

  run(): Expansion {
    let result: Traits = { text: '', known: true, unset: null };
    const words = this.#options.split === true ? new WordCollector() : null;
    const rawEscapes = this.#options.raw === 'quotes-and-escapes';
    this.#pushText({ stop: '', rawEscapes, pattern: false, words }, (traits) => {
      result = traits;
    });
    for (let frame = this.#stack.at(-1); frame !== undefined; frame = this.#stack.at(-1)) {
      if (frame.kind === 'text') this.#readText(frame);
      else this.#readDouble(frame);
    }
    return { text: result.text, words: words?.words ?? [], known: result.known, unset: result.unset };
  }

  #pushText(place: Pick<Frame, 'stop' | 'rawEscapes' | 'pattern' | 'words'>, done: Frame['done']): void {
    this.#stack.push({ kind: 'text', ...place, done, text: '', known: true, unset: null });
  }

  #pushOperand(stop: string, pattern: boolean, rawEscapes: boolean, done: Frame['done']): void {
    this.#stack[0]?.words?.drop();
    this.#pushText({ stop, rawEscapes, pattern, words: null }, done);
  }

  #pop(frame: Frame): void {
    frame.words?.finish();
    this.#stack.pop();
    frame.done(frame);
  }

  /** Reads until the frame ends or another one has to be read first. */
  #readText(frame: Frame): void {
    const depth = this.#stack.length;
    while (this.#stack.length === depth) {
      add(frame, this.#cursor.takePlain(), 'split');
      if (this.#cursor.atEnd) {
        if (frame.stop !== '') throw new Rejection(`syntax error: missing '${frame.stop}' in a substitution`);
        this.#pop(frame);
        return;
      }
      const char = this.#cursor.next();
      if (char === frame.stop) {
        this.#pop(frame);
        return;
      }
      if (char === '$') this.#dollar(frame);
      else if (char === '<') add(frame, this.#possibleHeredoc(), 'raw');
      else if (char === "'" && this.#options.plainQuotes !== true) add(frame, this.#singleQuoted(frame.pattern), 'raw');
      else if (char === '"' && this.#options.plainQuotes !== true) this.#openDouble(frame);
      else if (char !== this.#options.escapeToken) add(frame, char, 'split');
      else {
        if (frame.rawEscapes) add(frame, char, 'raw');
        if (!this.#cursor.atEnd) add(frame, this.#cursor.next(), 'raw');
      }
    }
  }

  #openDouble(frame: Frame): void {
    this.#stack.push({
      kind: 'double',
      stop: '"',
      rawEscapes: frame.rawEscapes,
      pattern: frame.pattern,
      words: null,
      done: (traits) => addTraits(frame, traits, 'raw'),
      text: this.#rawQuotes ? '"' : '',
      known: true,
      unset: null,
    });
  }

  #readDouble(frame: Frame): void {
    const depth = this.#stack.length;
    while (this.#stack.length === depth) {
      frame.text += this.#cursor.takePlain();
      if (this.#cursor.atEnd) throw new Rejection('a double quote is not closed');
      const char = this.#cursor.next();
      if (char === '"') {
        if (this.#rawQuotes) frame.text += char;
        this.#pop(frame);
        return;
      }
      if (char === '$') this.#dollar(frame);
      else if (char === this.#options.escapeToken) this.#escapeInDouble(frame, char);
      else frame.text += char;
    }
  }

  /** Only the quote, the dollar and the escape itself can be escaped; any other escape character stays. */
  #escapeInDouble(frame: Frame, char: string): void {
    if (this.#cursor.atEnd) return;
    const next = this.#cursor.peek();
    if (next === '"' || next === '$' || next === char) {
      if (frame.rawEscapes) frame.text += char;
      frame.text += this.#cursor.next();
    } else {
      if (frame.rawEscapes && (!this.#rawQuotes || frame.pattern)) frame.text += char;
      frame.text += char;
    }
  }

  #singleQuoted(pattern: boolean): string {
    const inner = this.#cursor.takeThrough("'");
    if (inner === null) throw new Rejection('a single quote is not closed');
    const { escapeToken } = this.#options;
    const text = pattern ? inner.replaceAll(escapeToken, () => escapeToken + escapeToken) : inner;
    return this.#rawQuotes ? `'${text}'` : text;
  }

  /** Blanks between `<<` and its delimiter belong to the word. */
  #possibleHeredoc(): string {
    if (this.#cursor.peek() !== '<') return '<';
    this.#cursor.next();
    return `<<${this.#cursor.takeWhile((char) => char === ' ' || char === '\t' || char === '\r')}`;
  }

  #dollar(frame: Frame): void {
    if (this.#cursor.peek() !== '{') {
      const name = this.#cursor.takeName();
      const variable = name === '' ? null : this.#scope.lookup(name);
      const unset = name !== '' && variable === null;
      this.#put(frame, name === '' || (unset && this.#options.keepUnset === true) ? `$${name}` : null, name, variable);
      return;
    }
    this.#cursor.next();
    const first = this.#cursor.peek();
    if (first === '') throw new Rejection("syntax error: missing '}' in a substitution");
    if (first === '{' || first === '}' || first === ':') throw new Rejection('syntax error: bad substitution');
    const name = this.#cursor.takeName();
    const char = this.#cursor.next();
    if (char === '}') {
      const variable = this.#scope.lookup(name);
      this.#put(frame, variable === null && this.#options.keepUnset === true ? `\${${name}}` : null, name, variable);
    } else if (char === '/') this.#openReplacement(frame, name);
    else this.#openOperand(frame, name, char);
  }

  /** Puts a variable into the text, or, when `literal` is not null, that text instead. */
  #put(frame: Frame, literal: string | null, name: string, variable: Variable | null): void {
    if (literal !== null) {
      add(frame, literal, 'split');
      return;
    }
    this.#scope.spend(variable?.value.length ?? 0);
    const known = variable === null ? this.#scope.complete : variable.known;
    addTraits(frame, { text: variable?.value ?? '', known, unset: variable === null ? name : null }, 'split');
  }

  #openOperand(frame: Frame, name: string, first: string): void {
    const colon = first === ':';
    const operator = colon ? this.#cursor.next() : first;
    const pattern = operator === '#' || operator === '%';
    const written = colon ? `:${operator}` : operator;
    // While nothing is expanded yet, BuildKit lets any modifier behind a colon pass.
    const tolerated = colon && this.#options.keepUnset === true;
    if (operator === '' || (colon && pattern) || !('+-?#%'.includes(operator) || tolerated)) {
      throw new Rejection(`unsupported modifier (${written}) in substitution`);
    }
    this.#pushOperand('}', pattern, pattern, (operand) => {
      const variable = this.#scope.lookup(name);
      if (variable === null && this.#options.keepUnset === true) {
        add(frame, `\${${name}${written}${operand.text}}`, 'split');
        return;
      }
      this.#finish(frame, name, variable, operand, () =>
        substitute(name, variable?.value ?? null, operator as Operator, colon, operand.text),
      );
    });
  }

  #openReplacement(frame: Frame, name: string): void {
    const all = this.#cursor.peek() === '/';
    if (all) this.#cursor.next();
    this.#pushOperand('/', true, true, (pattern) => {
      this.#pushOperand('}', false, true, (replacement) => {
        const variable = this.#scope.lookup(name);
        if (variable === null && this.#options.keepUnset === true) {
          add(frame, `\${${name}/${pattern.text}/${replacement.text}}`, 'split');
          return;
        }
        const both = {
          text: replacement.text,
          known: pattern.known && replacement.known,
          unset: pattern.unset ?? replacement.unset,
        };
        this.#finish(frame, name, variable, both, () =>
          substitute(name, variable?.value ?? null, all ? '//' : '/', false, replacement.text, pattern.text),
        );
      });
    });
  }

  #finish(
    frame: Frame,
    name: string,
    variable: Variable | null,
    operand: Traits,
    work: () => ReturnType<typeof substitute>,
  ): void {
    const known = variable === null ? this.#scope.complete : variable.known;
    const { text, operandUsed, needsValue } = work();
    // The operand of - and + was paid for when it was read.
    if (!operandUsed || needsValue) this.#scope.spend(text.length);
    const unset = needsValue && variable === null ? name : null;
    const traits = operandUsed
      ? { text, known: known && operand.known, unset: unset ?? operand.unset }
      : { text, known, unset };
    addTraits(frame, traits, 'split');
  }
}
