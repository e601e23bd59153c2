import { UsageError } from '../model/failure.ts';

/** What an image runs on; `variant` is '' when there is none. */
export interface Platform {
  readonly os: string;
  readonly architecture: string;
  readonly variant: string;
}

/** Other names in use, and variants that say nothing (as containerd normalises them). */
const ARCHITECTURES: ReadonlyMap<string, string> = new Map([
  ['x86_64', 'amd64'],
  ['x86-64', 'amd64'],
  ['aarch64', 'arm64'],
  ['armhf', 'arm'],
  ['armel', 'arm'],
  ['i386', '386'],
  ['x64', 'amd64'],
]);

export function normalizePlatform({ os, architecture, variant }: Platform): Platform {
  const arch = ARCHITECTURES.get(architecture) ?? architecture;
  const silent = (arch === 'arm64' && /^v?8$/.test(variant)) || (arch === 'amd64' && variant === 'v1');
  return { os, architecture: arch, variant: silent ? '' : variant };
}

/** Like `linux/amd64` or `linux/arm/v7`. */
export function formatPlatform(platform: Platform): string {
  const { os, architecture, variant } = normalizePlatform(platform);
  return variant === '' ? `${os}/${architecture}` : `${os}/${architecture}/${variant}`;
}

/** What a user writes for every platform that an image is there for. */
export const ALL_PLATFORMS = 'all';

/** Reads `os/architecture[/variant]` as a user writes it. */
export function parsePlatform(text: string): Platform {
  const match = /^([a-z0-9]+)\/([a-z0-9_-]+)(?:\/([a-z0-9.]+))?$/.exec(text.toLowerCase());
  if (match === null) {
    throw new UsageError(
      'platform-invalid',
      `"${text}" is no platform.`,
      'Write it like linux/amd64, linux/arm64 or linux/arm/v7.',
    );
  }
  return normalizePlatform({ os: match[1] ?? '', architecture: match[2] ?? '', variant: match[3] ?? '' });
}

/** Whether an image is what was asked for; asking without a variant takes any. */
export function matchesPlatform(asked: Platform, found: Platform): boolean {
  const a = normalizePlatform(asked);
  const b = normalizePlatform(found);
  return a.os === b.os && a.architecture === b.architecture && (a.variant === '' || a.variant === b.variant);
}

/** The platform of the images that a machine runs, given `process.arch`: containers run on Linux, also from macOS and Windows. */
export function machinePlatform(arch: string): Platform {
  const variant = arch === 'arm' ? 'v7' : '';
  return normalizePlatform({ os: 'linux', architecture: arch === 'ia32' ? '386' : arch, variant });
}

/** The same as text, such as `linux/amd64`: what a build is for that names no platform. */
export function machinePlatformText(arch: string): string {
  return formatPlatform(machinePlatform(arch));
}
