import type { Fault, Finding } from '../../model/finding.ts';
import type { Location } from '../../model/location.ts';
import { gates } from '../order.ts';
import { repositoryUri } from '../text/repository-uri.ts';
import { lineText, versionText } from '../text/words.ts';
import { code, escapeMarkdown, link, prose } from './markdown.ts';

/** The headings of `findingCells`. */
export const FINDING_HEADINGS = ['Severity', 'Finding', 'Installed → fixed', 'Origin', 'Where'] as const;

/** How severe, what, which versions, where from, and the line to change. */
export function findingCells(finding: Finding, fileBaseUrl: string | null): readonly string[] {
  const { severity, origin } = finding;
  const weight = gates(finding) && (severity === 'critical' || severity === 'high') ? `**${severity}**` : severity;
  return [weight, findingText(finding), versionCell(finding), origin ?? 'not known', where(finding, fileBaseUrl)];
}

function findingText(finding: Finding): string {
  const id = `${finding.change === 'new' ? '**new** ' : ''}${faultId(finding)}`;
  // An advisory's own message and fix repeat what the next columns say.
  if (finding.kind === 'advisory') return `${id} ${escapeMarkdown(finding.title, 200)}`;
  return `${id} ${prose(finding.message)}<br>*Fix:* ${prose(finding.fix)}`;
}

/** The id, as a link to what is known of it. */
export function faultId({ id, url }: Fault): string {
  return link(code(id, 80), url);
}

/** The package, and its versions below. */
export function versionCell(fault: Fault): string {
  return [fault.image?.package ?? '', versionText(fault)]
    .map((text) => code(text, 120))
    .filter((text) => text !== '')
    .join('<br>');
}

function where({ location, image }: Finding, fileBaseUrl: string | null): string {
  const path = image?.path == null ? '' : `in the image: ${code(image.path, 200)}`;
  if (location === null) return path;
  const line = lineLink(location, fileBaseUrl);
  return path === '' ? line : `${line}<br>${path}`;
}

/** A line of a file; a link where the repository has an address. */
export function lineLink(location: Location, fileBaseUrl: string | null): string {
  const uri = repositoryUri(location.file);
  return link(
    code(lineText(location)),
    fileBaseUrl === null || uri === null ? null : `${fileBaseUrl}${uri}#L${location.startLine}`,
  );
}
