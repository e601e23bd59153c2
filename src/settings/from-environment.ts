import { UsageError } from '../model/failure.ts';
import type { RawSettings } from './load.ts';
import { OPTION_KEYS, type OptionKey, optionName } from './options.ts';

const PREFIX = 'IMAGE_GATE_';

/** `failOn` → `IMAGE_GATE_FAIL_ON`. */
export function variableName(key: OptionKey): string {
  return `${PREFIX}${optionName(key).toUpperCase().replaceAll('-', '_')}`;
}

/**
 * A variable that nobody reads would leave the gate looser than its user believes.
 * @param names names of the variables that are set, by their beginning
 * @throws UsageError `unknown-variable`
 */
export function refuseUnknownVariables(names: (prefix: string) => readonly string[]): void {
  const known = new Set(OPTION_KEYS.map(variableName));
  const unknown = names(PREFIX).filter((name) => !known.has(name));
  if (unknown.length === 0) return;
  throw new UsageError(
    'unknown-variable',
    `No option is set by ${unknown.map((name) => name.slice(0, 60)).join(', ')}.`,
    'Correct the name (IMAGE_GATE_FAIL_ON sets fail-on), or remove the variable; nothing was judged.',
  );
}

/** Every option that an environment variable gives; what takes several values takes one a line. */
export function rawFromEnvironment(variable: (name: string) => string | undefined): RawSettings {
  const entries = OPTION_KEYS.flatMap((key) => {
    const text = variable(variableName(key));
    return text === undefined || text.trim() === '' ? [] : [[key, [text]] as const];
  });
  return Object.fromEntries(entries);
}
