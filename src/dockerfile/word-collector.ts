import { isSpace } from './blanks.ts';

/**
 * Collects the words of a text while it is expanded: white space between words, and in the values of variables,
 * divides; white space in quotes does not.
 */
export class WordCollector {
  readonly words: string[] = [];
  #text = '';

  /** Text in which white space divides. */
  addSplit(text: string): void {
    let start = 0;
    for (let at = 0; at < text.length; at++) {
      if (!isSpace(text.charAt(at))) continue;
      this.#text += text.slice(start, at);
      this.finish();
      start = at + 1;
    }
    this.#text += text.slice(start);
  }

  addRaw(text: string): void {
    this.#text += text;
  }

  /**
   * Forgets the word so far. BuildKit collects all words of a source in one buffer and empties it for the operand of a
   * substitution, so that `EXPOSE 80${x:-80}` exposes 80; and so must we.
   */
  drop(): void {
    this.#text = '';
  }

  finish(): void {
    if (this.#text !== '') this.words.push(this.#text);
    this.#text = '';
  }
}
