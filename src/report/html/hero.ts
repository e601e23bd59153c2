import { subjectKey } from '../../model/subject.ts';
import type { Verdict, VerdictWord } from '../../model/verdict.ts';
import { lastResort, type NextStep, nextSteps } from '../next-steps.ts';
import { gates, gatingFindings } from '../order.ts';
import { headline } from '../sentence.ts';
import {
  comparisonText,
  countStandings,
  dayOf,
  missingBaselines,
  type StandingCounts,
  startToFail,
} from '../standing.ts';
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
${comparison(verdict)}${tally(verdict)}
${steps(verdict, view)}
${overview(verdict)}
</section>
`;
}

/** How many reasons for a missing comparison are told at the top. */
const REASONS = 3;

function comparison(verdict: Verdict): Markup {
  const missing = missingBaselines(verdict);
  const said = verdict.baseline === null && missing.length > 0 ? '' : comparisonText(verdict);
  const paragraphs = [said, ...missing.slice(0, REASONS)].filter((text) => text !== '');
  return html`${paragraphs.map((text) => html`<p class="compared">${prose(text)}</p>`)}`;
}

function tally(verdict: Verdict): Markup {
  const gating = gatingFindings(verdict).map(({ finding }) => finding);
  const all = verdict.subjects.reduce((sum, { findings }) => sum + findings.length, 0);
  const { grace, waived } = countStandings(verdict.subjects);
  const others = all - gating.length - grace - waived;
  const checks = verdict.subjects.flatMap((subject) => subject.checks);
  const passed = checks.filter(({ answer }) => answer === 'pass').length;
  return html`<ul class="tally">
<li><strong>${gating.length}</strong> fail the gate ${gating.length === 0 ? '' : severityCounts(gating)}</li>
${
  grace === 0
    ? ''
    : html`<li><strong>${grace}</strong> ${grace === 1 ? 'starts' : 'start'} to fail, the first on ${dayOf(startToFail(verdict.subjects)[0]?.finding.deadline ?? null)}</li>
`
}${
  waived === 0
    ? ''
    : html`<li><strong>${waived}</strong> waived</li>
`
}<li><strong>${others}</strong> more ${others === 1 ? 'finding' : 'findings'}, shown and not gating</li>
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
  const last = lastResort(verdict);
  if (list.length === 0) return html`<p class="nothing">${TITLES.pass}</p>`;
  return html`<h2 class="next">${TITLES[verdict.verdict]}</h2>
<ol class="steps">${list.map((step) => html`<li>${step.location === null ? '' : stepPlace(step, view)}${prose(step.text)}</li>`)}</ol>${last === null ? '' : html`<p class="note last">${prose(last)}</p>`}`;
}

function stepPlace({ location }: NextStep, view: View): Markup {
  return location === null ? html`` : html`<span class="step-place">${place(location, view.fileBaseUrl)}</span> `;
}

/** One row a subject; a single one needs no table. */
function overview({ subjects, baseline }: Verdict): Markup {
  if (subjects.length < 2) return html``;
  const all = countStandings(subjects);
  const shown = COLUMNS.filter(({ isShown }) => isShown(all, baseline !== null));
  const rows = subjects.slice(0, LIMITS.subjects).map((subject, index) => {
    const gating = subject.findings.filter(gates);
    const counts = countStandings([subject]);
    return html`<tr><th scope="row"><a href="#subject-${index + 1}">${subjectKey(subject.subject)}</a></th>
<td>${verdictPill(subject.verdict)}</td><td>${gating.length === 0 ? html`<span class="none">none</span>` : severityCounts(gating)}</td>${shown.map(({ count }) => html`<td class="number">${count(counts)}</td>`)}</tr>`;
  });
  const more = subjects.length - rows.length;
  return html`<div class="scroll" tabindex="0" role="region" aria-label="Subjects"><table class="subjects">
<thead><tr><th scope="col">Subject</th><th scope="col">Verdict</th><th scope="col">Fail the gate</th>${shown.map(({ heading }) => html`<th scope="col" class="number">${heading}</th>`)}</tr></thead>
<tbody>${rows}</tbody></table></div>
${more > 0 ? html`<p class="note">${counted(more, 'more subject')} in report.json.</p>` : ''}`;
}

interface Column {
  readonly heading: string;
  readonly count: (counts: StandingCounts) => number;
  readonly isShown: (all: StandingCounts, isCompared: boolean) => boolean;
}

const COLUMNS: readonly Column[] = [
  { heading: 'New', count: (counts) => counts.new, isShown: (_all, isCompared) => isCompared },
  { heading: 'Fixed', count: ({ fixed }) => fixed, isShown: (_all, isCompared) => isCompared },
  { heading: 'Starting to fail', count: ({ grace }) => grace, isShown: ({ grace }) => grace > 0 },
  { heading: 'Waived', count: ({ waived }) => waived, isShown: ({ waived }) => waived > 0 },
  { heading: 'Others', count: ({ shown }) => shown, isShown: () => true },
];
