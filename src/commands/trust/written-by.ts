import { isDeepStrictEqual } from 'node:util';
import { variableName } from '../../settings/from-environment.ts';
import { type OptionKey, optionName } from '../../settings/options.ts';
import type { Settings } from '../../settings/settings.ts';
import { decoded } from './vouched-inputs.ts';
import type { WorkflowStep } from './workflow-inputs.ts';

/** What a step says of one option, as it is written and as it is meant. */
export interface StepValue<Key extends OptionKey> {
  readonly text: string;
  readonly value: Settings[Key];
}

/** Null: not given, or not written out. */
export function writtenBy<Key extends OptionKey>({ given }: WorkflowStep, key: Key): StepValue<Key> | null {
  const names = [optionName(key), variableName(key).toLowerCase()];
  // An input before a variable, and of variables the nearest.
  for (const name of names) {
    const [, text] = given.find(([one, value]) => one === name && value?.trim() !== '') ?? [];
    if (text === null || text?.includes('${{') === true) return null;
    if (text !== undefined) {
      const meant = decoded(key, [text]);
      return meant === null ? null : { text, value: meant.value };
    }
  }
  return null;
}

/** What all of the steps that may be the one that runs say of an option; null where one of them says something else. */
export function agreed<Key extends OptionKey>(steps: readonly WorkflowStep[], key: Key): StepValue<Key> | null {
  const [first, ...more] = steps.map((step) => writtenBy(step, key));
  if (first === undefined || first === null) return null;
  const same = (other: StepValue<Key> | null): boolean => other !== null && isDeepStrictEqual(other.value, first.value);
  return more.every(same) ? first : null;
}
