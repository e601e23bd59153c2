import type { BaseConfig } from '../../dockerfile/base-config.ts';
import type { EffectiveConfig, Sourced, SourcedList } from '../../model/dockerfile.ts';

/** What all of several possible configs agree on; the rest is not known. Null when they leave different triggers behind. */
export function mergeConfigs(all: readonly BaseConfig[]): BaseConfig | null {
  const [first, ...others] = all;
  if (first === undefined) return null;
  const rest = others.map(({ config }) => config);
  if (others.some(({ onBuild }) => !same(onBuild, first.onBuild))) return null;
  const { config } = first;
  return {
    os: others.every(({ os }) => os === first.os) ? first.os : '',
    config: {
      user: one(config, rest, 'user'),
      exposedPorts: many(config, rest, 'exposedPorts'),
      healthcheck: one(config, rest, 'healthcheck'),
      entrypoint: one(config, rest, 'entrypoint'),
      cmd: one(config, rest, 'cmd'),
      env: many(config, rest, 'env'),
      workingDir: one(config, rest, 'workingDir'),
      labels: many(config, rest, 'labels'),
      volumes: many(config, rest, 'volumes'),
      stopSignal: one(config, rest, 'stopSignal'),
      shell: one(config, rest, 'shell'),
    },
    onBuild: first.onBuild,
  };
}

type Lists = 'exposedPorts' | 'env' | 'labels' | 'volumes';
type Scalars = Exclude<keyof EffectiveConfig, Lists>;

function one<Key extends Scalars>(
  first: EffectiveConfig,
  rest: readonly EffectiveConfig[],
  key: Key,
): EffectiveConfig[Key] | Sourced<null> {
  const setting = first[key];
  if (rest.every((other) => same(other[key].value, setting.value))) {
    return { ...setting, known: setting.known && rest.every((other) => other[key].known) };
  }
  return { value: null, known: false, from: setting.from };
}

function many(first: EffectiveConfig, rest: readonly EffectiveConfig[], key: Lists): SourcedList<string> {
  const others = rest.map((other) => new Map(other[key].entries.map((entry) => [entry.value, entry])));
  const shared = first[key].entries.filter(({ value }) => others.every((entries) => entries.has(value)));
  const whole = rest.every((other) => other[key].complete && other[key].entries.length === shared.length);
  return {
    entries: shared.map((entry) => ({
      ...entry,
      known: entry.known && others.every((entries) => entries.get(entry.value)?.known === true),
    })),
    complete: first[key].complete && whole && shared.length === first[key].entries.length,
  };
}

/** Both are data of the same shape, made by the same code. */
function same(a: unknown, b: unknown): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}
