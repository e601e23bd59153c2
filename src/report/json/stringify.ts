/** What drives a terminal or hides in a text: control characters that JSON leaves as they are, and format characters. */
const UNSAFE = /[\u007f-\u009f\u2028\u2029\p{Cf}\p{Cs}]/gu;

/** Nearly all text is ASCII, and looking for the classes above in all of it would take longer than writing it. */
const UNUSUAL = /[^\0-~]+/g;

/**
 * JSON that is also safe to print: the same value, with invisible characters and the start of the runner's old
 * workflow commands (`##[`) written as escapes. They can only stand within strings, so escaping them changes no value.
 * `indent` is a number of spaces; 0 for one line.
 */
export function stringify(value: unknown, indent: number): string {
  return JSON.stringify(value, null, indent).replace(UNUSUAL, escapeUnsafe).replaceAll('##[', '#\\u0023[');
}

function escapeUnsafe(text: string): string {
  return text.replace(UNSAFE, escapeUnits);
}

function escapeUnits(character: string): string {
  let escaped = '';
  for (let index = 0; index < character.length; index += 1) {
    escaped += `\\u${character.charCodeAt(index).toString(16).padStart(4, '0')}`;
  }
  return escaped;
}
