import { TRUST, type Trust } from '../../policy/trust/table.ts';
import { variableName } from '../../settings/from-environment.ts';
import { OPTION_KEYS, type OptionKey, optionName } from '../../settings/options.ts';
import type { Settings } from '../../settings/settings.ts';
import { decoded } from './vouched-inputs.ts';
import type { WorkflowInputs, WorkflowStep } from './workflow-inputs.ts';

export interface Demanding {
  /** Steps of the base's workflow that may be the one that runs. */
  readonly steps: readonly WorkflowStep[];
  /** What counts as it is given. */
  readonly except: readonly OptionKey[];
}

export interface Demanded {
  readonly settings: Settings;
  /** The options in which the workflow demands more. */
  readonly keys: readonly OptionKey[];
}

/**
 * The steps of a workflow that run this action: those of the job of this run, else of any job, because a change can give
 * its job another id.
 * @param action `owner/name` of this action, as the runner names it; '' for an action of the same repository
 */
export async function stepsOfAction(
  action: string,
  ofJob: WorkflowInputs,
  ofAllJobs: () => Promise<WorkflowInputs>,
): Promise<readonly WorkflowStep[]> {
  const ours = ({ steps }: WorkflowInputs): readonly WorkflowStep[] =>
    steps.filter(({ uses }) => isOurs(uses.toLowerCase(), action.toLowerCase()));
  const own = ours(ofJob);
  return own.length > 0 ? own : ours(await ofAllJobs());
}

function isOurs(uses: string, action: string): boolean {
  return action === '' ? uses.startsWith('./') : uses.startsWith(`${action}@`) || uses.startsWith(`${action}/`);
}

/**
 * What the base's own workflow demands of this step beyond its policy file: a change that asks for less there, or leaves
 * the input out, is held to it. Where several steps may be this one, the least of them counts; what an expression gives is not known and demands nothing.
 * @param base what the base demands without it
 */
export function demandedInputs({ steps, except }: Demanding, base: Settings): Demanded {
  const settings = { ...base };
  const keys = OPTION_KEYS.filter((key) => !except.includes(key) && demand(settings, key, steps, base));
  return { settings, keys };
}

/** Whether the workflow demands more of one option; it then does so in `to`. */
function demand<Key extends OptionKey>(
  to: { -readonly [K in OptionKey]: Settings[K] },
  key: Key,
  steps: readonly WorkflowStep[],
  base: Settings,
): boolean {
  const trust: Trust<Key> = TRUST[key];
  if (trust.kind !== 'tighter') return false;
  const holds = (value: Settings[Key], other: Settings[Key]): boolean =>
    trust.atLeast(value, { ...base, [key]: other });
  const values = steps.flatMap((step) => writtenBy(step, key) ?? []);
  if (values.length < steps.length) return false;
  const least = values.find((one) => values.every((other) => holds(other.value, one.value)));
  if (least === undefined || !holds(least.value, base[key]) || holds(base[key], least.value)) return false;
  to[key] = least.value;
  return true;
}

/** Wrapped, because null is a value too; null: not given, or not written out. */
function writtenBy<Key extends OptionKey>({ given }: WorkflowStep, key: Key): { readonly value: Settings[Key] } | null {
  const names = [optionName(key), variableName(key).toLowerCase()];
  // An input before a variable, and of variables the nearest.
  for (const name of names) {
    const [, text] = given.find(([one, value]) => one === name && value?.trim() !== '') ?? [];
    if (text === null || text?.includes('${{') === true) return null;
    if (text !== undefined) return decoded(key, [text]);
  }
  return null;
}
