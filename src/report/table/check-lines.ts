import type { Answer, Check } from '../../model/check.ts';
import { plain } from '../text/plain.ts';
import { columns } from './columns.ts';
import type { Paint, Style } from './paint.ts';

const INDENT = 2;

const MARKS: Readonly<Record<Answer, { readonly mark: string; readonly word: string; readonly style: Style }>> = {
  pass: { mark: '✓', word: 'pass', style: 'green' },
  fail: { mark: '✗', word: 'fail', style: 'red' },
  unknown: { mark: '?', word: 'not known', style: 'yellow' },
  'not-applicable': { mark: '-', word: 'does not apply', style: 'faint' },
};

const WORD = 'does not apply'.length;

/**
 * The checks by answer. Only an unknown one says why: the findings tell of a failed one, and a passed one needs no words.
 * What several do not know for one reason is one line: of a Dockerfile alone, half of the rules say "only the image".
 */
export function checkLines(checks: readonly Check[], width: number, paint: Paint): readonly string[] {
  return (['pass', 'fail', 'not-applicable', 'unknown'] as const).flatMap((answer) => {
    const rules = checks.filter((check) => check.answer === answer);
    if (rules.length === 0) return [];
    const lines =
      answer === 'unknown'
        ? [...Map.groupBy(rules, ({ reason }) => plain(reason))].map(([reason, same]) => `${names(same)}: ${reason}`)
        : [names(rules)];
    const { mark, word, style } = MARKS[answer];
    const cells = [
      { lines: [mark], style },
      { lines: [word], style },
      { lines, style: answer === 'not-applicable' ? 'faint' : 'plain' },
    ] as const;
    return columns(cells, [1, WORD, width - INDENT - WORD - 5], INDENT, paint);
  });
}

function names(checks: readonly Check[]): string {
  return checks.map(({ rule }) => plain(rule, 80)).join(', ');
}
