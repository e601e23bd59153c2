import { join } from 'node:path';
import { CACHE } from './repository.ts';
import { isExecutable, which } from './which.ts';

/** Parts of the world that some tests need and not every machine has. */
export const PARTS = ['go', 'engine', 'act', 'sarif-validator', 'pip', 'chromium', 'podman', 'registry'] as const;

export type Part = (typeof PARTS)[number];

/** Where the tests' own tools are built or unpacked. */
export const TOOLS = join(CACHE, 'tools');

/** The executable inside of the validator's package: the package's own wrapper loses arguments in a shell. */
export const SARIF_VALIDATOR = join(
  TOOLS,
  'sarif-validator',
  'node_modules',
  '@microsoft',
  'sarif-multitool-linux',
  'Sarif.Multitool',
);

export type PartState = { readonly path: string } | { readonly missing: string };

/** Where a part's program is, or in one sentence why there is none. Looks only, fetches nothing. */
export function findPart(part: Part): PartState {
  const path = LOOK[part]();
  return path === null ? { missing: MISSING[part] } : { path };
}

const LOOK: Readonly<Record<Part, () => string | null>> = {
  go: () => which('go', ['/usr/local/go/bin']),
  engine: () => (process.getuid?.() === 0 ? which('dockerd', ['/usr/sbin']) : null),
  act: () => existing(join(TOOLS, 'act')) ?? which('act'),
  'sarif-validator': () => existing(SARIF_VALIDATOR),
  pip: () => which('pip3') ?? which('pip'),
  podman: () => (process.getuid?.() === 0 ? which('podman') : null),
  registry: () => (which('skopeo') === null || which('htpasswd') === null ? null : which('docker-registry')),
  chromium: () => which('chromium') ?? which('chromium-browser') ?? which('google-chrome'),
};

const MISSING: Readonly<Record<Part, string>> = {
  go: 'Go is not on the PATH',
  engine: 'no dockerd that this user may start (Debian: apt-get install docker.io, and run as root)',
  act: 'act is not there, and without Go it cannot be built',
  'sarif-validator': 'the SARIF validator is not there; it comes as a Linux x64 package only',
  pip: 'pip is not on the PATH',
  podman: 'no podman that this user may start (Debian: apt-get install podman, and run as root)',
  registry: 'no docker-registry, skopeo and htpasswd (Debian: apt-get install docker-registry skopeo apache2-utils)',
  chromium: 'no Chromium on the PATH (Debian: apt-get install chromium)',
};

function existing(path: string): string | null {
  return isExecutable(path) ? path : null;
}
