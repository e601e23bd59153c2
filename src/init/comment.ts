/** On one line, short: what files are called, and what is said of them, is not ours. */
export function comment(text: string): string {
  const line = text.replace(/[\p{Cc}\p{Cf}\u2028\u2029]+/gu, ' ');
  return line.length > 160 ? `${line.slice(0, 159)}…` : line;
}
