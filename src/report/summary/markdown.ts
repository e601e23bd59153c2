import { plain } from '../text/plain.ts';
import { webAddress } from '../text/web-address.ts';

/** Invisible, and keeps GitHub from turning what stands on its sides into a mention, a reference or a link. */
const BREAK = '\u200b';

/**
 * Text of any origin as Markdown that shows just this text: one line, bounded, and neither markup, HTML, a mention,
 * a link, an issue reference, a picture nor a heading, wherever it is put. It is written in entities, not in backslash
 * escapes: they mean the same inside tables, which split cells first, and inside HTML blocks, which know no backslash.
 */
export function escapeMarkdown(text: string, limit?: number): string {
  return plain(text, limit)
    .replace(/@|#(?=[\d#[]|$)|:(?=:|\/\/|[\w+-]+:)/gu, `$&${BREAK}`)
    .replace(/(?<![a-z\d])(?:www(?=\.)|GH-(?=\d))/giu, `$&${BREAK}`)
    .replace(/^(?:[-+=#]|\d+(?=[.)](?:\s|$)))/u, (start) => (/\d/u.test(start) ? start + BREAK : BREAK + start))
    .replace(/[&<>"'|\\$`*_~[\]\u200b]/gu, (character) => `&#${character.codePointAt(0)};`);
}

/** The same, with what stands between backticks in a fixed-width font: for messages that name instructions or files. */
export function prose(text: string, limit?: number): string {
  const parts = plain(text, limit).split('`');
  // An odd number of backticks leaves the last one without its partner: then none of them is markup.
  if (parts.length % 2 === 0) return escapeMarkdown(text, limit);
  return parts.map((part, index) => (index % 2 === 0 ? spaced(part, limit) : code(part, limit))).join('');
}

/** Escaping trims; the spaces around a code span must stay. */
function spaced(part: string, limit?: number): string {
  const text = escapeMarkdown(part, limit);
  if (text === '') return part === '' ? '' : ' ';
  return `${part.startsWith(' ') ? ' ' : ''}${text}${part.endsWith(' ') ? ' ' : ''}`;
}

/** Text of any origin in a fixed-width font; without invisible breaks wherever it can be copied as it is. */
export function code(text: string, limit?: number): string {
  const shown = plain(text, limit);
  if (shown === '') return '';
  // A code span knows no escapes; within a table not even a pipe is safe in it.
  return /[`|\\]/u.test(shown) ? `<code>${escapeMarkdown(shown, limit)}</code>` : `\`${shown}\``;
}

/** A link, or the label alone when the address is not one to send a reader to. The label is Markdown already. */
export function link(label: string, address: string | null): string {
  const target = address === null ? null : webAddress(address);
  return target === null ? label : `[${label}](${target.replaceAll('&', '&amp;')})`;
}

/** One row of a table; cells are Markdown already. */
export function row(cells: readonly string[]): string {
  return `| ${cells.join(' | ')} |`;
}

/** The first two lines of a table; a heading that ends with `:` makes a column of numbers. */
export function tableHead(headings: readonly string[]): string {
  const rule = headings.map((heading) => (heading.endsWith(':') ? '---:' : '---'));
  return `${row(headings.map((heading) => heading.replace(/:$/u, '')))}\n${row(rule)}`;
}
