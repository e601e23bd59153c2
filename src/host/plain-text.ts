/**
 * Text that may come from an image or a tool, made safe for a terminal or a log: control characters could move the
 * cursor, recolour or hide what was printed before, so they are written as escapes. Line feeds and tabs stay.
 */
export function plainText(text: string): string {
  return text.replace(UNSAFE, (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`);
}

/** Control characters except tab and line feed, and the marks that change the direction of text. */
const UNSAFE = /(?![\t\n])[\p{Cc}\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/gu;
