import type { Option as Flag, Help, HelpConfiguration } from 'commander';
import { OPTION_KEYS, OPTIONS, type OptionKey, optionName } from './options.ts';

/** Terms up to this width share their line with the description; a longer one gets a line of its own. */
const COLUMN = 24;
const INDENT = '  ';
/** Text narrower than this is no longer readable, however narrow the terminal is. */
const NARROWEST = 40;

/** How help is laid out: a narrow column of flags, so that no long value pushes every description to the right. */
export const HELP: HelpConfiguration = {
  optionTerm: (flag: Flag) => {
    const key = keyOf(flag);
    // "[boolean]" and "(preset: true)" are how the flags are parsed, not what people type.
    if (key === undefined) return flag.flags;
    const { kind, placeholder } = OPTIONS[key];
    if (kind === 'boolean') return `--${optionName(key)}`;
    return `--${optionName(key)} <${placeholder}>${kind === 'list' ? '…' : ''}`;
  },
  optionDescription: (flag: Flag) => flag.description,
  formatItem: (term: string, _termWidth: number, description: string, helper: Help) => {
    if (description === '') return INDENT + term;
    const margin = INDENT.length + COLUMN + INDENT.length;
    const text = helper.boxWrap(description, Math.max(NARROWEST, (helper.helpWidth ?? 80) - margin));
    const hanging = text.replaceAll('\n', `\n${' '.repeat(margin)}`);
    if (term.length > COLUMN) return `${INDENT}${term}\n${' '.repeat(margin)}${hanging}`;
    return `${INDENT}${term.padEnd(COLUMN)}${INDENT}${hanging}`;
  },
};

/** Whether a flag is one of the table of options; others belong to one command alone. */
function keyOf(flag: Flag): OptionKey | undefined {
  return OPTION_KEYS.find((key) => flag.long === `--${optionName(key)}` && flag.presetArg === 'true');
}

/** What the description of an option says in a terminal: without code marks, with its default, and that it may be repeated. */
export function helpText(key: OptionKey): string {
  const { kind, description, defaultText } = OPTIONS[key];
  const repeated = kind === 'list' ? ' May be given several times.' : '';
  const fallback = defaultText === '' || kind === 'boolean' ? '' : ` (default: ${defaultText})`;
  const on = kind === 'boolean' && defaultText === 'true' ? ` (default: on; --${optionName(key)}=false)` : '';
  return `${description}${repeated}${fallback}${on}`.replaceAll('`', '');
}
