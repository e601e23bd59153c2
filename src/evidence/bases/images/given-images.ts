import { type BaseConfig, baseFromImageConfig } from '../../../dockerfile/base-config.ts';
import { formatImageReference, parseImageReference } from '../../../dockerfile/image-reference.ts';
import type { Host } from '../../../host/ports.ts';
import { UsageError, VerifyError } from '../../../model/failure.ts';
import type { ImageConfig, ImageEvidence } from '../../../model/image.ts';
import { openImage } from '../../open-image.ts';
import type { BaseFinder } from '../base-finder.ts';
import { fitsPlatform } from './image-config.ts';

/**
 * Base images that the user gives, by the name that FROM uses: archives, OCI layouts, images of the engine. One that
 * cannot be read is an error: whoever names it wants it used.
 * @throws UsageError `base-invalid` at once for what is no name of an image
 */
export function givenBases(given: Readonly<Record<string, string>>, workingDirectory: string, host: Host): BaseFinder {
  const sources = new Map(Object.entries(given).map(([name, source]) => [fullName(name), source]));
  return async ({ parsed, platform }) => {
    const source = sources.get(formatImageReference(parsed));
    if (source === undefined) return null;
    const image = await open(source, platform, workingDirectory, host);
    if (!fitsPlatform(image.platform, platform)) {
      return { kind: 'none', reason: `${source} is for ${image.platform}, not for ${platform}` };
    }
    return { kind: 'image', config: baseOf(image), reason: `${source}, as given for it` };
  };
}

function fullName(name: string): string {
  const parsed = parseImageReference(name);
  if (parsed !== null) return formatImageReference(parsed);
  throw new UsageError(
    'base-invalid',
    `base: ${JSON.stringify(name.slice(0, 100))} is not the name of an image.`,
    'Write the image as FROM names it, such as node:24=oci:DIR.',
  );
}

async function open(source: string, platform: string, workingDirectory: string, host: Host): Promise<ImageEvidence> {
  try {
    const wanted = { platform, workingDirectory, texts: [], files: false, heads: () => false };
    return (await openImage(source, wanted, host)).evidence;
  } catch (error) {
    throw about(error);
  }
}

function baseOf({ config, platform }: ImageEvidence): BaseConfig {
  return baseFromImageConfig({ os: platform.split('/')[0] ?? '', config: rawOf(config) });
}

function rawOf(config: ImageConfig): NonNullable<Parameters<typeof baseFromImageConfig>[0]['config']> {
  const { healthcheck } = config;
  return {
    User: config.user,
    ExposedPorts: keyed(config.exposedPorts),
    Env: config.env,
    Entrypoint: config.entrypoint,
    Cmd: config.cmd,
    Volumes: keyed(config.volumes),
    WorkingDir: config.workingDir,
    Labels: config.labels,
    StopSignal: config.stopSignal ?? '',
    Shell: config.shell,
    OnBuild: config.onBuild ?? [],
    Healthcheck:
      healthcheck === null
        ? null
        : {
            Test: healthcheck.test,
            Interval: healthcheck.interval,
            Timeout: healthcheck.timeout,
            StartPeriod: healthcheck.startPeriod,
            StartInterval: healthcheck.startInterval,
            Retries: healthcheck.retries,
          },
  };
}

function keyed(names: readonly string[]): Readonly<Record<string, unknown>> {
  return Object.fromEntries(names.map((name) => [name, {}]));
}

function about(error: unknown): unknown {
  if (error instanceof UsageError) return new UsageError(error.code, `The base ${error.message}`, error.advice);
  if (error instanceof VerifyError) {
    return new VerifyError(error.code, `The base ${error.message}`, error.advice, error.detail);
  }
  return error;
}
