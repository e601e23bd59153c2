import { UsageError } from '../model/failure.ts';
import { Unfit } from './decode.ts';
import type { Option } from './option.ts';
import { OPTION_KEYS, OPTIONS, type OptionKey, optionName } from './options.ts';
import type { Settings } from './settings.ts';

/** What a user gave, as text: for each option the values in their order. Absent, empty and blank all mean "not given". */
export type RawSettings = Readonly<Partial<Record<OptionKey, readonly string[]>>>;

/**
 * Decodes all options. Pure: reads no environment and no file.
 *
 * A list option takes one value a line (any line end); blank lines are dropped. Of a single option given twice the last
 * one counts.
 * @param nameOf what the message calls an option; without it, the name of the input
 * @throws UsageError `bad-option`, naming every wrong option with its value and what is allowed.
 */
export function loadSettings(raw: RawSettings, nameOf: (key: OptionKey) => string = optionName): Settings {
  const mistakes: string[] = [];
  const entries = OPTION_KEYS.map((key) => {
    try {
      return [key, loadOption<unknown>(OPTIONS[key], raw[key] ?? [])] as const;
    } catch (error) {
      if (!(error instanceof Mistake)) throw error;
      mistakes.push(`${nameOf(key)} is ${shown(key, error.value)}; ${error.message}`);
      return [key, undefined] as const;
    }
  });
  if (mistakes.length > 0) {
    throw new UsageError('bad-option', mistakes.join('. '), 'Correct the value; nothing was downloaded or scanned.');
  }
  // Every key of the table is present and decoded by its own decoder: this is the one place where that is asserted.
  return Object.fromEntries(entries) as unknown as Settings;
}

/** Whether a value counts as given. */
export function isGiven(values: readonly string[] | undefined): values is readonly string[] {
  return values?.some((text) => text.trim() !== '') ?? false;
}

class Mistake extends Error {
  readonly value: string;
  constructor(value: string, message: string) {
    super(message);
    this.value = value;
  }
}

function loadOption<T>(option: Option<T>, given: readonly string[]): T {
  const values =
    option.kind === 'list'
      ? given
          .flatMap((text) => text.split(/\r\n|\r|\n/))
          .map((line) => line.trim())
          .filter((line) => line !== '')
      : given
          .map((text) => text.trim())
          .filter((text) => text !== '')
          .slice(-1);
  if (values.length === 0) return option.fallback;
  const broken = option.kind === 'list' ? undefined : values.find((value) => /[\r\n]/.test(value));
  if (broken !== undefined) throw new Mistake(broken, 'allowed: one value, on one line');
  try {
    return option.decode(values);
  } catch (error) {
    if (!(error instanceof Unfit)) throw error;
    throw new Mistake(values.find((value) => isUnfit(option, value)) ?? values.join(', '), error.message);
  }
}

/** Which of several values is the wrong one. */
function isUnfit<T>(option: Option<T>, value: string): boolean {
  try {
    option.decode([value]);
    return false;
  } catch {
    return true;
  }
}

/** A wrong value as the message shows it: on one line, short, and never a credential. */
function shown(key: OptionKey, value: string): string {
  if (key === 'token') return 'not usable';
  if (key === 'buildArg') return `"${value.split('=')[0]?.slice(0, 60)}…"`;
  const line = value.replaceAll(/\p{Cc}+/gu, ' ').replace(/\/\/[^/]*@/, '//…@');
  return `"${line.length > 80 ? `${line.slice(0, 79)}…` : line}"`;
}
