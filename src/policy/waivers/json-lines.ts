/**
 * Lines, counted from 1, on which the items of a list begin that stands under a key of the outermost object of a JSON
 * text. The text has to be well-formed: JSON.parse says nothing of places. One pass, whatever the text.
 */
export function linesOfItems(json: string, key: string): readonly number[] {
  let found: number[] = [];
  let line = 1;
  let depth = 0;
  /** At which depth the items stand; null outside the list. */
  let listDepth: number | null = null;
  let isItemDue = false;
  let name = '';
  for (let at = 0; at < json.length; at++) {
    const char = json[at] ?? '';
    if (char === '\n') line++;
    if (/\s/.test(char)) continue;
    if (isItemDue && char !== ']') {
      found.push(line);
      isItemDue = false;
    }
    if (char === '"') {
      const end = endOfText(json, at);
      if (depth === 1) name = json.slice(at + 1, end);
      at = end;
    } else if (char === '[' || char === '{') {
      depth++;
      if (char === '[' && depth === 2 && name === key) {
        found = [];
        listDepth = depth;
        isItemDue = true;
      }
    } else if (char === ']' || char === '}') {
      if (depth === listDepth) {
        listDepth = null;
        isItemDue = false;
      }
      depth--;
    } else if (char === ',') {
      if (depth === listDepth) isItemDue = true;
      if (depth === 1) name = '';
    }
  }
  return found;
}

/** Index of the quotation mark that ends a text. A JSON text has no line breaks inside. */
function endOfText(json: string, start: number): number {
  let at = start + 1;
  while (at < json.length && json[at] !== '"') at += json[at] === '\\' ? 2 : 1;
  return at;
}
