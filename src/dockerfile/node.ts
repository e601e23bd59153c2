import { cutBlank, isSpace, splitBlanks, trim } from './blanks.ts';
import { Rejection } from './dockerfile-error.ts';
import { splitFlags } from './flags.ts';
import { parseJsonForm } from './json-form.ts';
import { type NameValue, parseNameValues, splitWords } from './words.ts';

/** One instruction, cut into parts by the grammar of its keyword; what the parts mean comes later. */
export interface Node {
  /** As written. */
  readonly keyword: string;
  /** Lower case. */
  readonly kind: string;
  /** The logical line. */
  readonly original: string;
  /** What follows the keyword and its flags. */
  readonly text: string;
  readonly flags: readonly string[];
  readonly args: readonly string[];
  /** Whether `args` come from a JSON form. */
  readonly json: boolean;
  /** Of ENV and LABEL; empty for the others. */
  readonly pairs: readonly NameValue[];
  /** The instruction after ONBUILD. */
  readonly trigger: Node | null;
}

type Parts = Pick<Node, 'args'> & Partial<Pick<Node, 'json' | 'pairs' | 'trigger'>>;

/** Cuts one logical line. Throws Rejection. `nested`: the line is the instruction of an ONBUILD. */
export function parseNode(line: string, escapeToken: string, nested = false): Node {
  const trimmed = trim(line);
  const cut = cutBlank(trimmed);
  const keyword = cut === null ? trimmed : cut[0];
  const { words: flags, rest } = cut === null ? { words: [], rest: '' } : splitFlags(cut[1], escapeToken);
  const text = trim(rest);
  const kind = keyword.toLowerCase();
  const parts = parseParts(kind, text, escapeToken, nested);
  return { keyword, kind, original: line, text, flags, json: false, pairs: [], trigger: null, ...parts };
}

function parseParts(kind: string, text: string, escapeToken: string, nested: boolean): Parts {
  switch (kind) {
    case 'run':
    case 'cmd':
    case 'entrypoint':
    case 'shell':
      return parseCommandLine(text);
    case 'add':
    case 'copy':
    case 'volume': {
      const list = parseJsonForm(text);
      return list === null ? { args: splitArguments(text) } : { args: list, json: true };
    }
    case 'env':
    case 'label': {
      const pairs = parseNameValues(text, escapeToken, kind.toUpperCase());
      return { args: [], pairs };
    }
    case 'arg':
      return { args: splitWords(text, escapeToken) };
    case 'expose':
    case 'from':
      return { args: splitArguments(text) };
    case 'healthcheck':
      return parseHealthcheck(text);
    case 'onbuild':
      return parseTrigger(text, escapeToken, nested);
    default:
      return { args: text === '' ? [] : [text] };
  }
}

function splitArguments(text: string): string[] {
  return text === '' ? [] : splitBlanks(text);
}

function parseCommandLine(text: string): Parts {
  if (text === '') return { args: [] };
  const list = parseJsonForm(text);
  return list === null ? { args: [text] } : { args: list, json: true };
}

function parseHealthcheck(text: string): Parts {
  let end = 0;
  while (end < text.length && !isAsciiSpace(text.charAt(end))) end++;
  let next = end;
  while (next < text.length && isAsciiSpace(text.charAt(next))) next++;
  if (end === 0) return { args: [] };
  const { args, json = false } = parseCommandLine(text.slice(next));
  return { args: [text.slice(0, end), ...args], json };
}

/** BuildKit looks at bytes here, so only ASCII counts. */
function isAsciiSpace(char: string): boolean {
  return char < '\x80' && isSpace(char);
}

function parseTrigger(text: string, escapeToken: string, nested: boolean): Parts {
  if (text === '') return { args: [] };
  // No deeper than needed: whoever chains ONBUILD is refused anyway.
  if (nested) throw new Rejection("chaining ONBUILD via `ONBUILD ONBUILD` isn't allowed");
  return { args: [text], trigger: parseNode(text, escapeToken, true) };
}
