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
