import type { Fault } from '../../model/finding.ts';
import type { Location } from '../../model/location.ts';
import { SEVERITIES, type Severity } from '../../model/severity.ts';
import { plain } from './plain.ts';

/** `1 finding`, `2 findings`. */
export function counted(count: number, one: string, many = `${one}s`): string {
  return `${count} ${count === 1 ? one : many}`;
}

/** `Dockerfile:3`, or `Dockerfile:3-5` for several lines. */
export function lineText(location: Location): string {
  const { startLine, endLine } = location;
  const lines = endLine > startLine ? `${startLine}-${endLine}` : `${startLine}`;
  return `${plain(location.file)}:${lines}`;
}

/** `1 critical, 4 high`: worst first, what does not occur left out; '' for none. */
export function severityText(severities: Iterable<Severity>): string {
  const counts = new Map<Severity, number>();
  for (const severity of severities) counts.set(severity, (counts.get(severity) ?? 0) + 1);
  return SEVERITIES.flatMap((severity) => {
    const count = counts.get(severity);
    return count === undefined ? [] : [`${count} ${severity}`];
  }).join(', ');
}

/** `3.1.4-r5 → 3.1.4-r6`; '' when there is no version to speak of. */
export function versionText({ image }: Pick<Fault, 'image'>): string {
  const installed = plain(image?.installed ?? '', 80);
  const fixed = plain(image?.fixed ?? '', 80);
  if (installed === '') return fixed === '' ? '' : `→ ${fixed}`;
  return `${installed} → ${fixed === '' ? 'no fix yet' : fixed}`;
}

/** The package with its versions, or what the finding says. */
export function subjectMatter(finding: Fault): string {
  const name = plain(finding.image?.package ?? '', 120);
  return name === '' ? plain(finding.message) : `${name} ${versionText(finding)}`.trim();
}

/** `a, b and c`. */
export function listed(items: readonly string[]): string {
  const last = items.at(-1) ?? '';
  return items.length < 2 ? last : `${items.slice(0, -1).join(', ')} and ${last}`;
}

/** A text as a sentence: with a full stop unless it ends already; '' stays ''. */
export function fullStop(text: string): string {
  return text === '' || /[.!?…]$/u.test(text) ? text : `${text}.`;
}
