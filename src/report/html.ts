import type { SubjectVerdict, Verdict, VerdictWord } from '../model/verdict.ts';
import { filterBar } from './html/filters.ts';
import { pageFooter } from './html/footer.ts';
import { hero } from './html/hero.ts';
import { html, type Markup } from './html/markup.ts';
import { noticeList } from './html/notices.ts';
import { page } from './html/page.ts';
import { problemList } from './html/problems.ts';
import { subjectSection } from './html/subject.ts';
import { LIMITS, viewOf } from './html/view.ts';
import type { RuleFacts } from './sarif/options.ts';
import { headline } from './sentence.ts';
import type { ToolFacts } from './tool-facts.ts';

export interface HtmlOptions {
  /** By rule id; advisories bring their own facts. */
  readonly ruleFacts: ReadonlyMap<string, RuleFacts>;
  /** An https address to which a file's path is appended, such as `https://github.com/OWNER/REPO/blob/SHA/`; none: no links. */
  readonly fileBaseUrl?: string;
}

/**
 * The result as one page of HTML that needs nothing else: no network, no other file, and without its script everything
 * can still be read. Of very many findings the worst are shown and the rest is counted. The same input gives the same
 * bytes.
 */
export function renderHtml(given: Verdict, tool: ToolFacts, options: HtmlOptions): string {
  const verdict = { ...given, subjects: [...given.subjects].sort(byNeed) };
  const view = viewOf(verdict, options.ruleFacts, options.fileBaseUrl ?? null);
  const subjects = verdict.subjects.slice(0, LIMITS.subjects);
  return page({
    title: `${verdict.verdict}: ${headline(verdict)}`,
    verdict: verdict.verdict,
    content: html`${hero(verdict, view)}${runProblems(verdict)}${noticeList(verdict, view)}${filterBar(view)}${subjects.map((subject, index) => subjectSection(subject, index + 1, view))}`,
    footer: pageFooter(verdict, tool),
  });
}

const NEED: readonly VerdictWord[] = ['error', 'fail', 'pass'];

/** What needs somebody comes first. */
function byNeed(a: SubjectVerdict, b: SubjectVerdict): number {
  return NEED.indexOf(a.verdict) - NEED.indexOf(b.verdict);
}

function runProblems({ errors }: Verdict): Markup {
  return errors.length === 0 ? html`` : html`<section class="card">${problemList(errors, 'h2')}</section>`;
}
