import type { TextEdit } from '../../model/text-edit.ts';
import { SourceText, type Span } from './source-text.ts';

/** The text with the edits in it. They must be for one file and must not overlap (see `withoutOverlaps`). */
export function applyEdits(source: string, edits: readonly TextEdit[]): string {
  const text = new SourceText(source);
  const parts: string[] = [source.slice(0, source.length - text.text.length)];
  let at = 0;
  for (const { span, edit } of inOrder(text, edits)) {
    if (span.start < at) throw new RangeError(`edits overlap on line ${edit.startLine}`);
    parts.push(text.text.slice(at, span.start), edit.text);
    at = span.end;
  }
  parts.push(text.text.slice(at));
  return parts.join('');
}

/** Of edits that come in groups, the groups that fit together; what comes first is kept. Equal edits of two groups count once. */
export function withoutOverlaps<T extends { readonly edits: readonly TextEdit[] }>(
  source: string,
  groups: readonly T[],
): { readonly kept: readonly T[]; readonly edits: readonly TextEdit[] } {
  const text = new SourceText(source);
  const kept: T[] = [];
  const edits = new Map<string, TextEdit>();
  const taken: Span[] = [];
  for (const group of groups) {
    const fresh = group.edits
      .filter((edit) => !edits.has(keyOf(edit)))
      .map((edit) => ({ edit, span: text.span(edit) }));
    if (fresh.some(({ span }) => isTaken(taken, span))) continue;
    kept.push(group);
    for (const { edit, span } of fresh) {
      edits.set(keyOf(edit), edit);
      taken.splice(placeOf(taken, span), 0, span);
    }
  }
  return { kept, edits: [...edits.values()] };
}

function keyOf({ startLine, startColumn, endLine, endColumn, text }: TextEdit): string {
  return `${startLine}:${startColumn}-${endLine}:${endColumn} ${text}`;
}

/** What is taken is sorted and does not overlap, so that the neighbours tell. */
function isTaken(taken: readonly Span[], span: Span): boolean {
  const at = placeOf(taken, span);
  return taken.slice(Math.max(0, at - 2), at + 2).some((other) => collide(other, span));
}

function placeOf(taken: readonly Span[], span: Span): number {
  let [low, high] = [0, taken.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    const other = taken[middle] ?? span;
    if (other.start < span.start || (other.start === span.start && other.end < span.end)) low = middle + 1;
    else high = middle;
  }
  return low;
}

function inOrder(text: SourceText, edits: readonly TextEdit[]) {
  return edits
    .map((edit) => ({ edit, span: text.span(edit) }))
    .sort((a, b) => a.span.start - b.span.start || a.span.end - b.span.end);
}

/** Two insertions at one place collide too: which comes first would be an accident. One before a replaced part does not. */
function collide(a: Span, b: Span): boolean {
  if (a.start === b.start) return (a.start === a.end) === (b.start === b.end);
  return a.start < b.end && b.start < a.end;
}
