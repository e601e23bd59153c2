import { diffLines, type LineRun } from './line-diff.ts';

/** Lines around a change that show where it is. */
const CONTEXT = 3;
const NO_LINE_END = '\\ No newline at end of file';

interface Line {
  readonly mark: ' ' | '-' | '+';
  readonly text: string;
  /** Lines of the old and the new text before this one. */
  readonly old: number;
  readonly now: number;
}

/** What `git apply` and `patch -p1` take to turn one text of a file into the other; '' when they are the same. */
export function unifiedDiff(file: string, before: string, after: string): string {
  if (before === after) return '';
  const lines = numbered(diffLines(splitLines(before), splitLines(after)));
  const hunks = hunksOf(lines).map((hunk) => hunkText(hunk));
  return [`--- ${quoted(`a/${file}`)}\n+++ ${quoted(`b/${file}`)}\n`, ...hunks].join('');
}

/** Each with its line end: two texts that differ only there are different. */
function splitLines(text: string): readonly string[] {
  return text === '' ? [] : (text.match(/[^\n]*\n|[^\n]+$/g) ?? []);
}

function numbered(runs: readonly LineRun[]): readonly Line[] {
  const lines: Line[] = [];
  let [old, now] = [0, 0];
  for (const { kind, lines: texts } of runs) {
    for (const text of texts) {
      lines.push({ mark: kind === 'same' ? ' ' : kind === 'old' ? '-' : '+', text, old, now });
      if (kind !== 'new') old++;
      if (kind !== 'old') now++;
    }
  }
  return lines;
}

/** Changes whose context touches stand in one hunk. */
function hunksOf(lines: readonly Line[]): readonly (readonly Line[])[] {
  const ranges: { start: number; end: number }[] = [];
  for (const [index, { mark }] of lines.entries()) {
    if (mark === ' ') continue;
    const [start, end] = [Math.max(0, index - CONTEXT), Math.min(lines.length, index + CONTEXT + 1)];
    const last = ranges.at(-1);
    if (last !== undefined && start <= last.end) last.end = end;
    else ranges.push({ start, end });
  }
  return ranges.map(({ start, end }) => lines.slice(start, end));
}

function hunkText(lines: readonly Line[]): string {
  const [first] = lines;
  const old = lines.filter(({ mark }) => mark !== '+').length;
  const now = lines.filter(({ mark }) => mark !== '-').length;
  const head = `@@ -${range(first?.old ?? 0, old)} +${range(first?.now ?? 0, now)} @@\n`;
  const body = lines.map(({ mark, text }) => `${mark}${text}${text.endsWith('\n') ? '' : `\n${NO_LINE_END}\n`}`);
  return [head, ...body].join('');
}

/** An empty range names the line before it (POSIX, diff -u). */
function range(before: number, count: number): string {
  return count === 1 ? `${before + 1}` : `${count === 0 ? before : before + 1},${count}`;
}

/** Names that would break the line are written as git writes them. */
function quoted(name: string): string {
  if (!/[\p{Cc}"\\]/u.test(name)) return name;
  const escaped = name.replace(/["\\]/g, '\\$&').replace(/\p{Cc}/gu, (char) => {
    return [...new TextEncoder().encode(char)].map((byte) => `\\${byte.toString(8).padStart(3, '0')}`).join('');
  });
  return `"${escaped}"`;
}
