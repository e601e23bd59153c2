/** East Asian wide characters and pictures take two columns of a terminal (Unicode TR11, the common ranges). */
const WIDE =
  /[\u1100-\u115f\u2e80-\u303e\u3041-\ua4cf\ua960-\ua97c\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff01-\uff60\uffe0-\uffe6\u{1b000}-\u{1b2ff}\u{1f200}-\u{1f265}\u{20000}-\u{3fffd}]|\p{Emoji_Presentation}/u;
const ZERO = /[\p{Mn}\p{Me}]/u;

/** Columns that one character (code point) takes on a terminal. */
export function characterWidth(character: string): number {
  if (ZERO.test(character)) return 0;
  return WIDE.test(character) ? 2 : 1;
}

/** Columns that a text without control characters takes on a terminal. */
export function displayWidth(text: string): number {
  // Most texts are plain ASCII, and there are many of them.
  if (/^[ -~]*$/u.test(text)) return text.length;
  let width = 0;
  for (const character of text) width += characterWidth(character);
  return width;
}
