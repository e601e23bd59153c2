import type { Verdict, VerdictWord } from '../../model/verdict.ts';
import { type NextStep, nextSteps } from '../next-steps.ts';
import { gatingFindings } from '../order.ts';
import { headline } from '../sentence.ts';
import { counted } from '../text/words.ts';
import { severityCounts, verdictPill, verdictSign, verdictTitle } from './badges.ts';
import { html, type Markup } from './markup.ts';
import { place, prose } from './prose.ts';
import { LIMITS, type View } from './view.ts';

/** What a reader wants to know in five seconds: the verdict, why, and what to do next. */
export function hero(verdict: Verdict, view: View): Markup {
  const said = headline(verdict);
  return html`<section class="card hero hero-${verdict.verdict}" aria-labelledby="verdict">
<div class="verdict">${verdictSign(verdict.verdict)}<div>
<h1 id="verdict">${verdictTitle(verdict.verdict)}</h1>
<p class="why">${said.slice(0, 1).toUpperCase()}${said.slice(1)}.</p>
</div></div>
${tally(verdict)}
${steps(verdict, view)}
${overview(verdict)}
</section>
`;
}

function tally(verdict: Verdict): Markup {
  const gating = gatingFindings(verdict).map(({ finding }) => finding);
  const all = verdict.subjects.reduce((sum, { findings }) => sum + findings.length, 0);
  const checks = verdict.subjects.flatMap((subject) => subject.checks);
  const passed = checks.filter(({ answer }) => answer === 'pass').length;
  return html`<ul class="tally">
<li><strong>${gating.length}</strong> fail the gate ${gating.length === 0 ? '' : severityCounts(gating)}</li>
<li><strong>${all - gating.length}</strong> more ${all - gating.length === 1 ? 'finding' : 'findings'}, shown and not gating</li>
<li><strong>${passed}</strong> of ${counted(checks.length, 'check')} passed</li>
</ul>`;
}

const TITLES: Readonly<Record<VerdictWord, string>> = {
  pass: 'Nothing has to be done.',
  fail: 'What to do next',
  error: 'What to do next',
};

function steps(verdict: Verdict, view: View): Markup {
  const list = nextSteps(verdict);
  if (list.length === 0) return html`<p class="nothing">${TITLES.pass}</p>`;
  return html`<h2 class="next">${TITLES[verdict.verdict]}</h2>
<ol class="steps">${list.map((step) => html`<li>${step.location === null ? '' : stepPlace(step, view)}${prose(step.text)}</li>`)}</ol>`;
}

function stepPlace({ location }: NextStep, view: View): Markup {
  return location === null ? html`` : html`<span class="step-place">${place(location, view.fileBaseUrl)}</span> `;
}

/** One row a subject; a single one needs no table. */
function overview({ subjects }: Verdict): Markup {
  if (subjects.length < 2) return html``;
  const rows = subjects.slice(0, LIMITS.subjects).map((subject, index) => {
    const gating = subject.findings.filter(({ status }) => status === 'fail');
    const others = subject.findings.length - gating.length;
    return html`<tr><th scope="row"><a href="#subject-${index + 1}">${subject.subject.name}</a></th>
<td>${verdictPill(subject.verdict)}</td><td>${gating.length === 0 ? html`<span class="none">none</span>` : severityCounts(gating)}</td><td class="number">${others}</td></tr>`;
  });
  const more = subjects.length - rows.length;
  return html`<div class="scroll" tabindex="0" role="region" aria-label="Subjects"><table class="subjects">
<thead><tr><th scope="col">Subject</th><th scope="col">Verdict</th><th scope="col">Fail the gate</th><th scope="col" class="number">Others</th></tr></thead>
<tbody>${rows}</tbody></table></div>
${more > 0 ? html`<p class="note">${counted(more, 'more subject')} in report.json.</p>` : ''}`;
}
