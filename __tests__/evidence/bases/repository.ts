import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { createBaseResolver } from '../../../src/commands/base-resolver.ts';
import { loadAsked } from '../../../src/commands/policy-file.ts';
import type { Chain } from '../../../src/evidence/bases/resolver.ts';
import { gatherDockerfile } from '../../../src/evidence/read-dockerfile.ts';
import type { Host } from '../../../src/host/ports.ts';
import type { RawSettings } from '../../../src/settings/load.ts';
import { imageHost } from '../../support/image-host.ts';
import { temporaryFolder } from '../../support/temporary-folder.ts';

export type Texts = Readonly<Record<string, string>>;

export interface TestRepository extends AsyncDisposable {
  readonly path: string;
  readonly host: Host;
  readonly cache: string;
  /** The Dockerfile on top of its bases, as a gate sees it. */
  chain(dockerfile: string, raw?: RawSettings): Promise<Chain>;
}

export type HostOptions = Parameters<typeof imageHost>[0];

/** A folder with these files; without other programs than `git`, unless they are given. */
export async function repository(texts: Texts, options: HostOptions = {}): Promise<TestRepository> {
  const folder = await temporaryFolder('bases');
  for (const [file, text] of Object.entries(texts)) {
    await mkdir(dirname(join(folder.path, file)), { recursive: true });
    await writeFile(join(folder.path, file), text);
  }
  const programs = { docker: null, podman: null, skopeo: null, ...options.programs };
  const { host, ...rest } = await imageHost({ ...options, programs });
  const cache = join(folder.path, '.cache');
  return {
    path: folder.path,
    host,
    cache,
    chain: async (path, raw = {}) => {
      const asked = await loadAsked({ workingDirectory: [folder.path], ...raw }, host);
      const bases = createBaseResolver(asked, cache, host);
      const request = { path, target: null, buildArgs: asked.settings.buildArg, platform: 'linux/amd64' };
      return gatherDockerfile({ ...request, workingDirectory: folder.path, assumeBuilds: true }, bases, host.files);
    },
    [Symbol.asyncDispose]: async () => {
      await rest[Symbol.asyncDispose]();
      await folder[Symbol.asyncDispose]();
    },
  };
}

/** What a test compares: value, whether it is known, and `file:line`. */
export function user({ evidence }: Chain): readonly [string | null, boolean, string | null] {
  const { value, known, from } = evidence.config.user;
  return [value, known, from === null ? null : `${from.file}:${from.startLine}`];
}

/** The way down, in short. */
export function way({ bases }: Chain): readonly string[] {
  return bases.map(({ reference, resolvedBy, dockerfile }) => `${reference} ${dockerfile ?? resolvedBy}`);
}

export function reasons({ bases }: Chain): string {
  return bases.map(({ reason }) => reason).join('\n');
}
