import type { EffectiveConfig, Sourced, SourcedList } from '../../model/dockerfile.ts';
import type { ImageConfig } from '../../model/image.ts';

/** An image's own config, each value with the place in the Dockerfile where that says the very same. */
export function attributeConfig(image: ImageConfig, text: EffectiveConfig | null): EffectiveConfig {
  return {
    user: one(image.user || null, text?.user),
    exposedPorts: many(image.exposedPorts, text?.exposedPorts),
    healthcheck: one(image.healthcheck, text?.healthcheck),
    entrypoint: one(image.entrypoint, text?.entrypoint),
    cmd: one(image.cmd, text?.cmd),
    env: many(image.env, text?.env),
    workingDir: one(image.workingDir || null, text?.workingDir),
    labels: many(
      Object.entries(image.labels).map(([key, value]) => `${key}=${value}`),
      text?.labels,
    ),
    volumes: many(image.volumes, text?.volumes),
    stopSignal: one(image.stopSignal, text?.stopSignal),
    shell: one(image.shell, text?.shell),
  };
}

function one<T>(value: T, text: Sourced<T> | undefined): Sourced<T> {
  const isSame = text !== undefined && JSON.stringify(text.value) === JSON.stringify(value);
  return { value, known: true, from: isSame ? text.from : null };
}

function many(values: readonly string[], text: SourcedList<string> | undefined): SourcedList<string> {
  const places = new Map(text?.entries.map(({ value, from }) => [value, from]));
  return { entries: values.map((value) => ({ value, known: true, from: places.get(value) ?? null })), complete: true };
}
