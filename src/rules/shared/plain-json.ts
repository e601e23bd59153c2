/**
 * JSON with comments and trailing commas, as tools take it for their configuration, without the comments. What is left
 * (unquoted names, single quotes, trailing commas) is YAML too.
 */
export function plainJson(text: string): string {
  const out: string[] = [];
  for (let at = 0; at < text.length; ) {
    const char = text.charAt(at);
    const end = char === '"' || char === "'" ? endOfString(text, at) : char === '/' ? endOfComment(text, at) : at;
    if (end > at && char === '/') out.push(' ');
    else out.push(char === '\t' ? ' ' : text.slice(at, Math.max(end, at + 1)));
    at = Math.max(end, at + 1);
  }
  return out.join('');
}

/** The place behind the closing quote, or the end of the text. */
function endOfString(text: string, start: number): number {
  const quote = text.charAt(start);
  for (let at = start + 1; at < text.length; at++) {
    if (text.charAt(at) === '\\') at += 1;
    else if (text.charAt(at) === quote) return at + 1;
  }
  return text.length;
}

/** The place behind the comment; `start` itself when there is none. */
function endOfComment(text: string, start: number): number {
  const open = text.slice(start, start + 2);
  if (open !== '//' && open !== '/*') return start;
  const end = open === '//' ? text.indexOf('\n', start) : text.indexOf('*/', start + 2);
  if (end < 0) return text.length;
  return open === '//' ? end : end + 2;
}
