/** Shorter values are words that any sentence may hold, such as `true` or a port. */
const SHORTEST = 6;
const HIDDEN = '***';

/**
 * Takes the values of an image's environment out of a text. Messages of rules name variables, never values; this makes
 * sure of it where a value came along in something else, such as a command.
 * @param env `NAME=value` entries
 */
export function withoutValues(env: readonly string[]): (text: string) => string {
  const values = env
    .map((entry) => entry.slice(entry.indexOf('=') + 1))
    .filter((value) => value.length >= SHORTEST)
    // Of two values one of which holds the other, the longer goes first: a rest of it would stay behind.
    .sort((a, b) => b.length - a.length);
  return (text) => values.reduce((left, value) => left.replaceAll(value, HIDDEN), text);
}
