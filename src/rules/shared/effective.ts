import type { EffectiveConfig, Sourced, SourcedList } from '../../model/dockerfile.ts';
import type { ImageConfig } from '../../model/image.ts';
import type { Location } from '../../model/location.ts';
import type { Evidence } from '../../model/subject.ts';

/**
 * The config that decides: the built image's where there is one (it is always known), with the Dockerfile's lines as the
 * places to point at; else the Dockerfile's own. Without either, everything is unknown.
 */
export function effective(evidence: Evidence): EffectiveConfig {
  const text = evidence.dockerfile?.config ?? null;
  const image = evidence.image?.config ?? null;
  if (image === null) return text ?? NOTHING_KNOWN;
  return {
    user: one(image.user === '' ? null : image.user, text?.user),
    exposedPorts: many(image.exposedPorts, text?.exposedPorts),
    healthcheck: one(image.healthcheck, text?.healthcheck),
    entrypoint: one(image.entrypoint, text?.entrypoint),
    cmd: one(image.cmd, text?.cmd),
    env: many(image.env, text?.env, envName),
    workingDir: one(image.workingDir === '' ? null : image.workingDir, text?.workingDir),
    labels: many(labelEntries(image), text?.labels, envName),
    volumes: many(image.volumes, text?.volumes),
    stopSignal: one(image.stopSignal, text?.stopSignal),
    shell: one(image.shell, text?.shell),
  };
}

/** Where a fault belongs that no instruction of the Dockerfile causes: the FROM of the target stage, whose base brings it. */
export function fromLine(evidence: Evidence): Location | null {
  const dockerfile = evidence.dockerfile;
  if (dockerfile === null) return null;
  return dockerfile.base?.location ?? dockerfile.stages[dockerfile.target]?.location ?? null;
}

/** An image is data when nothing can be started in it: rules about running it do not apply. */
export function isDataImage(evidence: Evidence): boolean {
  const { entrypoint, cmd } = effective(evidence);
  return isEmptyCommand(entrypoint) && isEmptyCommand(cmd);
}

function isEmptyCommand(command: Sourced<readonly string[] | null>): boolean {
  return command.known && (command.value === null || command.value.length === 0);
}

function one<T>(value: T, text: Sourced<unknown> | undefined): Sourced<T> {
  return { value, known: true, from: text?.from ?? null };
}

function many(
  values: readonly string[],
  text: SourcedList<string> | undefined,
  key: (entry: string) => string = (entry) => entry,
): SourcedList<string> {
  const places = new Map(text?.entries.map((entry) => [key(entry.value), entry.from]));
  const entries = values.map((value) => ({ value, known: true, from: places.get(key(value)) ?? null }));
  return { entries, complete: true };
}

function envName(entry: string): string {
  return entry.split('=', 1)[0] ?? entry;
}

function labelEntries(image: ImageConfig): string[] {
  return Object.entries(image.labels).map(([key, value]) => `${key}=${value}`);
}

const UNKNOWN = { value: null, known: false, from: null } as const;
const UNKNOWN_LIST = { entries: [], complete: false } as const;
const NOTHING_KNOWN: EffectiveConfig = {
  user: UNKNOWN,
  exposedPorts: UNKNOWN_LIST,
  healthcheck: UNKNOWN,
  entrypoint: UNKNOWN,
  cmd: UNKNOWN,
  env: UNKNOWN_LIST,
  workingDir: UNKNOWN,
  labels: UNKNOWN_LIST,
  volumes: UNKNOWN_LIST,
  stopSignal: UNKNOWN,
  shell: UNKNOWN,
};
