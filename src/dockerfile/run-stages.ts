import type { Assignment } from '../model/dockerfile.ts';
import { forget } from './apply-settings.ts';
import { applyStep } from './apply-step.ts';
import type { BaseConfig } from './base-config.ts';
import type { Budget } from './budget.ts';
import { atLine, Overload, Rejection } from './dockerfile-error.ts';
import type { BuildArgs } from './global-args.ts';
import { resolveWorkdir } from './paths.ts';
import type { Scope } from './scope.ts';
import type { BoundStep, StageNode } from './stage-node.ts';
import type { StageState } from './stage-state.ts';
import { addTo, type OnAssign } from './step-context.ts';
import { NameTable, Variables } from './variables.ts';

export interface RunOptions {
  readonly escapeToken: string;
  readonly args: BuildArgs;
  readonly baseOf: (node: StageNode) => BaseConfig;
  readonly platformOs: (node: StageNode) => string;
  readonly assumeBuilds: boolean;
  readonly budget: Budget;
}

export interface StageRun {
  readonly states: ReadonlyMap<StageNode, StageState>;
  readonly assignments: readonly Assignment[];
}

const DEFAULT_PATH = '/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin';

/** Runs the instructions of stages, which are in the order of the file. Throws DockerfileError. */
export function runStages(nodes: readonly StageNode[], options: RunOptions): StageRun {
  const names = new NameTable();
  const states = new Map<StageNode, StageState>();
  const assignments: Assignment[] = [];
  for (const node of nodes) {
    if (node.stage === null) continue;
    const parent = node.parent === null ? undefined : states.get(node.parent);
    const state = atLine(node.location.startLine, () =>
      parent === undefined ? startFromImage(node, names, options) : startFromStage(parent),
    );
    states.set(node, state);
    for (const bound of node.steps) {
      runStep(bound, node, state, options, (kind, name, value) => {
        const { location } = bound.step.instruction;
        if (!bound.triggered) assignments.push({ kind, name, value, stage: node.position, location });
      });
    }
  }
  return { states, assignments };
}

function startFromStage(parent: StageState): StageState {
  return withPath({ ...parent, variables: parent.variables.inherit(), cmdInStage: false }, true);
}

function startFromImage(node: StageNode, names: NameTable, options: RunOptions): StageState {
  const base = options.baseOf(node);
  const { config } = base;
  const platformOs = options.platformOs(node);
  const line = node.location;
  const placed = <T>(setting: { value: T; known: boolean; from: StageNode['location'] | null }): typeof setting =>
    setting.value === null || node.base === 'scratch' ? setting : { ...setting, from: setting.from ?? line };
  const variables = Variables.none(names);
  let hasPath = false;
  for (const { value, known } of config.env.entries) {
    const equals = value.indexOf('=');
    const name = equals < 0 ? value : value.slice(0, equals);
    variables.setEnv(name, { value: equals < 0 ? '' : value.slice(equals + 1), known });
    hasPath ||= name === 'PATH';
  }
  const workingDir = placed(config.workingDir);
  const state: StageState = {
    user: placed(config.user),
    healthcheck: placed(config.healthcheck),
    entrypoint: placed(config.entrypoint),
    cmd: placed(config.cmd),
    workingDir:
      workingDir.value === null
        ? workingDir
        : { ...workingDir, value: resolveWorkdir(workingDir.value, workingDir.value, platformOs) },
    stopSignal: placed(config.stopSignal),
    shell: placed(config.shell),
    additions: { last: { kind: 'base', base, line, known: true, from: null }, before: null },
    variables,
    complete: config.env.complete,
    hasPath,
    cmdInStage: false,
    os: base.os,
    platformOs,
  };
  return withPath(state, config.env.complete);
}

/** The builder sets PATH where nothing else does; not on Windows, whose images bring it along in another way. */
function withPath(state: StageState, known: boolean): StageState {
  if (state.hasPath || state.platformOs === 'windows') return state;
  addTo(state, { kind: 'env', name: 'PATH', value: DEFAULT_PATH, known, from: null });
  state.variables.setEnv('PATH', { value: DEFAULT_PATH, known });
  state.hasPath = true;
  return state;
}

function runStep(bound: BoundStep, node: StageNode, state: StageState, options: RunOptions, onAssign: OnAssign): void {
  let certain = true;
  const scope: Scope = {
    lookup: (name) => {
      const variable = state.variables.lookup(name, node.position, state.complete);
      certain &&= variable?.known ?? state.complete;
      return variable;
    },
    complete: state.complete,
    spend: (characters) => options.budget.spendCharacters(characters),
  };
  const { escapeToken, args } = options;
  atLine(bound.line, () => {
    try {
      applyStep(bound, { node, state, scope, escapeToken, args, onAssign });
    } catch (error) {
      const excused = options.assumeBuilds && !certain && error instanceof Rejection && !(error instanceof Overload);
      if (!excused) throw error;
      forget(bound.step.command, bound.step.instruction.location, state);
    }
  });
}
