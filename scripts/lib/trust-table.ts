import { TRUST } from '../../src/policy/trust/table.ts';
import { OPTION_KEYS, type OptionKey, optionName } from '../../src/settings/options.ts';

/** What a change's own inputs may do, for docs/pull-requests.md: the table that the gate itself goes by. */
export function trustTable(): string {
  const keys = (kind: string, unless: boolean): readonly OptionKey[] =>
    OPTION_KEYS.filter((key) => TRUST[key].kind === kind && hasUnless(key) === unless);
  const names = (some: readonly OptionKey[]): string => some.map((key) => `\`${optionName(key)}\``).join(', ');
  const rows = [
    [names(keys('free', false)), 'counts as it is given'],
    ...keys('tighter', false).map((key) => [names([key]), `only ${says(key)}`]),
    [names(keys('vouched', false)), 'only what the workflow file of the base says too'],
    ...keys('vouched', true).map((key) => [
      names([key]),
      `only ${says(key)}, or what the workflow file of the base says too`,
    ]),
  ];
  return `| input | of a change |\n| --- | --- |\n${rows.map((row) => `| ${row.join(' | ')} |\n`).join('')}`;
}

function hasUnless(key: OptionKey): boolean {
  const trust = TRUST[key];
  return trust.kind === 'vouched' && 'unless' in trust;
}

function says(key: OptionKey): string {
  const trust = TRUST[key];
  return trust.kind !== 'free' && 'says' in trust ? trust.says : '';
}
