import type { Verdict } from '../../model/verdict.ts';
import { NOTICE_TITLES, sortedNotices } from '../standing.ts';
import { counted } from '../text/words.ts';
import { type Block, rowsOf } from './budget.ts';
import { lineLink } from './finding-cells.ts';
import { prose } from './markdown.ts';

/** Waivers that ended, are about to or match nothing, and what a pull request asked for in vain. */
export function noticeBlocks(verdict: Verdict, fileBaseUrl: string | null): readonly Block[] {
  const notices = sortedNotices(verdict);
  if (notices.length === 0) return [];
  return [
    {
      head: '### About the policy\n\n',
      rows: rowsOf(notices, ({ kind, message, location }) => {
        const line = location === null ? '' : ` (${lineLink(location, fileBaseUrl)})`;
        return `- **${NOTICE_TITLES[kind]}**: ${prose(message, 500)}${line}`;
      }),
      tail: '\n',
      omitted: (count) => `- … ${counted(count, 'more notice')} in report.json`,
    },
  ];
}
