import { trim } from '../../dockerfile/blanks.ts';
import { asHeredoc } from '../../dockerfile/heredoc.ts';
import type { Instruction } from '../../model/dockerfile.ts';
import { logicalText, MappedText } from './logical-text.ts';
import type { SourceText, Span } from './source-text.ts';

/** The shell text of a RUN, with the places of its parts in the file. */
export interface RunText {
  readonly text: string;
  /** See `MappedText.span`. */
  readonly span: (start: number, end: number) => Span | null;
}

/** Null for a RUN of words, and for heredocs that are more than the whole script. */
export function runText(source: SourceText, instruction: Instruction, escapeToken: string): RunText | null {
  const { heredocs, text, json, location } = instruction;
  if (json !== null) return null;
  const logical = logicalText(source, location.startLine, escapeToken);
  const [heredoc] = heredocs;
  if (heredoc === undefined) {
    const { textStart } = logical;
    const isSame = logical.text.slice(textStart, textStart + text.length) === text;
    return isSame ? { text, span: (start, end) => logical.span(start + textStart, end + textStart) } : null;
  }
  if (heredocs.length > 1 || asHeredoc(trim(text)) === null) return null;
  for (const dropTabs of [false, true]) {
    const body = bodyOf(source, logical.lastLine + 1, location.endLine, dropTabs);
    if (body.text === heredoc.content) return { text: body.text, span: (start, end) => body.span(start, end) };
  }
  return null;
}

/** The lines of a heredoc without its last one, which ends it. */
function bodyOf(source: SourceText, first: number, end: number, dropTabs: boolean): MappedText {
  const spans: Span[] = [];
  for (let line = first; line < end; line++) {
    const raw = source.line(line);
    const tabs = dropTabs ? (/^\t*/.exec(raw)?.[0].length ?? 0) : 0;
    spans.push({ start: source.startOf(line) + tabs, end: source.startOf(line) + raw.length });
  }
  return new MappedText(source, spans);
}
