import { trim, trimLineEnd, trimStart } from '../../dockerfile/blanks.ts';
import { withoutContinuation } from '../../dockerfile/logical-lines.ts';
import { parseNode } from '../../dockerfile/node.ts';
import type { SourceText, Span } from './source-text.ts';

/** A stretch of a text that stands in one piece in the file. */
interface Piece {
  readonly at: number;
  readonly length: number;
  readonly offset: number;
}

/** A text that is put together from pieces of a file: positions in it lead back to the file. */
export class MappedText {
  readonly text: string;
  readonly #pieces: readonly Piece[];

  constructor(source: SourceText, spans: readonly Span[]) {
    const pieces: Piece[] = [];
    let at = 0;
    for (const { start, end } of spans) {
      pieces.push({ at, length: end - start, offset: start });
      at += end - start;
    }
    this.#pieces = pieces;
    this.text = spans.map(({ start, end }) => source.text.slice(start, end)).join('');
  }

  /** Where a part of the text stands in the file; null when it is spread over several lines there. It must not be empty. */
  span(start: number, end: number): Span | null {
    const piece = this.#pieces.find(({ at, length }) => start >= at && start < at + length);
    if (piece === undefined || end <= start || end > piece.at + piece.length) return null;
    const shift = piece.offset - piece.at;
    return { start: start + shift, end: end + shift };
  }
}

/** One instruction as the parser joins it, from the keyword on. */
export interface LogicalText extends MappedText {
  /** Where what follows the keyword and its flags begins. */
  readonly textStart: number;
  /** The last line that belongs to it, heredocs left out. */
  readonly lastLine: number;
}

/** Reads the instruction that starts on a line, in the way of `parseNodes`. Throws what that throws. */
export function logicalText(source: SourceText, startLine: number, escapeToken: string): LogicalText {
  const spans: Span[] = [];
  let line = startLine;
  for (let lastLine = line; ; line++) {
    const raw = source.line(line);
    const content = trimLineEnd(raw);
    const bare = trimStart(content);
    const isSkipped = spans.length > 0 && (bare === '' || bare.startsWith('#'));
    if (raw !== '' && !isSkipped) {
      const start = source.startOf(line) + (spans.length === 0 ? content.length - bare.length : 0);
      const head = withoutContinuation(content, escapeToken);
      spans.push({ start, end: source.startOf(line) + (head ?? content).length });
      lastLine = line;
      if (head !== null) continue;
    }
    if (raw !== '' && isSkipped) continue;
    const mapped = new MappedText(source, spans);
    return Object.assign(mapped, { textStart: textStart(mapped.text, escapeToken), lastLine });
  }
}

/** The text is what is left of the line without the blanks around it, so it is known from its end. */
function textStart(logical: string, escapeToken: string): number {
  const { text } = parseNode(logical, escapeToken);
  const end = logical.length - (logical.length - trimEndLength(logical));
  return end - text.length;
}

function trimEndLength(text: string): number {
  return text.length - (trimStart(text).length - trim(text).length);
}
