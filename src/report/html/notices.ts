import type { Verdict } from '../../model/verdict.ts';
import { NOTICE_TITLES, sortedNotices } from '../standing.ts';
import { counted } from '../text/words.ts';
import { html, type Markup } from './markup.ts';
import { place, prose } from './prose.ts';
import { LIMITS, type View } from './view.ts';

/** Waivers that ended, are about to or match nothing, and what a pull request asked for in vain. */
export function noticeList(verdict: Verdict, { fileBaseUrl }: View): Markup {
  const notices = sortedNotices(verdict);
  if (notices.length === 0) return html``;
  const shown = notices.slice(0, LIMITS.notices);
  const more = notices.length - shown.length;
  const items = shown.map(
    ({ kind, message, location }) =>
      html`<li class="check"><span class="answer answer-unknown">${NOTICE_TITLES[kind]}</span><span>${prose(message)}${location === null ? '' : html` <span class="note">${place(location, fileBaseUrl)}</span>`}</span></li>`,
  );
  return html`<section class="card"><h2>About the policy</h2>
<ul>${items}</ul>
${more > 0 ? html`<p class="note">${counted(more, 'more notice')} in report.json.</p>` : ''}</section>
`;
}
