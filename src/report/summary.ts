import type { Verdict } from '../model/verdict.ts';
import { type Block, compose, mapRows } from './summary/budget.ts';
import { lookedBlocks, undecidedBlocks } from './summary/check-blocks.ts';
import { failingBlocks, otherBlocks } from './summary/finding-blocks.ts';
import { code, escapeMarkdown } from './summary/markdown.ts';
import { noticeBlocks } from './summary/notice-blocks.ts';
import { opening } from './summary/opening.ts';
import { problemBlocks } from './summary/problem-blocks.ts';
import { fixedBlocks, graceBlocks, waivedBlocks } from './summary/standing-blocks.ts';
import { subjectBlocks } from './summary/subject-blocks.ts';
import { inert } from './text/inert.ts';
import { counted } from './text/words.ts';
import type { ToolFacts } from './tool-facts.ts';

export interface SummaryOptions {
  /** The summary stays below this many bytes of UTF-8; GitHub refuses one above 1,048,576 bytes a step. */
  readonly limitBytes: number;
  /** An https address to which a file's path is appended, such as `https://github.com/OWNER/REPO/blob/SHA/`; none: no links. */
  readonly fileBaseUrl?: string;
}

/**
 * The result as GitHub-flavoured Markdown. What matters most comes first and is kept longest: verdict, what to do, what
 * could not be verified, the subjects, what fails, what will start to; the rest is folded.
 */
export function renderSummary(verdict: Verdict, tool: ToolFacts, options: SummaryOptions): string {
  const fileBaseUrl = options.fileBaseUrl ?? null;
  const blocks = [
    opening(verdict),
    ...problemBlocks(verdict),
    ...subjectBlocks(verdict),
    ...failingBlocks(verdict, fileBaseUrl),
    ...graceBlocks(verdict, fileBaseUrl),
    ...noticeBlocks(verdict, fileBaseUrl),
    ...undecidedBlocks(verdict),
    ...fixedBlocks(verdict),
    ...waivedBlocks(verdict, fileBaseUrl),
    ...otherBlocks(verdict, fileBaseUrl),
    ...lookedBlocks(verdict),
  ];
  const end = { text: inert(footer(verdict, tool)), omitted: omittedSections };
  return compose(blocks.map(inertBlock), end, options.limitBytes);
}

function footer(verdict: Verdict, tool: ToolFacts): string {
  const { scanner, failOn } = verdict;
  const facts = [`image-gate ${escapeMarkdown(tool.version, 60)}`, `fails from severity ${failOn}`];
  if (scanner === null) facts.push('Trivy was not run');
  else {
    const { database } = scanner;
    facts.push(`Trivy ${escapeMarkdown(scanner.version, 60)} from ${code(scanner.source, 200)}`);
    if (database === null) facts.push('no advisory database');
    else {
      const date = database.updatedAt === null ? 'of unknown date' : `of ${code(database.updatedAt, 60)}`;
      facts.push(`advisory database ${date} from ${code(database.source, 200)}`);
    }
  }
  return `<sub>${facts.join(' · ')} · started ${code(verdict.startedAt, 60)}</sub>\n`;
}

function omittedSections(count: number): string {
  return `… ${counted(count, 'more section')} in report.json\n\n`;
}

/** Block by block, so that the sizes which are counted are the sizes that are written. */
function inertBlock(block: Block): Block {
  return { ...block, head: inert(block.head), rows: mapRows(block.rows, inert) };
}
