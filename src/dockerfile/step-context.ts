import type { Command } from './command.ts';
import type { BuildArgs } from './global-args.ts';
import type { Expansion, Scope, WordOptions } from './scope.ts';
import { expandWord } from './shell-word.ts';
import type { StageNode } from './stage-node.ts';
import type { Addition, StageState } from './stage-state.ts';

/** What an ENV or ARG sets, told as it happens. */
export type OnAssign = (kind: 'env' | 'arg', name: string, value: string | null) => void;

export interface StepContext {
  readonly node: StageNode;
  readonly state: StageState;
  readonly scope: Scope;
  readonly escapeToken: string;
  readonly args: BuildArgs;
  readonly onAssign: OnAssign;
}

export type CommandOf<K extends Command['kind']> = Extract<Command, { kind: K }>;

export function addTo(state: StageState, addition: Addition): void {
  state.additions = { last: addition, before: state.additions };
}

export function expand(text: string, context: StepContext, options?: Partial<WordOptions>): Expansion {
  return expandWord(text, context.scope, { escapeToken: context.escapeToken, ...options });
}
