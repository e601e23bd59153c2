import { SEVERITIES } from '../../model/severity.ts';
import { statusText } from './badges.ts';
import { html, type Markup } from './markup.ts';
import type { View } from './view.ts';

const CHANGES = [
  ['new', 'new'],
  ['unchanged', 'unchanged'],
] as const;

/** Search and filters; they stay hidden until the script that serves them runs. '' when there is nothing to filter. */
export function filterBar({ shown }: View): Markup {
  const findings = shown.flat().map(({ finding }) => finding);
  if (findings.length < 2) return html``;
  const severities = SEVERITIES.filter((severity) => findings.some((one) => one.severity === severity));
  const statuses = [...new Set(findings.map(({ status }) => status))];
  const origins = [...new Set(findings.map(({ origin }) => origin ?? 'not known'))].sort();
  const changes = CHANGES.filter(([change]) => findings.some((one) => one.change === change));
  return html`<form class="card filters" id="filters" role="search" aria-label="Findings" hidden>
<label class="search"><span class="unseen">Search findings</span><input type="search" name="search" placeholder="Search: package, id, file, text" autocomplete="off" spellcheck="false"></label>
<fieldset><legend class="unseen">Severity</legend>${severities.map((severity) => html`<label class="toggle"><input type="checkbox" name="severity" value="${severity}" checked><span class="sev sev-${severity}">${severity}</span></label>`)}</fieldset>
<label><span class="unseen">Status</span><select name="status"><option value="">any status</option>${statuses.map((status) => html`<option value="${status}">${statusText(status)}</option>`)}</select></label>
${
  changes.length === 0
    ? ''
    : html`<label><span class="unseen">Change</span><select name="change"><option value="">new or not</option>${changes.map(([change, name]) => html`<option value="${change}">${name}</option>`)}</select></label>
`
}<label><span class="unseen">Origin</span><select name="origin"><option value="">any origin</option>${origins.map((origin) => html`<option value="${origin}">${origin}</option>`)}</select></label>
<button type="button" id="layer-filter" hidden>One layer only <span aria-hidden="true">✕</span><span class="unseen">, show all layers</span></button>
<button type="reset">Reset</button>
<output id="count" aria-live="polite">${findings.length} findings</output>
</form>
`;
}
