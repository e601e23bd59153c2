/** `linux/arm/v7` from the fields of an image config. */
export function platformText(config: {
  readonly os: string;
  readonly architecture: string;
  readonly variant: string | null;
}): string {
  return [config.os, config.architecture, ...(config.variant === null ? [] : [config.variant])].join('/');
}

/** Whether two names mean one platform. As in containerd's platforms package, `arm64` is `arm64/v8` and `arm` is `arm/v7`. */
export function samePlatform(a: string, b: string): boolean {
  return normalised(a) === normalised(b);
}

const ARCHITECTURES: ReadonlyMap<string, string> = new Map([
  ['x86_64', 'amd64'],
  ['x86-64', 'amd64'],
  ['aarch64', 'arm64'],
  ['i386', '386'],
  ['armhf', 'arm'],
]);

const IMPLIED_VARIANTS: ReadonlyMap<string, string> = new Map([
  ['arm64', 'v8'],
  ['arm', 'v7'],
  ['amd64', 'v1'],
]);

function normalised(platform: string): string {
  const [os = '', name = '', variant] = platform.toLowerCase().split('/');
  const architecture = ARCHITECTURES.get(name) ?? name;
  return [os, architecture, variant ?? IMPLIED_VARIANTS.get(architecture) ?? ''].join('/');
}
