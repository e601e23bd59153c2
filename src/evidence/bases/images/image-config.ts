import * as z from 'zod';
import { type BaseConfig, baseFromImageConfig } from '../../../dockerfile/base-config.ts';

const text = z.string().nullish();
const texts = z.array(z.string()).nullish();
/** Docker also takes a bare string for a list of words. */
const words = z.union([z.string().transform((word) => [word]), z.array(z.string())]).nullish();
const keys = z.record(z.string(), z.unknown()).nullish();
const count = z.number().nullish();

const healthcheck = z.object({
  Test: texts,
  Interval: count,
  Timeout: count,
  StartPeriod: count,
  StartInterval: count,
  Retries: count,
});

const runConfig = z.object({
  User: text,
  ExposedPorts: keys,
  Env: texts,
  Entrypoint: words,
  Cmd: words,
  Volumes: keys,
  WorkingDir: text,
  Labels: z.record(z.string(), z.string()).nullish(),
  StopSignal: text,
  Shell: words,
  OnBuild: texts,
  Healthcheck: healthcheck.nullish(),
});

/** As images store it (OCI image-spec config.md, with Docker's extensions), and as engines show it. */
const schema = z.union([
  z.object({ os: z.string(), architecture: z.string(), variant: text, config: runConfig.nullish() }),
  z
    .object({ Os: z.string(), Architecture: z.string(), Variant: text, Config: runConfig.nullish() })
    .transform(({ Os, Architecture, Variant, Config }) => ({
      os: Os,
      architecture: Architecture,
      variant: Variant,
      config: Config,
    })),
]);

export interface DecodedBase {
  readonly config: BaseConfig;
  /** Like `linux/arm64/v8`. */
  readonly platform: string;
}

/** Decodes the config of an image; a text that says why when it is not one. */
export function decodeBaseConfig(raw: unknown): DecodedBase | string {
  const decoded = schema.safeParse(raw);
  if (!decoded.success) return 'its config is not understood';
  const { os, architecture, variant, config } = decoded.data;
  const present = Object.entries(config ?? {}).filter(([, value]) => value !== null && value !== undefined);
  const check = Object.entries(config?.Healthcheck ?? {}).filter(([, value]) => value !== null && value !== undefined);
  const isChecked = (config?.Healthcheck?.Test ?? []).length > 0;
  const raws = { ...Object.fromEntries(present), Healthcheck: isChecked ? Object.fromEntries(check) : null };
  const platform = [os, architecture, variant ?? ''].filter((part) => part !== '').join('/');
  return { config: baseFromImageConfig({ os, config: raws }), platform };
}

/** Whether an image for one platform is what a build for another takes: a variant counts where both name one. */
export function fitsPlatform(found: string, wanted: string): boolean {
  const [os, architecture, variant] = found.split('/');
  const [wantedOs, wantedArchitecture, wantedVariant] = wanted.split('/');
  if (os !== wantedOs || architecture !== wantedArchitecture) return false;
  return variant === undefined || wantedVariant === undefined || variant === wantedVariant;
}
