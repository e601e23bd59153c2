/** A key that stands twice in one object of a valid JSON text, or null. `JSON.parse` would silently keep the last. */
export function repeatedKey(text: string): string | null {
  const open: (OpenObject | null)[] = [];
  for (const [token] of text.matchAll(/"(?:[^"\\]|\\.)*"|[{}[\],]/g)) {
    const top = open.at(-1) ?? null;
    if (token === '{') {
      open.push({ keys: new Set(), atKey: true });
    } else if (token === '[') {
      open.push(null);
    } else if (token === '}' || token === ']') {
      open.pop();
    } else if (token === ',') {
      if (top !== null) {
        top.atKey = true;
      }
    } else if (top?.atKey === true) {
      const key: string = JSON.parse(token);
      if (top.keys.has(key)) {
        return key;
      }
      top.keys.add(key);
      top.atKey = false;
    }
  }
  return null;
}

interface OpenObject {
  readonly keys: Set<string>;
  /** Whether the next string is a key. */
  atKey: boolean;
}
