import {
  type Document,
  isAlias,
  isMap,
  isScalar,
  isSeq,
  type Node,
  parseDocument,
  stringify,
  type YAMLMap,
} from 'yaml';
import { UsageError } from '../../model/failure.ts';

/** A waiver as the policy file has it; what is not given is left out. */
export interface WrittenWaiver {
  readonly id: string;
  readonly reason: string;
  readonly expires: string;
  readonly owner?: string;
  readonly image?: string;
  readonly package?: string;
  readonly path?: string;
  readonly origin?: string;
}

/**
 * The text of a policy file with one more waiver at the end of its list. Everything else stays as it is, letter by letter:
 * comments, quotes, line ends, the order of keys.
 * @param text well-formed YAML or JSON
 * @throws UsageError `waiver-by-hand` where the list stands in a form that one cannot add to, such as an alias.
 */
export function addWaiver(text: string, waiver: WrittenWaiver): string {
  const document = parseDocument(text, { stringKeys: true, uniqueKeys: false });
  const end = /\r?\n/.exec(text)?.[0] ?? '\n';
  const { at, to = at, insert } = insertion(text, document, waiver);
  const lines = insert.replaceAll('\n', end);
  return text.slice(0, at) + lines + text.slice(to);
}

interface Insertion {
  readonly at: number;
  /** Where what is replaced ends; nothing is, where it is not given. */
  readonly to?: number;
  /** With plain line feeds. */
  readonly insert: string;
}

function insertion(text: string, document: Document, waiver: WrittenWaiver): Insertion {
  const root = document.contents;
  // A file of comments alone, or none at all.
  if (root === null || (isScalar(root) && root.value === null)) return atEnd(text, `waivers:\n${block(waiver, '  ')}`);
  if (!isMap(root)) throw byHand(waiver);
  const pair = root.items.find(({ key }) => isScalar(key) && key.value === 'waivers');
  if (pair === undefined) return newList(text, root, waiver);
  const list = pair.value;
  if (isScalar(list) && list.value === null) return intoNothing(text, list, waiver);
  if (!isSeq(list)) throw byHand(waiver);
  const last: unknown = list.items.at(-1);
  if (list.flow === true) return intoFlow(text, list, last, waiver);
  const start = startOf(list, waiver);
  return afterLine(text, endOf(last, waiver), block(waiver, text.slice(lineStart(text, start), start)));
}

function newList(text: string, root: YAMLMap, waiver: WrittenWaiver): Insertion {
  const [, rootEnd = 0] = root.range ?? [];
  if (root.flow !== true) {
    const start = startOf(root, waiver);
    const indent = text.slice(lineStart(text, start), start);
    return afterLine(text, rootEnd, `${indent}waivers:\n${block(waiver, `${indent}  `)}`);
  }
  const last = root.items.at(-1);
  const value = `"waivers": [${flow(waiver)}]`;
  if (last === undefined) return { at: rootEnd - 1, insert: value };
  const indent = indentOf(text, startOf(last.key, waiver));
  return { at: endOf(last.value ?? last.key, waiver), insert: `,${indent}${value}` };
}

/** `waivers:` without a value, or with one that says "nothing". */
function intoNothing(text: string, value: Node, waiver: WrittenWaiver): Insertion {
  const [start = 0, end = 0] = value.range ?? [];
  const lineEnd = text.indexOf('\n', start);
  // The list begins on the next line; a comment beside the key keeps its place.
  const beside = text.slice(end, lineEnd < 0 ? text.length : lineEnd);
  if (!/^\s*(#.*)?\s*$/.test(beside)) throw byHand(waiver);
  if (start === end) return afterLine(text, end, block(waiver, '  '));
  return { at: start, to: end, insert: `[${flow(waiver)}]` };
}

function intoFlow(text: string, list: Node, last: unknown, waiver: WrittenWaiver): Insertion {
  const [, end = 0] = list.range ?? [];
  if (last === undefined) return { at: end - 1, insert: flow(waiver) };
  return { at: endOf(last, waiver), insert: `,${indentOf(text, startOf(last, waiver))}${flow(waiver)}` };
}

/** What stands before the next item: a line break with the same indentation, else a blank. */
function indentOf(text: string, start: number): string {
  const before = text.slice(lineStart(text, start), start);
  return /^[ \t]+$/.test(before) ? `\n${before}` : ' ';
}

/** At the start of the line after a place; the rest of its own line is a comment or nothing. */
function afterLine(text: string, place: number, insert: string): Insertion {
  // The end of a block text is the start of the next line already.
  if (place > 0 && text[place - 1] === '\n') return { at: place, insert };
  const lineEnd = text.indexOf('\n', place);
  return lineEnd < 0 ? atEnd(text, insert) : { at: lineEnd + 1, insert };
}

function atEnd(text: string, insert: string): Insertion {
  const isWhole = text === '' || text.endsWith('\n');
  return { at: text.length, insert: isWhole ? insert : `\n${insert.slice(0, -1)}` };
}

function block(waiver: WrittenWaiver, indent: string): string {
  const item = stringify([waiver], { lineWidth: 0, version: '1.1' });
  return item.replace(/^(?=.)/gm, indent);
}

/** In a form that is YAML and JSON alike. */
function flow(waiver: WrittenWaiver): string {
  const pairs = Object.entries(waiver).map(([key, value]) => `${JSON.stringify(key)}: ${JSON.stringify(value)}`);
  return `{ ${pairs.join(', ')} }`;
}

function lineStart(text: string, place: number): number {
  return text.lastIndexOf('\n', place - 1) + 1;
}

function startOf(node: unknown, waiver: WrittenWaiver): number {
  return rangeOf(node, waiver)[0];
}

function endOf(node: unknown, waiver: WrittenWaiver): number {
  return rangeOf(node, waiver)[1];
}

function rangeOf(node: unknown, waiver: WrittenWaiver): readonly [number, number] {
  const isPlaced = isMap(node) || isSeq(node) || isScalar(node) || isAlias(node);
  if (!isPlaced || !node.range) throw byHand(waiver);
  return [node.range[0], node.range[1]];
}

function byHand(waiver: WrittenWaiver): UsageError {
  return new UsageError(
    'waiver-by-hand',
    'The list of waivers stands in a form that no waiver can be added to safely.',
    `Write it by hand: ${flow(waiver)}`,
  );
}
