import type { Finding } from '../../model/finding.ts';
import { reaches, type Severity } from '../../model/severity.ts';
import type { SubjectVerdict } from '../../model/verdict.ts';
import { compareFindings, gates } from '../order.ts';
import { dayOf, standingOf, startToFail, waiverTerm } from '../standing.ts';
import { plain } from '../text/plain.ts';
import { counted, lineText, severityText, subjectMatter } from '../text/words.ts';
import { type Cell, columns } from './columns.ts';
import { displayWidth } from './display-width.ts';
import { type Paint, SEVERITY_STYLES } from './paint.ts';
import { wrap } from './wrap.ts';

const INDENT = 2;
const SEVERITY = 'CRITICAL'.length;
const GAP = 2;
const LONGEST_ID = 24;
/** The least room for what a finding says beside its line; with less, the line goes below. */
const MATTER = 34;
/** A terminal is for reading: beyond these, the reports are the place to look. */
const GATING_SHOWN = 50;
const OTHERS_SHOWN = 10;

/** What fails the gate, worst first, what will start to, soonest first, and what does not. */
export function findingLines(
  subject: SubjectVerdict,
  failOn: Severity,
  width: number,
  paint: Paint,
): readonly string[] {
  const sorted = [...subject.findings].sort(compareFindings);
  const failing = sorted.filter(gates);
  const starting = startToFail([subject]).map(({ finding }) => finding);
  const others = sorted.filter((finding) => standingOf(finding) === 'shown');
  const waived = sorted.filter((finding) => standingOf(finding) === 'waived');
  const shown = [starting, others, waived].flatMap((some) => some.slice(0, OTHERS_SHOWN));
  const layout = layoutOf([...failing.slice(0, GATING_SHOWN), ...shown], width);
  const show = (some: readonly Finding[], title: string, limit: number): readonly string[] => {
    if (some.length === 0) return [];
    const heading = `${title} (${severityText(some.map(({ severity }) => severity))})`;
    const rows = some
      .slice(0, limit)
      .flatMap((finding) => columns(cells(finding, failOn, layout), layout.widths, INDENT, paint));
    const left = some.length - limit;
    const more = left > 0 ? [indented(paint(`… and ${left} more, see the reports`, 'faint'))] : [];
    return [...wrap(heading, width - INDENT).map(indented), ...rows, ...more];
  };
  const parts = [
    show(failing, counted(failing.length, 'finding fails the gate', 'findings fail the gate'), GATING_SHOWN),
    show(starting, counted(starting.length, 'finding starts to fail', 'findings start to fail'), OTHERS_SHOWN),
    show(others, counted(others.length, 'finding does not gate', 'findings do not gate'), OTHERS_SHOWN),
    show(waived, counted(waived.length, 'finding is waived', 'findings are waived'), OTHERS_SHOWN),
  ];
  return parts.filter((part) => part.length > 0).flatMap((part, index) => (index === 0 ? part : ['', ...part]));
}

interface Layout {
  /** Whether the line stands beside what a finding says, below it, or everything below the id. */
  readonly place: 'beside' | 'below' | 'stacked';
  readonly widths: readonly number[];
}

function layoutOf(findings: readonly Finding[], width: number): Layout {
  const ids = Math.min(LONGEST_ID, Math.max(0, ...findings.map(({ id }) => displayWidth(plain(id, 80)))));
  const places = Math.max(0, ...findings.map((finding) => displayWidth(placeText(finding))));
  const all = width - INDENT - SEVERITY - GAP;
  const room = all - ids - GAP;
  if (room - GAP - places >= MATTER) return { place: 'beside', widths: [SEVERITY, ids, room - GAP - places, places] };
  return room >= MATTER
    ? { place: 'below', widths: [SEVERITY, ids, room] }
    : { place: 'stacked', widths: [SEVERITY, all] };
}

function cells(finding: Finding, failOn: Severity, { place: layout }: Layout): readonly Cell[] {
  const style = gates(finding) ? 'plain' : 'faint';
  const severity: Cell = { lines: [finding.severity.toUpperCase()], style: SEVERITY_STYLES[finding.severity] };
  const id = plain(finding.id, 80);
  const place = placeText(finding);
  const matter = matterLines(finding, failOn);
  const below = place === '' ? matter : [...matter, place];
  if (layout === 'stacked') return [severity, { lines: [id, ...below], style }];
  if (layout === 'below') return [severity, { lines: [id], style }, { lines: below, style }];
  return [severity, { lines: [id], style }, { lines: matter, style }, { lines: [place], style }];
}

function matterLines(finding: Finding, failOn: Severity): readonly string[] {
  const { kind, fix, change } = finding;
  const matter = `${change === 'new' ? 'new: ' : ''}${subjectMatter(finding)}`;
  const told = standingLine(finding, failOn);
  const lines = kind === 'advisory' || !gates(finding) ? [matter] : [matter, `fix: ${plain(fix)}`];
  return told === '' ? lines : [...lines, told];
}

/**
 * When it starts to fail; who accepted it, until when and why; why something so severe does not gate. That no version
 * fixes it stands with the package.
 */
function standingLine(finding: Finding, failOn: Severity): string {
  const standing = standingOf(finding);
  if (standing === 'grace') return `fails from ${dayOf(finding.deadline)}`;
  if (standing === 'shown') {
    return reaches(finding.severity, failOn) && finding.status !== 'unfixed'
      ? `does not gate: ${plain(finding.reason)}`
      : '';
  }
  const reason = plain(finding.waiver?.reason ?? '');
  return standing === 'waived' ? [waiverTerm(finding), reason].filter((part) => part !== '').join(': ') : '';
}

function indented(line: string): string {
  return ' '.repeat(INDENT) + line;
}

/** `Dockerfile:1 (base)`; the place in the image where there is no line. */
function placeText({ location, image, origin }: Finding): string {
  const place = location === null ? plain(image?.path ?? '', 120) : lineText(location);
  return origin === null ? place : `${place} (${origin})`.trim();
}
