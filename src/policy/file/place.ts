import { type Document, isMap, isNode, isScalar, isSeq, type LineCounter } from 'yaml';

/** Something wrong with a policy file, at a line and a column counted from 1. */
export interface Mistake {
  readonly message: string;
  readonly line: number;
  readonly col: number;
}

type Path = readonly (string | number)[];

/** Where a value stands: at its key, for what a map holds; as near as can be for what is not there. */
export function placeOf(
  path: Path,
  document: Document,
  lines: LineCounter,
): { readonly line: number; readonly col: number } {
  let node: unknown = document.contents;
  let offset = 0;
  for (const step of path) {
    const next = stepInto(node, step);
    if (next === null) break;
    offset = next.offset ?? offset;
    node = next.node;
  }
  const { line, col } = lines.linePos(offset);
  return { line: Math.max(line, 1), col: Math.max(col, 1) };
}

/** The last line of a value, counted from 1. */
export function endOf(path: Path, document: Document, lines: LineCounter): number {
  const node: unknown = document.getIn(path, true);
  const end = isNode(node) && node.range ? node.range[1] : null;
  const { line } = placeOf(path, document, lines);
  // A block ends where the next line begins.
  return end === null ? line : Math.max(line, lines.linePos(Math.max(0, end - 1)).line);
}

function stepInto(
  node: unknown,
  step: string | number,
): { readonly node: unknown; readonly offset: number | null } | null {
  if (isMap(node)) {
    const pair = node.items.find(({ key }) => (isScalar(key) ? String(key.value) : key) === String(step));
    return pair === undefined ? null : { node: pair.value, offset: startOf(pair.key) };
  }
  if (isSeq(node)) {
    const item: unknown = node.items[Number(step)];
    return item === undefined ? null : { node: item, offset: startOf(item) };
  }
  return null;
}

function startOf(node: unknown): number | null {
  return isNode(node) && node.range ? node.range[0] : null;
}

/** A key as messages show it: on one line, short. */
export function shownKey(key: string): string {
  return JSON.stringify(key.length > 60 ? `${key.slice(0, 59)}…` : key);
}
