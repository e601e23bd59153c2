import type { TextEdit } from '../../model/text-edit.ts';

const BOM = '\uFEFF';

/** A part of a text by its offsets; the end is not included. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** A file's text with its lines as BuildKit counts them. Offsets and columns leave a byte-order mark out (SARIF 2.1.0, 3.30). */
export class SourceText {
  readonly text: string;
  readonly #starts: readonly number[];

  constructor(source: string) {
    this.text = source.startsWith(BOM) ? source.slice(1) : source;
    const starts = [0];
    for (let at = this.text.indexOf('\n'); at >= 0; at = this.text.indexOf('\n', at + 1)) starts.push(at + 1);
    this.#starts = starts;
  }

  /** False for a line end that some readers count and others do not: a place would mean two different ones. */
  get hasPlainLineEnds(): boolean {
    return !/\r(?!\n)/.test(this.text);
  }

  /** Where a line starts, counted from 1; the end of the text for lines behind the last. */
  startOf(line: number): number {
    return this.#starts[line - 1] ?? this.text.length;
  }

  /** A line with its line end; '' behind the last one. */
  line(line: number): string {
    return this.text.slice(this.startOf(line), this.startOf(line + 1));
  }

  /** The line end that a line has; that of the first line where it is the last and has none. */
  lineEnd(line: number): string {
    return /\r?\n$/.exec(this.line(line))?.[0] ?? /\r?\n$/.exec(this.line(1))?.[0] ?? '\n';
  }

  edit(file: string, { start, end }: Span, text: string): TextEdit {
    const [from, to] = [this.#place(start), this.#place(end)];
    return { file, startLine: from.line, startColumn: from.column, endLine: to.line, endColumn: to.column, text };
  }

  span(edit: TextEdit): Span {
    return {
      start: this.startOf(edit.startLine) + edit.startColumn - 1,
      end: this.startOf(edit.endLine) + edit.endColumn - 1,
    };
  }

  #place(offset: number): { readonly line: number; readonly column: number } {
    let [low, high] = [0, this.#starts.length - 1];
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if ((this.#starts[middle] ?? 0) <= offset) low = middle;
      else high = middle - 1;
    }
    return { line: low + 1, column: offset - (this.#starts[low] ?? 0) + 1 };
  }
}
