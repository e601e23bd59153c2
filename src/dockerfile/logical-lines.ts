import { trim, trimLineEnd, trimStart } from './blanks.ts';
import { atLine, DockerfileError, Rejection } from './dockerfile-error.ts';
import { chompTabs, findHeredocs, type HeredocStart } from './heredoc.ts';
import { type Node, parseNode } from './node.ts';
import { DirectiveParser, escapeCharacter, validateCheck } from './parser-directives.ts';
import { LineReader } from './source-text.ts';

export interface HeredocBody extends HeredocStart {
  /** Every line of the body with its line end, as written. */
  readonly content: string;
}

/** An instruction and the lines it takes, its heredocs included. */
export interface PlacedNode {
  readonly node: Node;
  readonly heredocs: readonly HeredocBody[];
  readonly startLine: number;
  readonly endLine: number;
}

export interface NodeList {
  readonly nodes: readonly PlacedNode[];
  /** The escape and continuation character. */
  readonly escapeToken: string;
}

const HEREDOC_KINDS = ['run', 'copy', 'add'];

/** Cuts a text into instructions, as moby/buildkit frontend/dockerfile/parser does. Throws DockerfileError. */
export function parseNodes(text: string): NodeList {
  const reader = new LineReader(text);
  const directives = new DirectiveParser();
  const nodes: PlacedNode[] = [];
  let escapeToken = '\\';
  for (let line = reader.next(); line !== null; line = reader.next()) {
    const startLine = reader.line;
    const bare = trimStart(trimLineEnd(line));
    if (!directives.done) escapeToken = atLine(startLine, () => readDirective(directives, bare)) ?? escapeToken;
    if (bare === '' || bare.startsWith('#')) continue;
    const logical = joinContinued(bare, reader, escapeToken);
    const node = atLine(startLine, () => parseNode(logical, escapeToken));
    const heredocs = readHeredocs(node, startLine, reader);
    nodes.push({ node, heredocs, startLine, endLine: reader.line });
  }
  if (nodes.length === 0) throw new DockerfileError('the file has no instructions', Math.max(reader.line, 1));
  return { nodes, escapeToken };
}

/** The new escape character when the line sets one. */
function readDirective(directives: DirectiveParser, line: string): string | null {
  const directive = directives.parse(line);
  if (directive?.key === 'check') validateCheck(directive.value);
  return directive?.key === 'escape' ? escapeCharacter(directive.value) : null;
}

/** Joins a line with those it continues in; comment lines and empty lines between them vanish. */
function joinContinued(first: string, reader: LineReader, escapeToken: string): string {
  const parts: string[] = [];
  for (let line: string | null = first; line !== null; line = nextContinuation(reader)) {
    const head = withoutContinuation(line, escapeToken);
    parts.push(head ?? line);
    if (head === null) break;
  }
  return parts.join('');
}

function nextContinuation(reader: LineReader): string | null {
  for (let line = reader.next(); line !== null; line = reader.next()) {
    const content = trimLineEnd(line);
    const start = trimStart(content);
    if (start !== '' && !start.startsWith('#')) return content;
  }
  return null;
}

/** The line without the escape character that ends it, or null when the line does not go on. */
export function withoutContinuation(line: string, escapeToken: string): string | null {
  let end = line.length;
  while (end > 0 && (line[end - 1] === ' ' || line[end - 1] === '\t')) end--;
  if (line[end - 1] !== escapeToken || line[end - 2] === escapeToken) return null;
  return line.slice(0, end - 1);
}

function readHeredocs(node: Node, startLine: number, reader: LineReader): HeredocBody[] {
  const carrier = node.kind === 'onbuild' ? node.trigger : node;
  if (carrier === null || !HEREDOC_KINDS.includes(carrier.kind) || carrier.json) return [];
  if (!node.original.includes('<<')) return [];
  return atLine(startLine, () =>
    findHeredocs(node.original).map((start) => ({ ...start, content: readBody(start, reader) })),
  );
}

function readBody(start: HeredocStart, reader: LineReader): string {
  const lines: string[] = [];
  for (let line = reader.next(); line !== null; line = reader.next()) {
    const content = trimLineEnd(line);
    if ((start.chomp ? content.replace(/^\t+/, '') : content) === start.name) return lines.join('');
    lines.push(line);
  }
  throw new Rejection(`the heredoc <<${start.name} is not terminated`);
}

/** The body as the build uses it. */
export function heredocText(heredoc: HeredocBody): string {
  return heredoc.chomp ? chompTabs(heredoc.content) : heredoc.content;
}

/** ONBUILD's instruction as a text of its own, which is how images carry it. */
export function triggerText(node: Node, heredocs: readonly HeredocBody[]): string {
  const line = trim(node.original).replace(/^ONBUILD[\t\n\f\r ]*/iu, '');
  return [line, ...heredocs.map((heredoc) => `${heredoc.content}${heredoc.name}`)].join('\n');
}
