import { applyEntrypoint, withShell } from './apply-command-line.ts';
import { applyExpose, applyVolume, applyWorkdir } from './apply-settings.ts';
import { applyArg, applyEnv, applyLabel } from './apply-variables.ts';
import { checkCopy, checkRun } from './check-build-step.ts';
import type { BoundStep } from './stage-node.ts';
import { expand, type StepContext } from './step-context.ts';
import { validateSignal } from './stop-signal.ts';

/** Runs one instruction on the state of its stage, as far as it touches the config. Throws Rejection. */
export function applyStep(bound: BoundStep, context: StepContext): void {
  const { command, instruction } = bound.step;
  const from = instruction.location;
  const { state } = context;
  switch (command.kind) {
    case 'env':
      applyEnv(command, from, context);
      break;
    case 'label':
      applyLabel(command, from, context);
      break;
    case 'arg':
      applyArg(command, context);
      break;
    case 'run':
      checkRun(command, bound, context);
      break;
    case 'copy':
      checkCopy(command, bound, context);
      break;
    case 'cmd':
      state.cmd = { value: withShell(command, state), known: true, from };
      state.cmdInStage = true;
      break;
    case 'entrypoint':
      applyEntrypoint(command, from, state);
      break;
    case 'healthcheck':
      state.healthcheck = { value: command.health, known: true, from };
      break;
    case 'shell':
      state.shell = { value: command.words, known: true, from };
      break;
    case 'user': {
      const { text, known } = expand(command.value, context);
      state.user = { value: text, known, from };
      break;
    }
    case 'workdir':
      applyWorkdir(command.value, from, context);
      break;
    case 'stopsignal': {
      const { text, known } = expand(command.value, context);
      validateSignal(text);
      state.stopSignal = { value: text, known, from };
      break;
    }
    case 'expose':
      applyExpose(command, from, context);
      break;
    case 'volume':
      applyVolume(command, from, context);
      break;
    case 'onbuild':
    case 'maintainer':
      break;
  }
}
