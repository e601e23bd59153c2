import { plain } from '../text/plain.ts';

/** Finished HTML. Only `html` makes it, so text of any other origin cannot become markup. */
export class Markup {
  readonly #text: string;

  constructor(strings: readonly string[], parts: readonly Part[]) {
    this.#text = strings.map((string, index) => string + render(parts[index])).join('');
  }

  toString(): string {
    return this.#text;
  }
}

export type Part = Markup | readonly Part[] | string | number | undefined;

/** A template whose parts are escaped, whatever they are; attributes stand in double quotes. */
export function html(strings: TemplateStringsArray, ...parts: readonly Part[]): Markup {
  return new Markup(strings, parts);
}

function render(part: Part): string {
  if (part === undefined) return '';
  if (typeof part === 'string') return escapeHtml(part);
  if (typeof part === 'number') return String(part);
  return part instanceof Markup ? part.toString() : part.map(render).join('');
}

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
  '`': '&#96;',
};

/** Longer texts are cut: nobody reads them, and an image decides how long they are. */
const LONGEST = 600;

/**
 * Text of any origin as HTML that shows just this text, in an element or in a quoted attribute: one line, bounded,
 * without control and format characters (they would hide or reorder what stands around them).
 */
export function escapeHtml(text: string, limit: number = LONGEST): string {
  const shown = plain(text, limit).replace(/[&<>"'`]/gu, (character) => ENTITIES[character] ?? '');
  // A part of a sentence keeps the space that parts it from the next.
  return shown === '' ? shown : `${/^\s/u.test(text) ? ' ' : ''}${shown}${/\s$/u.test(text) ? ' ' : ''}`;
}
