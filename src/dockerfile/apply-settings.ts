import type { Sourced } from '../model/dockerfile.ts';
import type { Location } from '../model/location.ts';
import type { Command } from './command.ts';
import { Rejection } from './dockerfile-error.ts';
import { resolveWorkdir } from './paths.ts';
import { parseExposedPort } from './ports.ts';
import type { Addition, StageState } from './stage-state.ts';
import { addTo, type CommandOf, expand, type StepContext } from './step-context.ts';

export function applyWorkdir(path: string, from: Location, context: StepContext): void {
  const { state } = context;
  const { text, known } = expand(path, context);
  const value = resolveWorkdir(state.workingDir.value ?? '', text, state.platformOs);
  const absolute = resolveWorkdir('/a', text, state.platformOs) === resolveWorkdir('/b', text, state.platformOs);
  state.workingDir = { value, known: known && (absolute || state.workingDir.known), from };
}

export function applyExpose(command: CommandOf<'expose'>, from: Location, context: StepContext): void {
  const additions = command.ports.flatMap((text) => {
    const { words, known } = expand(text, context, { split: true });
    return words.map((word): Addition => ({ kind: 'expose', range: parseExposedPort(word), known, from }));
  });
  for (const addition of additions) addTo(context.state, addition);
}

export function applyVolume(command: CommandOf<'volume'>, from: Location, context: StepContext): void {
  const paths = command.paths.map((path) => expand(path, context));
  if (paths.some(({ text }) => text === '')) throw new Rejection('VOLUME specified can not be an empty string');
  for (const { text, known } of paths) addTo(context.state, { kind: 'volume', path: text, known, from });
}

/** A setting that could not be worked out, because it hangs on what is not known. */
export function forget(command: Command, from: Location, state: StageState): void {
  const nothing: Sourced<null> = { value: null, known: false, from };
  if (command.kind === 'user') state.user = nothing;
  else if (command.kind === 'workdir') state.workingDir = nothing;
  else if (command.kind === 'stopsignal') state.stopSignal = nothing;
}
