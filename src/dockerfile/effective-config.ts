import type { EffectiveConfig, Sourced, SourcedList } from '../model/dockerfile.ts';
import { PortSet } from './port-set.ts';
import type { Addition, StageState } from './stage-state.ts';

/** The config that a stage ends with. */
export function toEffectiveConfig(state: StageState): EffectiveConfig {
  const lists = collect(state);
  return {
    user: state.user,
    exposedPorts: lists.ports,
    healthcheck: state.healthcheck,
    entrypoint: state.entrypoint,
    cmd: state.cmd,
    env: lists.env,
    workingDir: state.workingDir,
    labels: lists.labels,
    volumes: lists.volumes,
    stopSignal: state.stopSignal,
    shell: state.shell,
  };
}

type Lists = Record<'ports' | 'env' | 'labels' | 'volumes', SourcedList<string>>;

function collect(state: StageState): Lists {
  const ports = new PortSet();
  const env = new EnvList();
  const labels = new Map<string, Sourced<string>>();
  const volumes = new Map<string, Sourced<string>>();
  let complete = { exposedPorts: true, env: true, labels: true, volumes: true };
  for (const { known, from, ...addition } of inOrder(state)) {
    if (addition.kind === 'env') env.set(addition.name, { value: `${addition.name}=${addition.value}`, known, from });
    else if (addition.kind === 'label') {
      labels.set(addition.name, { value: `${addition.name}=${addition.value}`, known, from });
    } else if (addition.kind === 'volume') addNew(volumes, { value: addition.path, known, from });
    else if (addition.kind === 'expose') ports.add(addition.range, known, from);
    else {
      const { config } = addition.base;
      const placed = (list: SourcedList<string>): Sourced<string>[] =>
        list.entries.map((entry) => ({ ...entry, from: entry.from ?? addition.line }));
      for (const entry of placed(config.exposedPorts)) ports.addEntry(entry);
      for (const entry of placed(config.env)) env.add(entry);
      for (const entry of placed(config.labels)) labels.set(keyOf(entry.value), entry);
      for (const entry of placed(config.volumes)) addNew(volumes, entry);
      complete = {
        exposedPorts: config.exposedPorts.complete,
        env: config.env.complete,
        labels: config.labels.complete,
        volumes: config.volumes.complete,
      };
    }
  }
  return {
    ports: { entries: ports.sorted(), complete: complete.exposedPorts },
    env: { entries: env.entries, complete: complete.env },
    labels: { entries: [...labels.values()], complete: complete.labels },
    volumes: { entries: [...volumes.values()], complete: complete.volumes },
  };
}

function inOrder(state: StageState): Addition[] {
  const additions: Addition[] = [];
  for (let node = state.additions; node !== null; node = node.before) additions.push(node.last);
  return additions.reverse();
}

/** ENV as the builder keeps it: the first entry of a name is overwritten in its place, a base may have it twice. */
class EnvList {
  readonly entries: Sourced<string>[] = [];
  readonly #places = new Map<string, number>();

  set(name: string, entry: Sourced<string>): void {
    const place = this.#places.get(name);
    if (place === undefined) this.add(entry);
    else this.entries[place] = entry;
  }

  add(entry: Sourced<string>): void {
    const name = keyOf(entry.value);
    if (!this.#places.has(name)) this.#places.set(name, this.entries.length);
    this.entries.push(entry);
  }
}

function keyOf(entry: string): string {
  const equals = entry.indexOf('=');
  return equals < 0 ? entry : entry.slice(0, equals);
}

function addNew(entries: Map<string, Sourced<string>>, entry: Sourced<string>): void {
  if (!entries.has(entry.value)) entries.set(entry.value, entry);
}
