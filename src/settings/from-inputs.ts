import type { RawSettings } from './load.ts';
import { OPTION_KEYS, OPTIONS, optionName } from './options.ts';

/**
 * The inputs of the action, as the runner hands them over: `INPUT_` and the name in upper case, dashes kept
 * (actions/toolkit, packages/core/src/core.ts, getInput).
 */
export function rawFromInputs(variable: (name: string) => string | undefined): RawSettings {
  const entries = OPTION_KEYS.filter((key) => OPTIONS[key].where !== 'cli').flatMap((key) => {
    const text = variable(`INPUT_${optionName(key).toUpperCase()}`);
    return text === undefined ? [] : [[key, [text]] as const];
  });
  return Object.fromEntries(entries);
}
