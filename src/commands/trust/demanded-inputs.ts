import { compareSeverity, type Severity } from '../../model/severity.ts';
import { TRUST, type Trust } from '../../policy/trust/table.ts';
import { OPTION_KEYS, type OptionKey } from '../../settings/options.ts';
import type { Settings } from '../../settings/settings.ts';
import type { WorkflowInputs, WorkflowStep } from './workflow-inputs.ts';
import { writtenBy } from './written-by.ts';

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
  const least = leastOf(key, steps, holds);
  if (least === null || !holds(least.value, base[key]) || holds(base[key], least.value)) return false;
  to[key] = least.value;
  return true;
}

/** What the workflow's thresholds for all origins demand at least, whatever the policy file says; null: not written out. */
export function writtenThreshold(steps: readonly WorkflowStep[]): Severity | null {
  const holds = (value: Severity, other: Severity): boolean => compareSeverity(value, other) >= 0;
  return leastOf('failOn', steps, holds)?.value ?? null;
}

function leastOf<Key extends OptionKey>(
  key: Key,
  steps: readonly WorkflowStep[],
  holds: (value: Settings[Key], other: Settings[Key]) => boolean,
): { readonly value: Settings[Key] } | null {
  const values = steps.flatMap((step) => writtenBy(step, key) ?? []);
  if (values.length < steps.length) return null;
  return values.find((one) => values.every((other) => holds(other.value, one.value))) ?? null;
}
