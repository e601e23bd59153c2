import type { Problem } from '../../model/verdict.ts';
import { problemWord } from '../problems.ts';
import { counted } from '../text/words.ts';
import { html, type Markup } from './markup.ts';
import { prose } from './prose.ts';
import { LIMITS } from './view.ts';

/** What could not be verified, each with what to do. */
export function problemList(problems: readonly Problem[], heading: 'h2' | 'h3'): Markup {
  if (problems.length === 0) return html``;
  const shown = problems.slice(0, LIMITS.problems);
  const more = problems.length - shown.length;
  const word = problems.every(({ kind }) => kind === 'usage') ? problemWord('usage') : problemWord('verify');
  const title = `${word.slice(0, 1).toUpperCase()}${word.slice(1)}`;
  return html`<div class="problems">${heading === 'h2' ? html`<h2>${title}</h2>` : html`<h3>${title}</h3>`}
<ul>${shown.map(({ message, advice, code }) => html`<li><p>${prose(message)} <code class="code">${code}</code></p><p class="fix"><strong>Next</strong> ${prose(advice)}</p></li>`)}</ul>
${more > 0 ? html`<p class="note">${counted(more, 'more problem')} in report.json.</p>` : ''}</div>`;
}
