import { isDeepStrictEqual } from 'node:util';
import { UsageError } from '../../model/failure.ts';
import { variableName } from '../../settings/from-environment.ts';
import { isGiven, loadSettings, type RawSettings } from '../../settings/load.ts';
import { OPTION_KEYS, type OptionKey, optionName } from '../../settings/options.ts';
import type { Settings } from '../../settings/settings.ts';
import type { Written } from './workflow-inputs.ts';

/**
 * The options for which a workflow file, as a commit has it, gives the very value that is given now: as an input of a step
 * of the same job or as a variable, written out. Reusable workflows and actions of the same repository belong to it.
 */
export function vouchedInputs(given: RawSettings, written: readonly Written[]): ReadonlySet<OptionKey> {
  const isVouched = (key: OptionKey): boolean => {
    const values = given[key];
    if (!isGiven(values)) return false;
    const asked = decoded(key, values);
    const names = [optionName(key), variableName(key).toLowerCase()];
    return written.some(([name, text]) => {
      const there = names.includes(name) ? decoded(key, [text]) : null;
      return asked !== null && there !== null && isDeepStrictEqual(asked, there);
    });
  };
  return new Set(OPTION_KEYS.filter(isVouched));
}

/** Wrapped, because null is a value too; null for what cannot be decoded. */
export function decoded<Key extends OptionKey>(
  key: Key,
  values: readonly string[],
): { readonly value: Settings[Key] } | null {
  try {
    return { value: loadSettings({ [key]: values })[key] };
  } catch (error) {
    if (error instanceof UsageError) return null;
    throw error;
  }
}
