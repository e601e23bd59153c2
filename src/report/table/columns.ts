import type { Paint, Style } from './paint.ts';
import { pad, wrap } from './wrap.ts';

export interface Cell {
  /** Paragraphs, each wrapped by itself. */
  readonly lines: readonly string[];
  readonly style: Style;
}

const GAP = '  ';

/** One row of cells side by side, each wrapped to the width of its column; as many lines as the tallest cell needs. */
export function columns(
  cells: readonly Cell[],
  widths: readonly number[],
  indent: number,
  paint: Paint,
): readonly string[] {
  const wrapped = cells.map(({ lines, style }, index) => {
    const width = widths[index] ?? 2;
    return { width, style, lines: lines.flatMap((line) => wrap(line, width)) };
  });
  const height = Math.max(...wrapped.map(({ lines }) => lines.length));
  return Array.from({ length: height }, (_, line) => {
    const parts = wrapped.map((cell, index) => {
      const text = cell.lines[line] ?? '';
      // Padding after the last cell, or painted padding, would be invisible ink.
      const last = wrapped.slice(index + 1).every(({ lines }) => (lines[line] ?? '') === '');
      const painted = paint(text, cell.style);
      return last ? painted : painted + pad(text, cell.width).slice(text.length);
    });
    return (' '.repeat(indent) + parts.join(GAP)).trimEnd();
  });
}
