import type { Location } from '../../model/location.ts';
import type { Notice } from '../../model/notice.ts';
import { TRUST } from '../../policy/trust/table.ts';
import type { Ignored } from '../../policy/trust.ts';
import type { RawSettings } from '../../settings/load.ts';
import { OPTIONS, type OptionKey, optionName } from '../../settings/options.ts';

/** What a change asked for, what counts instead, and how to get it all the same. */
export function ignoredNotice({ key, used }: Ignored, given: RawSettings, location: Location | null): Notice {
  const asked = shown((given[key] ?? []).flatMap((text) => text.split(/\r?\n/)).join(', '));
  return {
    kind: 'ignored-on-pull-request',
    message: `${optionName(key)}: ${asked} is ignored for this change, and ${inWords(key, used)} counts. ${advice(key)}`,
    location,
  };
}

/** An input that the base's workflow gives and the change's does not. */
export function leftOutNotice(key: OptionKey, used: unknown, location: Location | null): Notice {
  return {
    kind: 'ignored-on-pull-request',
    message: `${optionName(key)} is no longer given, which is ignored for this change: ${inWords(key, used)} counts, as the workflow file of the base branch says.`,
    location,
  };
}

function advice(key: OptionKey): string {
  const trust = TRUST[key];
  if (trust.kind === 'tighter') {
    return `A change may only ask for more (${trust.says}); anything else counts once the policy file of the base branch says it.`;
  }
  return 'It counts once the workflow file of the base branch gives the same value, written out, and the change leaves what it names as it is.';
}

const HOUR = 3_600_000;

function inWords(key: OptionKey, value: unknown): string {
  if (value === OPTIONS[key].fallback || (Array.isArray(value) && value.length === 0)) {
    const { defaultText } = OPTIONS[key];
    return defaultText === '' ? 'none' : `the default (${defaultText.replaceAll('`', '')})`;
  }
  if (value === null) return 'no limit';
  if (typeof value === 'number') return value % HOUR === 0 ? `${value / HOUR}h` : `${value / 1000}s`;
  if (Array.isArray(value)) return shown(value.join(', '));
  if (typeof value === 'string' || typeof value === 'boolean') return shown(`${value}`);
  return shown(Object.keys(Object(value)).join(', ')) || 'none';
}

function shown(text: string): string {
  const line = text.replaceAll(/\p{Cc}+/gu, ' ').trim();
  return line.length > 80 ? `${line.slice(0, 79)}…` : line;
}
