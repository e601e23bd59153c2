import { subjectKey } from '../../model/subject.ts';
import { compareText } from '../../model/text-order.ts';
import type { SubjectVerdict } from '../../model/verdict.ts';
import { type Standing, standingOf } from '../standing.ts';
import { counted } from '../text/words.ts';
import { severityCounts, verdictPill } from './badges.ts';
import { checkList } from './checks.ts';
import { findingRow } from './finding-row.ts';
import { fixedList } from './fixed.ts';
import { layerKeys, layerStack } from './layers.ts';
import { html, type Markup } from './markup.ts';
import { problemList } from './problems.ts';
import type { ShownFinding, View } from './view.ts';

/** One image or Dockerfile: what it is, what could not be verified, its layers, what was found, what was looked at. */
export function subjectSection(subject: SubjectVerdict, number: number, view: View): Markup {
  const keys = layerKeys(subject, number);
  const shown = view.shown[number - 1] ?? [];
  const stack = layerStack(subject, keys, shown, view.fileBaseUrl);
  return html`<section class="card subject" id="subject-${number}" aria-labelledby="subject-${number}-name">
<header><h2 id="subject-${number}-name">${subjectKey(subject.subject)}</h2>${verdictPill(subject.verdict)}
${facts(subject)}</header>
${problemList(subject.errors, 'h3')}
<div class="${subject.layers.length > 0 ? 'columns' : 'column'}">${stack}
<div class="findings">${findingLists(subject, keys, shown, view)}
${checkList(subject.checks)}</div>
</div></section>
`;
}

function facts({ subject, image, os, packages }: SubjectVerdict): Markup {
  const parts = [
    image === null ? null : html`<code>${image.reference}</code> ${image.platform}`,
    subject.dockerfile === null ? null : html`<code>${subject.dockerfile}</code>`,
    os === null
      ? null
      : html`${os.family} ${os.name}${os.endOfLife ? html` <span class="chip chip-bad">end of life</span>` : ''}`,
    packages === null ? null : html`${packages.os} OS and ${counted(packages.language, 'language package')}`,
    image === null ? null : html`id <code>${image.imageId.slice(0, 19)}</code>`,
    image?.digest == null ? null : html`digest <code>${image.digest.slice(0, 19)}</code>`,
  ];
  return html`<ul class="facts">${parts.filter((part) => part !== null).map((part) => html`<li>${part}</li>`)}</ul>`;
}

const LISTS: readonly { readonly standing: Standing; readonly one: string; readonly many: string }[] = [
  { standing: 'fails', one: 'finding fails the gate', many: 'findings fail the gate' },
  { standing: 'grace', one: 'finding starts to fail', many: 'findings start to fail' },
  { standing: 'shown', one: 'finding does not gate', many: 'findings do not gate' },
  { standing: 'waived', one: 'finding is waived', many: 'findings are waived' },
];

function findingLists(
  subject: SubjectVerdict,
  keys: ReadonlyMap<string, string>,
  shown: readonly ShownFinding[],
  view: View,
): Markup {
  const rest = subject.findings.length - shown.length;
  const list = (title: string, findings: readonly ShownFinding[]): Markup =>
    findings.length === 0
      ? html``
      : html`<section class="list"><h3>${title} ${severityCounts(findings.map(({ finding }) => finding))}</h3>
${findings.map((one) => findingRow(one, keys.get(one.finding.image?.layer ?? '') ?? null, view))}</section>`;
  const lists = LISTS.map(({ standing, one, many }) => {
    const some = shown.filter(({ finding }) => standingOf(finding) === standing);
    // What starts to fail has dates, which matter more than its severity.
    if (standing === 'grace') some.sort((a, b) => compareText(a.finding.deadline ?? '', b.finding.deadline ?? ''));
    return list(counted(some.length, one, many), some);
  });
  return html`${lists}${fixedList(subject.fixed)}
${subject.findings.length === 0 ? html`<p class="nothing">Nothing was found.</p>` : ''}
${rest > 0 ? html`<p class="note omitted">${counted(rest, 'less severe finding')} not shown here, to keep this page usable; all are in report.json.</p>` : ''}`;
}
