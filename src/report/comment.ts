import { createHash } from 'node:crypto';
import { subjectKey } from '../model/subject.ts';
import { compareText } from '../model/text-order.ts';
import type { Verdict } from '../model/verdict.ts';
import { type Block, compose } from './summary/budget.ts';
import { undecidedBlocks } from './summary/check-blocks.ts';
import { failingBlocksNewFirst } from './summary/finding-blocks.ts';
import { escapeMarkdown } from './summary/markdown.ts';
import { noticeBlocks } from './summary/notice-blocks.ts';
import { opening } from './summary/opening.ts';
import { problemBlocks } from './summary/problem-blocks.ts';
import { fixedBlocks, graceBlocks, waivedBlocks } from './summary/standing-blocks.ts';
import { subjectBlocks } from './summary/subject-blocks.ts';
import { webAddress } from './text/web-address.ts';
import type { ToolFacts } from './tool-facts.ts';

export interface Comment {
  /** First line of the body, invisible, the same for every run on the same images: by it the comment is found again. */
  readonly marker: string;
  /** Markdown; the same verdict gives the same text, so that nothing is sent when nothing changed. */
  readonly body: string;
}

export interface CommentOptions {
  /** As for SARIF: two steps on the same images with different categories have a comment each. */
  readonly category: string;
  /** Where all details are: an https address that does not change from run to run; null for none. */
  readonly detailsUrl: string | null;
}

/**
 * GitHub takes 65,536 characters. Here bytes of UTF-8 are counted: there are never fewer of them, whichever way it counts.
 */
const LIMIT_BYTES = 65_000;

/**
 * The verdict as a comment on a pull request: the reason and what to do first, then what fails the gate, and
 * what will or would have. It holds no
 * time, commit or address of a run, which change when the verdict does not.
 */
export function renderComment(verdict: Verdict, tool: ToolFacts, options: CommentOptions): Comment {
  const marker = `<!-- image-gate-comment ${identity(verdict, options.category)} -->`;
  const blocks: readonly Block[] = [
    { head: `${marker}\n`, rows: [], tail: '', omitted: () => '' },
    opening(verdict),
    ...problemBlocks(verdict),
    ...subjectBlocks(verdict),
    ...failingBlocksNewFirst(verdict),
    ...graceBlocks(verdict, null),
    ...noticeBlocks(verdict, null),
    ...undecidedBlocks(verdict),
    ...fixedBlocks(verdict),
    ...waivedBlocks(verdict, null),
  ];
  const end = {
    text: footer(verdict, tool, options),
    omitted: (count: number) => `… ${count} more ${count === 1 ? 'section' : 'sections'} in the job summary\n\n`,
  };
  return { marker, body: compose(blocks, end, LIMIT_BYTES) };
}

/** Names of subjects hold no tag and no commit, so a comment stays the same one while its images change. */
function identity({ subjects }: Verdict, category: string): string {
  const names = subjects.map(({ subject }) => subjectKey(subject)).sort(compareText);
  return createHash('sha256')
    .update(JSON.stringify([category, ...names]))
    .digest('hex')
    .slice(0, 32);
}

function footer({ failOn }: Verdict, tool: ToolFacts, { category, detailsUrl }: CommentOptions): string {
  const url = detailsUrl === null ? null : webAddress(detailsUrl);
  const details = url === null ? 'All findings: job summary' : `[All findings: job summary](${url})`;
  const facts = [details, escapeMarkdown(category, 120), `fails from severity ${failOn}`, `image-gate ${tool.version}`];
  return `<sub>${facts.join(' · ')}</sub>\n`;
}
