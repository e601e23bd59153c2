import { TRUST, vouchedPaths } from '../../policy/trust/table.ts';
import type { RawSettings } from '../../settings/load.ts';
import { OPTION_KEYS, type OptionKey } from '../../settings/options.ts';
import type { WorkflowStep } from './workflow-inputs.ts';
import { agreed } from './written-by.ts';

/**
 * The inputs of the base's own step that only the base may give (which policy file counts, how the server is reached,
 * what is compared with), where a change gives them up or gives others: they go on to count.
 * @param steps of the base's workflow that may be the one that runs; what they do not agree on is not known
 * @param except what counts as the change gives it
 */
export function keptInputs(
  steps: readonly WorkflowStep[],
  except: readonly OptionKey[],
  isChanged: (path: string) => boolean,
): RawSettings {
  const kept = OPTION_KEYS.filter((key) => TRUST[key].kind === 'vouched' && !except.includes(key));
  return Object.fromEntries(kept.flatMap((key) => textOf(key, steps, isChanged) ?? []));
}

function textOf<Key extends OptionKey>(
  key: Key,
  steps: readonly WorkflowStep[],
  isChanged: (path: string) => boolean,
): readonly [readonly [Key, readonly string[]]] | null {
  const own = agreed(steps, key);
  if (own === null || vouchedPaths(key, own.value).some(isChanged)) return null;
  return [[key, [own.text]]];
}
