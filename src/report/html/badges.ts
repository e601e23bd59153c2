import type { Finding } from '../../model/finding.ts';
import { SEVERITIES, type Severity } from '../../model/severity.ts';
import type { VerdictWord } from '../../model/verdict.ts';
import { countBySeverity } from '../counts.ts';
import { html, type Markup } from './markup.ts';

export function severityBadge(severity: Severity): Markup {
  return html`<span class="sev sev-${severity}">${severity}</span>`;
}

const VERDICT_TITLES: Readonly<Record<VerdictWord, string>> = { pass: 'Pass', fail: 'Fail', error: 'Error' };

export function verdictTitle(verdict: VerdictWord): string {
  return VERDICT_TITLES[verdict];
}

const PATHS: Readonly<Record<VerdictWord, string>> = {
  pass: 'M6 12.5l4 4 8-9',
  fail: 'M7 7l10 10M17 7L7 17',
  error: 'M12 6v7.5M12 17.2v.6',
};

/** A sign beside the word: colour is never all that tells two verdicts apart. */
export function verdictSign(verdict: VerdictWord): Markup {
  return html`<svg class="sign sign-${verdict}" viewBox="0 0 24 24" aria-hidden="true" focusable="false"><circle cx="12" cy="12" r="12"/><path d="${PATHS[verdict]}"/></svg>`;
}

export function verdictPill(verdict: VerdictWord): Markup {
  return html`<span class="pill pill-${verdict}">${verdictSign(verdict)}${verdictTitle(verdict)}</span>`;
}

/** How many of each severity, worst first; what does not occur is left out. */
export function severityCounts(findings: readonly Pick<Finding, 'severity'>[]): Markup {
  const counts = countBySeverity(findings);
  const chips = SEVERITIES.filter((severity) => counts[severity] > 0).map(
    (severity) => html`<span class="sev sev-${severity}">${counts[severity]} ${severity}</span> `,
  );
  return html`<span class="counts">${chips}</span>`;
}

/** A status as people say it. */
export function statusText(status: Finding['status']): string {
  return STATUS_TEXTS[status];
}

const STATUS_TEXTS: Readonly<Record<Finding['status'], string>> = {
  fail: 'fails the gate',
  unknown: 'not known to be new',
  grace: 'starts to fail',
  baseline: 'was there before',
  waived: 'waived',
  unfixed: 'unfixed',
  'below-threshold': 'below threshold',
};

/** What tells a finding apart beside its status: that the change brings it, or whom it waits for. */
export function changeChip({ change }: Finding): Markup {
  return change === 'new' ? html` <span class="chip chip-new">new</span>` : html``;
}
