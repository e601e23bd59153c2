import { stringify } from './stringify.ts';

/**
 * JSON that is written piece by piece: a report of tens of thousands of findings never stands in memory as one text, nor
 * as one tree of objects. `value` is written at once; the items of a list are asked for one by one.
 */
export type JsonNode =
  | { readonly value: unknown }
  | { readonly entries: readonly (readonly [string, JsonNode])[] }
  | { readonly items: Iterable<JsonNode> };

/** The pieces of the text that `stringify(value, indent)` would give of the same as one value. */
export function* jsonChunks(node: JsonNode, indent: number, depth = 0): Generator<string> {
  if ('value' in node) {
    yield indented(node.value, indent, depth);
    return;
  }
  const isList = 'items' in node;
  const inside = indent === 0 ? '' : `\n${' '.repeat(indent * (depth + 1))}`;
  const after = indent === 0 ? '' : `\n${' '.repeat(indent * depth)}`;
  let isEmpty = true;
  yield isList ? '[' : '{';
  for (const [key, child] of isList ? unnamed(node.items) : node.entries) {
    const name = key === null ? '' : `${stringify(key, 0)}:${indent === 0 ? '' : ' '}`;
    yield `${isEmpty ? '' : ','}${inside}${name}`;
    isEmpty = false;
    yield* jsonChunks(child, indent, depth + 1);
  }
  yield `${isEmpty ? '' : after}${isList ? ']' : '}'}`;
}

/** A value as it stands within `depth` lists: their brackets, which know about indents, are taken off again. */
function indented(value: unknown, indent: number, depth: number): string {
  if (depth === 0 || indent === 0) return stringify(value, indent);
  let within = value;
  for (let level = 0; level < depth; level += 1) within = [within];
  const text = stringify(within, indent);
  // Before: a bracket, a line feed and the next level's indent for each; after: the same with the level's own.
  const after = 2 * depth + (indent * depth * (depth - 1)) / 2;
  return text.slice(after + indent * depth, text.length - after);
}

function* unnamed(items: Iterable<JsonNode>): Generator<readonly [null, JsonNode]> {
  for (const item of items) yield [null, item];
}

/** The fields of an object as nodes. */
export function valueEntries(fields: object): readonly (readonly [string, JsonNode])[] {
  return Object.entries(fields).map(([key, value]) => [key, { value }]);
}

/** The items of a list, each made when it is written. */
export function* valueNodes<T>(items: Iterable<T>, toValue: (item: T) => unknown): Generator<JsonNode> {
  for (const item of items) yield { value: toValue(item) };
}
