import type { Fault } from '../../model/finding.ts';
import { counted, versionText } from '../text/words.ts';
import { severityBadge, severityCounts } from './badges.ts';
import { html, type Markup } from './markup.ts';
import { LIMITS } from './view.ts';

/** What the baseline had and the subject has no more. */
export function fixedList(fixed: readonly Fault[]): Markup {
  if (fixed.length === 0) return html``;
  const shown = fixed.slice(0, LIMITS.fixed);
  const more = fixed.length - shown.length;
  return html`<details class="checks"><summary><h3>${counted(fixed.length, 'finding')} fixed</h3> ${severityCounts(fixed)}</summary>
<ul>${shown.map(item)}</ul>
${more > 0 ? html`<p class="note">${counted(more, 'more fixed finding')} in report.json.</p>` : ''}</details>`;
}

function item(fault: Fault): Markup {
  const name = fault.image?.package ?? '';
  const versions = versionText(fault);
  return html`<li class="check"><span>${severityBadge(fault.severity)}</span><span>${name === '' ? '' : html`<strong>${name}</strong> `}<code>${fault.id}</code>${versions === '' ? '' : html` <span class="note">${versions}</span>`}<br>${fault.title}</span></li>`;
}
