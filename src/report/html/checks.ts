import type { Answer, Check } from '../../model/check.ts';
import { counted } from '../text/words.ts';
import { html, type Markup } from './markup.ts';
import { prose } from './prose.ts';
import { LIMITS } from './view.ts';

const WORDS: Readonly<Record<Answer, string>> = {
  pass: 'passed',
  fail: 'failed',
  unknown: 'without an answer',
  'not-applicable': 'not applicable',
};

const ORDER: readonly Answer[] = ['fail', 'pass', 'not-applicable'];

/** So many open questions are read at once; a longer list is folded like the rest. */
const FEW = 8;

/** Everything that was looked at, passes too. Open questions come first: each may be a finding that nobody saw. */
export function checkList(checks: readonly Check[]): Markup {
  const open = checks.filter(({ answer }) => answer === 'unknown');
  const answered = ORDER.flatMap((answer) => checks.filter((check) => check.answer === answer));
  const counts = ORDER.map((answer) => ({ answer, count: answered.filter((one) => one.answer === answer).length }));
  const said = counts.filter(({ count }) => count > 0).map(({ answer, count }) => `${count} ${WORDS[answer]}`);
  return html`${group('Checks without an answer', String(open.length), open, open.length <= FEW)}
${group('Checks', said.join(', '), answered, false)}`;
}

function group(title: string, said: string, checks: readonly Check[], isOpen: boolean): Markup {
  if (checks.length === 0) return html``;
  const shown = checks.slice(0, LIMITS.checks);
  const more = checks.length - shown.length;
  return html`<details class="checks"${isOpen ? html` open` : ''}>
<summary><h3>${title}</h3> <span class="note">${said}</span></summary>
<ul>${shown.map(item)}</ul>
${more > 0 ? html`<p class="note">${counted(more, 'more check')} in report.json.</p>` : ''}
</details>`;
}

function item({ rule, title, answer, reason }: Check): Markup {
  return html`<li class="check"><span class="answer answer-${answer}">${WORDS[answer]}</span><span><strong>${title}</strong> <code>${rule}</code><br>${prose(reason)}</span></li>`;
}
