import { Rejection } from './dockerfile-error.ts';

export interface Platform {
  readonly os: string;
  readonly osVersion: string;
  readonly architecture: string;
  readonly variant: string;
}

const OS = /^([A-Za-z0-9_-]+)(?:\(([A-Za-z0-9_.%-]*)((?:\+[A-Za-z0-9_.%-]+)*)\))?$/;
const PART = /^[A-Za-z0-9_.-]+$/;
const KNOWN_OS =
  'aix android darwin dragonfly freebsd hurd illumos ios js linux nacl netbsd openbsd plan9 solaris windows zos';
const KNOWN_ARCHITECTURES =
  '386 amd64 amd64p32 arm armbe arm64 arm64be ppc64 ppc64le loong64 mips mipsle mips64 mips64le mips64p32 mips64p32le ' +
  'ppc riscv riscv64 s390 s390x sparc sparc64 wasm';

/**
 * Reads `os[(version)]/architecture[/variant]` and its short forms as containerd/platforms does. What a short form
 * leaves open is linux or amd64: the builder's own, in truth. Throws Rejection.
 */
export function parsePlatform(text: string): Platform {
  const invalid = new Rejection(`invalid platform "${text}"`);
  const [first = '', second, third, ...more] = text.split('/');
  const match = OS.exec(first);
  if (match === null || more.length > 0) throw invalid;
  if ([second, third].some((part) => part !== undefined && !PART.test(part))) throw invalid;
  const os = match[1]?.toLowerCase() === 'macos' ? 'darwin' : (match[1] ?? '').toLowerCase();
  const osVersion = match[2] ?? '';
  if (second !== undefined) {
    const { architecture, variant } = normalize(second, third ?? '');
    if (third === undefined) return { os, osVersion, architecture, variant: bareArm(architecture, variant) };
    return { os, osVersion, architecture, variant: architecture === 'arm64' && variant === '' ? 'v8' : variant };
  }
  if (KNOWN_OS.split(' ').includes(os)) return { os, osVersion, architecture: 'amd64', variant: '' };
  const { architecture, variant } = normalize(first, '');
  if (!KNOWN_ARCHITECTURES.split(' ').includes(architecture)) throw invalid;
  return { os: 'linux', osVersion, architecture, variant: bareArm(architecture, variant) };
}

/** `os/architecture/variant` without the parts that are empty. */
export function formatPlatform(platform: Platform): string {
  return [platform.os, platform.architecture, platform.variant].filter((part) => part !== '').join('/');
}

/** The same with the version of the operating system, as TARGETPLATFORM has it. */
export function formatPlatformFully(platform: Platform): string {
  const os = platform.osVersion === '' ? platform.os : `${platform.os}(${platform.osVersion})`;
  return formatPlatform({ ...platform, os });
}

function bareArm(architecture: string, variant: string): string {
  return architecture === 'arm' && variant === 'v7' ? '' : variant;
}

function normalize(architectureText: string, variantText: string): { architecture: string; variant: string } {
  const architecture = architectureText.toLowerCase();
  const variant = variantText.toLowerCase();
  switch (architecture) {
    case 'i386':
      return { architecture: '386', variant: '' };
    case 'x86_64':
    case 'x86-64':
    case 'amd64':
      return { architecture: 'amd64', variant: variant === 'v1' ? '' : variant };
    case 'aarch64':
    case 'arm64':
      return { architecture: 'arm64', variant: ARM64_VARIANTS.get(variant) ?? variant };
    case 'armhf':
      return { architecture: 'arm', variant: 'v7' };
    case 'armel':
      return { architecture: 'arm', variant: 'v6' };
    case 'arm':
      return { architecture, variant: ARM_VARIANTS.get(variant) ?? variant };
    default:
      return { architecture, variant };
  }
}

const ARM64_VARIANTS = new Map([
  ['8', ''],
  ['v8', ''],
  ['v8.0', ''],
  ['9', 'v9'],
  ['9.0', 'v9'],
  ['v9.0', 'v9'],
]);
const ARM_VARIANTS = new Map([
  ['', 'v7'],
  ['7', 'v7'],
  ['5', 'v5'],
  ['6', 'v6'],
  ['8', 'v8'],
]);
