import {
  type Document,
  isAlias,
  isMap,
  isScalar,
  LineCounter,
  parseDocument,
  visit,
  type YAMLMap,
  type YAMLParseError,
} from 'yaml';
import { errorMessage } from '../../model/error-code.ts';
import { type Mistake, shownKey } from './place.ts';

/** Far above any real policy; what is read more slowly than it is long ends here. */
export const LONGEST_POLICY = 512 * 1024;

export interface PolicyDocument {
  readonly document: Document;
  readonly lines: LineCounter;
  /** What YAML or JSON itself does not allow, and keys that no policy has. */
  readonly mistakes: readonly Mistake[];
  /** The plain value; an empty map when there is none, or when the text is no YAML at all. */
  readonly value: unknown;
}

/** Reads a text as YAML 1.2, of which JSON is a part. Never throws: what is wrong is in `mistakes`. */
export function readYaml(text: string): PolicyDocument {
  const lines = new LineCounter();
  const nothing = { document: parseDocument(''), lines, value: {} };
  const atStart = (message: string): PolicyDocument => ({ ...nothing, mistakes: [{ message, line: 1, col: 1 }] });
  if (text.length > LONGEST_POLICY) return atStart(`a policy has at most ${LONGEST_POLICY / 1024} KiB`);
  let document: Document;
  try {
    // The parser compares each key with all others; ours remembers them.
    document = parseDocument(text, {
      lineCounter: lines,
      prettyErrors: false,
      stringKeys: true,
      uniqueKeys: false,
      schema: 'core',
    });
  } catch (error) {
    // A text nested without end exhausts the stack of the parser.
    return atStart(`this cannot be read as YAML (${errorMessage(error)})`);
  }
  const broken = [...document.errors, ...document.warnings].map((error) => ({
    message: wordsOf(error),
    ...lines.linePos(error.pos[0]),
  }));
  if (broken.length > 0) return { document, lines, value: {}, mistakes: broken };
  const keys = keyMistakes(document, lines);
  keepAsWritten(document);
  try {
    return { document, lines, mistakes: keys, value: document.toJS({ maxAliasCount: 100 }) ?? {} };
  } catch (error) {
    return { ...(keys.length > 0 ? { ...nothing, mistakes: keys } : atStart(errorMessage(error))), document };
  }
}

/** Keys that are given twice, or that mean something to YAML or to JavaScript rather than to a policy; aliases of nothing. */
function keyMistakes(document: Document, lines: LineCounter): readonly Mistake[] {
  const mistakes: Mistake[] = [];
  const anchors = new Set<string>();
  visit(document, {
    Node(_key, node) {
      if (isAlias(node)) {
        const place = lines.linePos(node.range?.[0] ?? 0);
        if (!anchors.has(node.source)) mistakes.push({ message: `nothing is called &${node.source} before`, ...place });
      } else if (node.anchor !== undefined) {
        anchors.add(node.anchor);
      }
      if (isMap(node)) mistakes.push(...mistakesIn(node, lines));
    },
  });
  return mistakes;
}

function mistakesIn(map: YAMLMap, lines: LineCounter): readonly Mistake[] {
  const seen = new Map<string, number>();
  return map.items.flatMap(({ key }) => {
    const place = lines.linePos(isScalar(key) ? (key.range?.[0] ?? 0) : 0);
    const name = isScalar(key) ? String(key.value) : String(key);
    const first = seen.get(name);
    seen.set(name, first ?? place.line);
    const message = keyMessage(name, first);
    return message === null ? [] : [{ message, ...place }];
  });
}

function keyMessage(name: string, firstLine: number | undefined): string | null {
  if (firstLine !== undefined) return `${shownKey(name)} is given twice, first in line ${firstLine}`;
  if (name === '<<') return 'merge keys ("<<") are not supported; write the keys out';
  // JavaScript takes it for something else than a key.
  return name === '__proto__' ? 'unknown key "__proto__"' : null;
}

/**
 * `NODE_VERSION: 24.10` means the text that stands there, not the number 24.1; and a date is a date, whether YAML is told
 * so (`!!timestamp`) or not.
 */
function keepAsWritten(document: Document): void {
  visit(document, {
    Scalar(_key, scalar) {
      if (scalar.value instanceof Date) scalar.value = scalar.source;
    },
    Pair(_key, { key, value }) {
      if (!isScalar(key) || key.value !== 'build-args' || !isMap(value)) return;
      for (const { value: arg } of value.items) {
        if (isScalar(arg) && arg.source !== undefined && arg.value !== null) arg.value = arg.source;
      }
    },
  });
}

function wordsOf({ code, message }: Pick<YAMLParseError, 'code' | 'message'>): string {
  if (code === 'MULTIPLE_DOCS') return 'a policy is one document: nothing may follow "---"';
  return (message.split('\n')[0] ?? '').replace(/\p{Cc}+/gu, ' ').replace(/ at line \d+, column \d+:$/, '');
}
