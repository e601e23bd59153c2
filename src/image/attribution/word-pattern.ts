/** A text of which some parts are not known: what stands for `$NAME` may be anything. */
export interface WordPattern {
  /** The known parts; between each two of them is an unknown one. */
  readonly pieces: readonly string[];
}

/**
 * A word of a COPY, ADD or WORKDIR as the builder expands it: quotes and escapes taken away, variables left open. Their
 * values depend on build arguments and on the base image.
 */
export function wordPattern(word: string): WordPattern {
  const pieces: string[] = [];
  let piece = '';
  let quote = '';
  for (let at = 0; at < word.length; at += 1) {
    const char = word[at] ?? '';
    if (quote === '' ? char === "'" || char === '"' : char === quote) {
      quote = quote === '' ? char : '';
    } else if (char === '\\' && quote !== "'") {
      at += 1;
      piece += word[at] ?? '';
    } else if (char === '$' && quote !== "'") {
      pieces.push(piece);
      piece = '';
      at = endOfVariable(word, at);
    } else {
      piece += char;
    }
  }
  return { pieces: [...pieces, piece] };
}

/** The index of the last character of the variable that begins at `start`. */
function endOfVariable(word: string, start: number): number {
  if (word[start + 1] !== '{') {
    let end = start;
    while (/[A-Za-z0-9_]/.test(word[end + 1] ?? '')) end += 1;
    return end;
  }
  let depth = 0;
  for (let at = start + 1; at < word.length; at += 1) {
    depth += word[at] === '{' ? 1 : word[at] === '}' ? -1 : 0;
    if (depth === 0) return at;
  }
  return word.length;
}

/** Words one after the other, with one blank between them. */
export function joinPatterns(words: readonly WordPattern[]): WordPattern {
  const pieces: string[] = [];
  for (const [index, word] of words.entries()) {
    const [first = '', ...rest] = word.pieces;
    const before = index === 0 ? undefined : pieces.pop();
    pieces.push(before === undefined ? first : `${before} ${first}`, ...rest);
  }
  return { pieces };
}

/** Whether a text can be what the pattern stands for; in linear time, the first place of each piece being as good as any. */
export function fits(text: string, { pieces }: WordPattern): boolean {
  const [first = '', ...rest] = pieces;
  const last = rest.pop();
  if (last === undefined) return text === first;
  if (!text.startsWith(first) || text.length < first.length + last.length || !text.endsWith(last)) return false;
  let at = first.length;
  for (const piece of rest) {
    const found = text.indexOf(piece, at);
    if (found === -1) return false;
    at = found + piece.length;
  }
  return at <= text.length - last.length;
}
