import type { Finding } from '../../model/finding.ts';
import type { Location } from '../../model/location.ts';
import { lineText, versionText } from '../text/words.ts';
import { severityBadge, statusText } from './badges.ts';
import { html, type Markup, type Part } from './markup.ts';
import { outward, place, prose } from './prose.ts';
import { LIMITS, type ShownFinding, type View } from './view.ts';

/** One finding: a line that says what and where, and behind it everything that is known. */
export function findingRow({ finding, id }: ShownFinding, layer: string | null, view: View): Markup {
  const { severity, status, origin } = finding;
  return html`<details class="finding" id="${id}" data-severity="${severity}" data-status="${status}" data-origin="${origin ?? 'not known'}" data-layer="${layer ?? ''}">
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
  return html`<span class="name">${subject === '' ? html`<code>${id}</code>` : html`<strong>${subject}</strong> <code>${id}</code>`}${chip}</span>
<span class="title">${saying(finding)}</span>`;
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
  if (aliases.length > 0) rows.push(['Also known as', html`${aliases.slice(0, LIMITS.related).join(', ')}`]);
  const more = url ?? rule?.helpUri ?? null;
  if (more !== null) rows.push(['Read more', outward(html`${more}`, more)]);
  rows.push(['Fingerprint', html`<a class="permalink" href="#${id}"><code>${finding.fingerprint}</code></a>`]);
  return rows;
}

function shortId(diffId: string): string {
  return diffId.slice(0, 19);
}
