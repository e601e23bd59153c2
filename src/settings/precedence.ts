import { rawFromEnvironment, variableName } from './from-environment.ts';
import { isGiven, loadSettings, type RawSettings } from './load.ts';
import { type OptionKey, optionName } from './options.ts';
import type { Settings } from './settings.ts';

/**
 * The one order in which the ways in count: an input or a flag, then the environment, then the policy file, then the
 * default. Each option as a whole: a list that is given replaces the list of the next way.
 */
export interface Given {
  /** What inputs, flags and the environment give. */
  readonly raw: RawSettings;
  /** Whether one of them gives the option. */
  readonly has: (key: OptionKey) => boolean;
  /** Decodes it, with what the policy file says where nothing else is given. Throws UsageError `bad-option`. */
  readonly load: (file?: RawSettings) => Settings;
}

/** @param raw inputs of the action, or flags */
export function givenBy(raw: RawSettings, variable: (name: string) => string | undefined): Given {
  const environment = rawFromEnvironment(variable);
  const together = merged(environment, raw);
  // A message must name what the user can find.
  const nameOf = (key: OptionKey): string =>
    !isGiven(raw[key]) && isGiven(environment[key]) ? variableName(key) : optionName(key);
  return {
    raw: together,
    has: (key) => isGiven(together[key]),
    load: (file = {}) => loadSettings(merged(file, together), nameOf),
  };
}

function merged(weaker: RawSettings, stronger: RawSettings): RawSettings {
  return { ...weaker, ...Object.fromEntries(Object.entries(stronger).filter(([, values]) => isGiven(values))) };
}
