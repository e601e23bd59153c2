import type { Location } from '../../model/location.ts';
import { plain } from '../text/plain.ts';
import { repositoryUri } from '../text/repository-uri.ts';
import { webAddress } from '../text/web-address.ts';
import { lineText } from '../text/words.ts';
import { html, type Markup } from './markup.ts';

/** A message with what stands between backticks in a fixed-width font. */
export function prose(text: string, limit = 600): readonly Markup[] {
  const parts = plain(text, limit).split('`');
  // An odd number of backticks leaves the last one without its partner: then none of them is markup.
  if (parts.length % 2 === 0) return [html`${parts.join('`')}`];
  return parts.map((part, index) => (index % 2 === 0 ? html`${part}` : html`<code>${part}</code>`));
}

/** A link that leaves the report, or the label alone when the address is not one to send a reader to. */
export function outward(label: Markup, address: string | null): Markup {
  const target = address === null ? null : webAddress(address);
  return target === null ? label : html`<a href="${target}" rel="noreferrer noopener" target="_blank">${label}</a>`;
}

/** A line of a file; a link where the repository has an address. Within `file`, which is known, the line alone is named. */
export function place(location: Location, fileBaseUrl: string | null, file: string | null = null): Markup {
  const label = location.file === file ? html`line ${location.startLine}` : html`<code>${lineText(location)}</code>`;
  const uri = repositoryUri(location.file);
  if (fileBaseUrl === null || uri === null) return label;
  const { startLine, endLine } = location;
  return outward(label, `${fileBaseUrl}${uri}#L${startLine}${endLine > startLine ? `-L${endLine}` : ''}`);
}

const UNITS = ['kB', 'MB', 'GB', 'TB'] as const;

/** `18.9 MB`: decimal, as container engines count. */
export function sizeText(bytes: number): string {
  if (!(bytes >= 1000)) return `${Math.max(0, Math.trunc(bytes) || 0)} B`;
  const power = Math.min(UNITS.length, Math.floor(Math.log10(bytes) / 3));
  const value = bytes / 1000 ** power;
  return `${value < 10 ? value.toFixed(1) : Math.round(value)} ${UNITS[power - 1] ?? ''}`;
}
