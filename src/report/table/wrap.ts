import { characterWidth, displayWidth } from './display-width.ts';

/** Lines of at most `width` columns (at least 2): broken at spaces, and within a word only when it is longer than a line. */
export function wrap(text: string, width: number): readonly string[] {
  const lines: string[] = [];
  let line = '';
  for (const word of text.split(' ').flatMap((longWord) => pieces(longWord, width))) {
    const longer = line === '' ? word : `${line} ${word}`;
    if (displayWidth(longer) <= width) line = longer;
    else {
      lines.push(line);
      line = word;
    }
  }
  return [...lines, line];
}

function pieces(word: string, width: number): readonly string[] {
  if (displayWidth(word) <= width) return [word];
  const parts: string[] = [];
  let part = '';
  let used = 0;
  for (const character of word) {
    const columns = characterWidth(character);
    if (used + columns > width) {
      parts.push(part);
      part = '';
      used = 0;
    }
    part += character;
    used += columns;
  }
  return [...parts, part];
}

/** Fills a text with spaces up to `width` columns. */
export function pad(text: string, width: number): string {
  return text + ' '.repeat(Math.max(0, width - displayWidth(text)));
}
