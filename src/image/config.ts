import * as z from 'zod';
import type { Healthcheck } from '../model/dockerfile.ts';
import type { HistoryEntry, ImageConfig } from '../model/image.ts';
import { damaged } from './damaged.ts';
import { decodeJson, exact } from './json.ts';
import { IMAGE_LIMITS } from './limits.ts';
import { formatPlatform, type Platform } from './platform.ts';

/** An image config as far as it is used (OCI image-spec config.md, with Docker's extensions). */
export interface DecodedConfig {
  readonly config: ImageConfig;
  readonly history: readonly HistoryEntry[];
  /** Bottom first, like `sha256:…`. */
  readonly diffIds: readonly string[];
  readonly platform: Platform;
}

/** Go decodes into a struct: `null` is the same as nothing at all. */
const text = z.string().nullish();
const texts = z.array(z.string()).nullish();
/** Docker also takes a bare string for a list of words. */
const words = z.union([z.string().transform((word) => [word]), z.array(z.string())]).nullish();
const keys = z
  .record(z.string(), z.unknown())
  .nullish()
  .transform((value) => Object.keys(value ?? {}).sort());
const count = z.number().nullish();

const HealthcheckSchema = exact({
  Test: texts,
  Interval: count,
  Timeout: count,
  StartPeriod: count,
  StartInterval: count,
  Retries: count,
});

const RunConfigSchema = exact({
  User: text,
  ExposedPorts: keys,
  Healthcheck: HealthcheckSchema.nullish(),
  Entrypoint: words,
  Cmd: words,
  Env: texts,
  WorkingDir: text,
  Labels: z.record(z.string(), z.string()).nullish(),
  Volumes: keys,
  StopSignal: text,
  Shell: words,
  OnBuild: texts,
});

const HistorySchema = exact({ created_by: text, comment: text, empty_layer: z.boolean().nullish() });

const DiffId = z.string().regex(/^sha256:[0-9a-f]{64}$/, 'a layer is not named by a SHA-256');

const ConfigSchema = exact({
  architecture: z.string().min(1),
  os: z.string().min(1),
  variant: text,
  config: RunConfigSchema.nullish(),
  history: z.array(HistorySchema).nullish(),
  rootfs: exact({ type: z.literal('layers'), diff_ids: z.array(DiffId).max(IMAGE_LIMITS.layers).nullish() }),
});

/** Decodes an image config and checks its types; what it says is not yet compared with the layers. */
export function decodeConfig(bytes: Uint8Array): DecodedConfig {
  const raw = decodeJson(bytes, ConfigSchema, 'its config');
  const platform = { os: raw.os, architecture: raw.architecture, variant: raw.variant ?? '' };
  if (!/^[a-z0-9]+\/[a-z0-9_]+(\/[a-z0-9.]+)?$/.test(formatPlatform(platform))) {
    throw damaged('its config names no real platform');
  }
  return {
    config: toImageConfig(raw.config ?? {}),
    history: (raw.history ?? []).map((entry) => ({
      createdBy: entry.created_by ?? '',
      comment: entry.comment ?? '',
      emptyLayer: entry.empty_layer ?? false,
    })),
    diffIds: raw.rootfs.diff_ids ?? [],
    platform,
  };
}

function toImageConfig(raw: Partial<z.infer<typeof RunConfigSchema>>): ImageConfig {
  return {
    user: raw.User ?? '',
    exposedPorts: [...new Set((raw.ExposedPorts ?? []).map(withProtocol))].sort(),
    healthcheck: toHealthcheck(raw.Healthcheck),
    entrypoint: filled(raw.Entrypoint),
    cmd: filled(raw.Cmd),
    env: raw.Env ?? [],
    workingDir: raw.WorkingDir ?? '',
    labels: raw.Labels ?? {},
    volumes: raw.Volumes ?? [],
    stopSignal: raw.StopSignal === '' ? null : (raw.StopSignal ?? null),
    shell: filled(raw.Shell),
    ...onBuildOf(raw.OnBuild),
  };
}

/** Most images have none. */
function onBuildOf(triggers: readonly string[] | null | undefined): Pick<ImageConfig, 'onBuild'> {
  const onBuild = filled(triggers);
  return onBuild === null ? {} : { onBuild };
}

/** An empty test means "as the base has it", and in an image there is no base left. */
function toHealthcheck(raw: z.infer<typeof HealthcheckSchema> | null | undefined): Healthcheck | null {
  const test = filled(raw?.Test);
  if (test === null) {
    return null;
  }
  return {
    test,
    interval: raw?.Interval ?? 0,
    timeout: raw?.Timeout ?? 0,
    startPeriod: raw?.StartPeriod ?? 0,
    startInterval: raw?.StartInterval ?? 0,
    retries: raw?.Retries ?? 0,
  };
}

/** Engines run an empty list as if there were none. */
function filled(list: readonly string[] | null | undefined): readonly string[] | null {
  return list === null || list === undefined || list.length === 0 ? null : list;
}

/** Engines read a port without a protocol as TCP. */
function withProtocol(port: string): string {
  return port.includes('/') ? port.toLowerCase() : `${port}/tcp`;
}
