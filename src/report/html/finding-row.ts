import type { Finding } from '../../model/finding.ts';
import type { Location } from '../../model/location.ts';
import type { Waiver } from '../../model/waiver.ts';
import { dayOf, standingOf, waiverTerm } from '../standing.ts';
import { lineText, versionText } from '../text/words.ts';
import { changeChip, severityBadge, statusText } from './badges.ts';
import { html, type Markup, type Part } from './markup.ts';
import { outward, place, prose } from './prose.ts';
import { LIMITS, type ShownFinding, type View } from './view.ts';

/** One finding: a line that says what and where, and behind it everything that is known. */
export function findingRow({ finding, id }: ShownFinding, layer: string | null, view: View): Markup {
  const { severity, status, origin } = finding;
  const isWaived = standingOf(finding) === 'waived';
  return html`<details class="finding${isWaived ? ' finding-waived' : ''}" id="${id}" data-severity="${severity}" data-status="${status}" data-change="${finding.change ?? ''}" data-origin="${origin ?? 'not known'}" data-layer="${layer ?? ''}">
<summary>${severityBadge(severity)}<span class="what">${title(finding)}</span><span class="side">${side(finding)}</span></summary>
<div class="more">
<p>${prose(finding.message)}</p>
${finding.fix === '' ? '' : html`<p class="fix"><strong>Fix</strong> ${prose(finding.fix)}</p>`}
<dl>${facts(finding, id, layer, view).map(([name, value]) => html`<div><dt>${name}</dt><dd>${value}</dd></div>`)}</dl>
</div>
</details>
`;
}

function title(finding: Finding): Markup {
  const { id, image, status } = finding;
  const subject = image?.package ?? '';
  const chip = status === 'fail' ? '' : html` <span class="chip">${statusText(status)}</span>`;
  return html`<span class="name">${subject === '' ? html`<code>${id}</code>` : html`<strong>${subject}</strong> <code>${id}</code>`}${changeChip(finding)}${chip}</span>
<span class="title">${saying(finding)}</span>${standingNote(finding)}`;
}

/** What a folded row must not hide: why it was accepted and until when, or when it starts to fail. */
function standingNote(finding: Finding): Markup {
  const { waiver, deadline } = finding;
  if (waiver !== null) return html`<span class="standing">Waived ${waiverTerm(finding)}: ${waiver.reason}</span>`;
  return deadline === null ? html`` : html`<span class="standing">Fails from ${dayOf(deadline)}</span>`;
}

/** The title of a rule says what should hold; what is wrong stands in its message. */
function saying({ kind, title: text, message }: Finding): Part {
  if (kind === 'rule') return prose(message, 200);
  return kind === 'advisory' ? text : `${kind}: ${text}`;
}

function side(finding: Finding): Markup {
  const versions = versionText(finding);
  const { location } = finding;
  return html`${versions === '' ? '' : html`<span class="versions">${versions}</span>`}<span class="where">${location === null ? '' : html`<code>${shortLine(location)}</code>`}</span>`;
}

/** The folder stands below, with all that is known. */
function shortLine(location: Location): string {
  return lineText({ ...location, file: location.file.split('/').at(-1) ?? '' });
}

/** What is known, as names and values; what is not known is left out. */
function facts(finding: Finding, id: string, layer: string | null, view: View): readonly (readonly [string, Markup])[] {
  const { image, location, related, aliases, origin, url } = finding;
  const rule = view.ruleFacts.get(finding.id);
  const rows: (readonly [string, Markup])[] = [['Status', html`${statusText(finding.status)}: ${finding.reason}`]];
  if (finding.waiver !== null) rows.push(['Waived', waiverFact(finding, finding.waiver, view)]);
  if (finding.deadline !== null) rows.push(['Fails from', html`${finding.deadline}`]);
  if (finding.change !== null) rows.push(['Change', html`${finding.change}`]);
  if (location !== null) rows.push(['Line to change', place(location, view.fileBaseUrl)]);
  const others = related.slice(0, LIMITS.related);
  if (others.length > 0) {
    const items = others.map((one) => html`<li>${place(one.location, view.fileBaseUrl)} ${prose(one.message)}</li>`);
    rows.push(['Also look at', html`<ul>${items}</ul>`]);
  }
  if (rule !== undefined) rows.push(['Why it matters', html`${prose(rule.why, 1000)}`]);
  if (origin !== null) rows.push(['Comes from', html`${origin}`]);
  if (image?.path != null) rows.push(['Path in the image', html`<code>${image.path}</code>`]);
  if (layer !== null)
    rows.push(['Layer', html`<a href="#layer-${layer}"><code>${shortId(image?.layer ?? '')}</code></a>`]);
  if (image?.purl != null) rows.push(['Package URL', html`<code>${image.purl}</code>`]);
  if (finding.cwes.length > 0) rows.push(['Weakness', html`${finding.cwes.slice(0, LIMITS.related).join(', ')}`]);
  if (finding.published !== null) rows.push(['Published', html`${dayOf(finding.published)}`]);
  if (aliases.length > 0) rows.push(['Also known as', html`${aliases.slice(0, LIMITS.related).join(', ')}`]);
  const more = url ?? rule?.helpUri ?? null;
  if (more !== null) rows.push(['Read more', outward(html`${more}`, more)]);
  rows.push(['Fingerprint', html`<a class="permalink" href="#${id}"><code>${finding.fingerprint}</code></a>`]);
  return rows;
}

function waiverFact(finding: Finding, waiver: Waiver, view: View): Markup {
  return html`${waiverTerm(finding)}: ${waiver.reason} (${place(waiver.location, view.fileBaseUrl)})`;
}

function shortId(diffId: string): string {
  return diffId.slice(0, 19);
}
