/** A string in a JSON document, with the keys that lead to it. */
export interface JsonString {
  /** Keys of objects only; lists count as nothing. */
  readonly keys: readonly string[];
  readonly value: string;
  readonly line: number;
}

const DEEPEST = 200;
const LONGEST = 2000;

/**
 * All strings of a JSON document that are values, with their lines, which `JSON.parse` does not tell. It goes through
 * the text once; of a text that is no JSON it gives what it can.
 */
export function* jsonStrings(text: string): Generator<JsonString> {
  /** For each open bracket: the key under which its values stand, null in a list. */
  const open: (string | null)[] = [];
  let line = 1;
  let isKey = false;
  for (let at = 0; at < text.length && open.length <= DEEPEST; at += 1) {
    switch (text.charAt(at)) {
      case '\n':
        line += 1;
        break;
      case '{':
        open.push('');
        isKey = true;
        break;
      case '[':
        open.push(null);
        isKey = false;
        break;
      case '}':
      case ']':
        open.pop();
        isKey = false;
        break;
      case ',':
        isKey = open.at(-1) !== null;
        break;
      case '"': {
        const end = endOfString(text, at);
        const value = decode(text.slice(at, end + 1));
        if (isKey) open[open.length - 1] = value;
        else yield { keys: open.filter((key) => key !== null), value, line };
        isKey = false;
        at = end;
        break;
      }
      default:
    }
  }
}

function endOfString(text: string, start: number): number {
  let at = start + 1;
  while (at < text.length && text[at] !== '"') at += text[at] === '\\' ? 2 : 1;
  return at;
}

function decode(literal: string): string {
  if (literal.length > LONGEST) return '';
  try {
    return String(JSON.parse(literal));
  } catch {
    return '';
  }
}
