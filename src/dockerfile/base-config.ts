import type { EffectiveConfig, Healthcheck, Sourced, SourcedList } from '../model/dockerfile.ts';

/** What a stage inherits from the image it is built upon. */
export interface BaseConfig {
  /** Such as `linux`; '' when the image does not say. */
  readonly os: string;
  readonly config: EffectiveConfig;
  /** Instructions that run in every stage built upon it. */
  readonly onBuild: readonly Sourced<string>[];
}

/** The part of an image's JSON config that matters here (OCI image-spec config.md, with Docker's extensions). */
export interface RawImageConfig {
  readonly os?: string;
  readonly config?: {
    readonly User?: string;
    readonly ExposedPorts?: Readonly<Record<string, unknown>> | null;
    readonly Env?: readonly string[] | null;
    readonly Entrypoint?: readonly string[] | null;
    readonly Cmd?: readonly string[] | null;
    readonly Volumes?: Readonly<Record<string, unknown>> | null;
    readonly WorkingDir?: string;
    readonly Labels?: Readonly<Record<string, string>> | null;
    readonly StopSignal?: string;
    readonly Shell?: readonly string[] | null;
    readonly OnBuild?: readonly string[] | null;
    readonly Healthcheck?: {
      readonly Test?: readonly string[] | null;
      readonly Interval?: number;
      readonly Timeout?: number;
      readonly StartPeriod?: number;
      readonly StartInterval?: number;
      readonly Retries?: number;
    } | null;
  };
}

/** A base whose image config is at hand: everything is known, and nothing has a line in the repository. */
export function baseFromImageConfig(raw: RawImageConfig): BaseConfig {
  const config = raw.config ?? {};
  return {
    os: raw.os ?? '',
    config: {
      user: known(config.User || null),
      exposedPorts: knownList(Object.keys(config.ExposedPorts ?? {}).toSorted()),
      healthcheck: known(healthcheck(config.Healthcheck)),
      entrypoint: known(config.Entrypoint ?? null),
      cmd: known(config.Cmd ?? null),
      env: knownList(config.Env ?? []),
      workingDir: known(config.WorkingDir || null),
      labels: knownList(Object.entries(config.Labels ?? {}).map(([key, value]) => `${key}=${value}`)),
      volumes: knownList(Object.keys(config.Volumes ?? {}).toSorted()),
      stopSignal: known(config.StopSignal || null),
      shell: known(config.Shell ?? null),
    },
    onBuild: (config.OnBuild ?? []).map(known),
  };
}

/** A base nobody can look into: empty, and nothing of it is known. */
export function unresolvedBase(os: string): BaseConfig {
  const nothing = { value: null, known: false, from: null };
  const some = { entries: [], complete: false };
  return {
    os,
    config: {
      user: nothing,
      exposedPorts: some,
      healthcheck: nothing,
      entrypoint: nothing,
      cmd: nothing,
      env: some,
      workingDir: nothing,
      labels: some,
      volumes: some,
      stopSignal: nothing,
      shell: nothing,
    },
    onBuild: [],
  };
}

/** `FROM scratch`: empty, but it starts in the root folder. */
export function scratchBase(os: string): BaseConfig {
  return baseFromImageConfig({ os, config: { WorkingDir: '/' } });
}

function known<T>(value: T): Sourced<T> {
  return { value, known: true, from: null };
}

function knownList<T>(values: readonly T[]): SourcedList<T> {
  return { entries: values.map(known), complete: true };
}

type RawHealthcheck = NonNullable<RawImageConfig['config']>['Healthcheck'];

/** An empty test means "inherit", so at the bottom there is none. */
function healthcheck(raw: RawHealthcheck): Healthcheck | null {
  if (raw === null || raw === undefined) return null;
  return {
    test: raw.Test ?? [],
    interval: raw.Interval ?? 0,
    timeout: raw.Timeout ?? 0,
    startPeriod: raw.StartPeriod ?? 0,
    startInterval: raw.StartInterval ?? 0,
    retries: raw.Retries ?? 0,
  };
}
