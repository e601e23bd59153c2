/** A variable's value. `known: false`: an unresolved base image may have another one. */
export interface Variable {
  readonly value: string;
  readonly known: boolean;
}

export interface Scope {
  /** Null for a variable that nothing sets. */
  lookup(name: string): Variable | null;
  /** False when an unresolved base image may set what `lookup` does not find. */
  readonly complete: boolean;
  /** Told the length of each value that is put in; throws Rejection when it is too much. */
  spend(characters: number): void;
}

export interface WordOptions {
  readonly escapeToken: string;
  /** Keep quotes and escapes as they are written, and variables that have no value: for looking at, not for use. */
  readonly raw?: 'quotes' | 'quotes-and-escapes';
  readonly keepUnset?: boolean;
  /** Quotes have no meaning, as in a heredoc. */
  readonly plainQuotes?: boolean;
  /** Also split the result into words. */
  readonly split?: boolean;
}

export interface Expansion {
  readonly text: string;
  readonly words: readonly string[];
  readonly known: boolean;
  /** The first variable that was used without a value and without a default; null when there is none. */
  readonly unset: string | null;
}
