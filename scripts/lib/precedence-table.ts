import { combinations, judged, PRECEDENCE, rowOf } from '../../__tests__/support/precedence.ts';

/** The order in which reasons count, from the table that the tests hold the judgement to; each reason is one that it gave. */
export function precedenceTable(): string {
  const all = combinations();
  const rows = PRECEDENCE.map((row, index) => {
    const facts = all.findLast((one) => rowOf(one) === row);
    const reason = facts === undefined ? '' : judged(facts).finding.reason;
    return `| ${index + 1} | \`${row.status}\` | ${row.holds} | ${reason} |`;
  });
  return `| | status | the first of these that holds | a reason as it is shown |\n| --- | --- | --- | --- |\n${rows.join('\n')}\n`;
}
