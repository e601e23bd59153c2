import type { Location } from '../model/location.ts';
import type { StageState } from './stage-state.ts';
import type { CommandOf } from './step-context.ts';

/** ENTRYPOINT throws away a CMD that its stage only inherited. */
export function applyEntrypoint(command: CommandOf<'cmd' | 'entrypoint'>, from: Location, state: StageState): void {
  const empty = command.json && command.words.length === 0;
  state.entrypoint = { value: empty ? null : withShell(command, state), known: true, from };
  if (state.cmdInStage) return;
  const lost = state.cmd.value !== null || !state.cmd.known;
  state.cmd = { value: null, known: true, from: lost ? from : state.cmd.from };
}

export function withShell(command: CommandOf<'cmd' | 'entrypoint'>, state: StageState): readonly string[] {
  if (command.json) return command.words;
  const shell = state.shell.value ?? [];
  const fallback = state.os === 'windows' ? ['cmd', '/S', '/C'] : ['/bin/sh', '-c'];
  return [...(shell.length > 0 ? shell : fallback), command.words.join(' ')];
}
