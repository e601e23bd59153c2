import type { Location } from '../model/location.ts';
import type { Addition } from './stage-state.ts';
import { addTo, type CommandOf, expand, type StepContext } from './step-context.ts';

/** BuildKit tells its scanner about a stage with these; they are no variables. */
const NOT_VARIABLES = ['BUILDKIT_SBOM_SCAN_CONTEXT', 'BUILDKIT_SBOM_SCAN_STAGE'];

/** All names and values see the variables from before the instruction. */
export function applyEnv(command: CommandOf<'env' | 'label'>, from: Location, context: StepContext): void {
  const { state } = context;
  const pairs = command.pairs.map((pair) => ({ name: expand(pair.name, context), value: expand(pair.value, context) }));
  for (const { name, value } of pairs) {
    const known = name.known && value.known;
    addTo(state, { kind: 'env', name: name.text, value: value.text, known, from });
    state.variables.setEnv(name.text, { value: value.text, known });
    if (name.text === 'PATH') state.hasPath = true;
    context.onAssign('env', name.text, value.known ? value.text : null);
  }
}

export function applyLabel(command: CommandOf<'env' | 'label'>, from: Location, context: StepContext): void {
  const additions = command.pairs.map((pair): Addition => {
    const [name, value] = [expand(pair.name, context), expand(pair.value, context)];
    return { kind: 'label', name: name.text, value: value.text, known: name.known && value.known, from };
  });
  for (const addition of additions) addTo(context.state, addition);
}

/** A given argument wins over the default; a default is only expanded when it is needed. */
export function applyArg(command: CommandOf<'arg'>, context: StepContext): void {
  const { state, args, node } = context;
  for (const { name, value } of command.args) {
    const given = args.given.get(name) ?? (value === null ? args.globals.get(name) : undefined);
    const expansion = given === undefined && value !== null ? expand(value, context) : null;
    const text = given ?? expansion?.text;
    const known = expansion?.known ?? true;
    context.onAssign('arg', name, value === null || !known ? null : (text ?? null));
    if (text === undefined || NOT_VARIABLES.includes(name)) continue;
    state.variables.setArg(name, { value: text, known }, node.position);
  }
}
