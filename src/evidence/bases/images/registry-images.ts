import { join } from 'node:path';
import * as z from 'zod';
import { formatImageReference } from '../../../dockerfile/image-reference.ts';
import type { ExecResult, Host } from '../../../host/ports.ts';
import { CLIENT_ENVIRONMENT } from '../../image-engine.ts';
import type { BaseFinder, FoundBase, WantedBase } from '../base-finder.ts';
import { decodeBaseConfig, fitsPlatform } from './image-config.ts';

const ASK_MS = 60_000;
const ENVIRONMENT = [
  ...CLIENT_ENVIRONMENT,
  ...'REGISTRY_AUTH_FILE HTTP_PROXY HTTPS_PROXY NO_PROXY http_proxy https_proxy no_proxy'.split(' '),
];
const DIGEST = /^sha256:[0-9a-f]{64}$/;

/** What a tool says about an image: its digest, and one config or several by platform. */
interface Inspected {
  readonly digest: string;
  readonly config: unknown;
}

type Ask = (wanted: WantedBase, host: Host) => Promise<Inspected | string | null>;

/**
 * Base images as a registry has them, asked through the tools that are there: skopeo, else docker buildx. The answer is
 * kept by digest, for which it can never change.
 */
export function registryBases(cacheFolder: string, host: Host): BaseFinder {
  const folder = join(cacheFolder, 'bases');
  return async (wanted) => {
    const cached = wanted.parsed.digest === null ? null : await readCache(folder, wanted.parsed.digest, wanted, host);
    if (cached !== null) return cached;
    const troubles: string[] = [];
    for (const ask of [askSkopeo(folder), askBuildx]) {
      const answer = await ask(wanted, host);
      if (typeof answer === 'string') troubles.push(answer);
      if (answer === null || typeof answer === 'string') continue;
      await writeCache(folder, answer, wanted.platform, host);
      return toFound(answer, wanted);
    }
    const reason =
      troubles.length > 0 ? troubles.join('; ') : 'no registry was asked: neither skopeo nor docker buildx is there';
    return { kind: 'none', reason };
  };
}

function toFound({ digest, config }: Inspected, { platform }: WantedBase): FoundBase {
  const decoded = decodeBaseConfig(config);
  const place = `the registry's ${digest.slice(0, 19)}`;
  if (typeof decoded === 'string') return { kind: 'none', reason: `${place} does not help: ${decoded}` };
  if (!fitsPlatform(decoded.platform, platform)) {
    return { kind: 'none', reason: `${place} is for ${decoded.platform}, not for ${platform}` };
  }
  return { kind: 'image', config: decoded.config, reason: place };
}

/** First the digest, which is cheap; the config only when it is not kept already. */
function askSkopeo(folder: string): Ask {
  return async (wanted, host) => {
    const program = await host.exec.which('skopeo');
    if (program === null) return null;
    const name = `docker://${nameFor(wanted)}`;
    const [os = '', architecture = '', variant] = wanted.platform.split('/');
    const platform = [
      '--override-os',
      os,
      '--override-arch',
      architecture,
      ...(variant ? ['--override-variant', variant] : []),
    ];
    const first = await run(program, [...platform, 'inspect', '--no-tags', '--format', '{{.Digest}}', name], host);
    if (typeof first === 'string') return `skopeo: ${first}`;
    const digest = first.stdout.trim();
    if (!DIGEST.test(digest)) return 'skopeo: its answer is not understood';
    const kept = await readConfig(folder, digest, wanted.platform, host);
    if (kept !== null) return { digest, config: kept };
    const pinned = `docker://${wanted.parsed.registry}/${wanted.parsed.repository}@${digest}`;
    const second = await run(program, [...platform, 'inspect', '--config', pinned], host);
    if (typeof second === 'string') return `skopeo: ${second}`;
    const config = parsed(second.stdout);
    return config === null ? 'skopeo: its answer is not understood' : { digest, config };
  };
}

const BuildxSchema = z.object({
  manifest: z.object({ digest: z.string().regex(DIGEST) }),
  image: z.record(z.string(), z.unknown()),
});

const askBuildx: Ask = async (wanted, host) => {
  const program = await host.exec.which('docker');
  if (program === null) return null;
  const args = ['buildx', 'imagetools', 'inspect', '--format', '{{json .}}', nameFor(wanted)];
  const result = await run(program, args, host);
  if (typeof result === 'string') return `docker buildx: ${result}`;
  const decoded = BuildxSchema.safeParse(parsed(result.stdout));
  if (!decoded.success) return 'docker buildx: its answer is not understood';
  const { manifest, image } = decoded.data;
  // One image has its config here, an index one by platform.
  const own =
    'architecture' in image ? image : Object.entries(image).find(([key]) => fitsPlatform(key, wanted.platform))?.[1];
  return own === undefined
    ? `docker buildx: there is no image for ${wanted.platform}`
    : { digest: manifest.digest, config: own };
};

/** The reference was parsed: it can be no option of the command. */
function nameFor({ parsed: { tag, ...rest } }: WantedBase): string {
  return formatImageReference(rest.digest === null ? { ...rest, tag } : { ...rest, tag: null });
}

async function run(program: string, args: readonly string[], host: Host): Promise<ExecResult | string> {
  const result = await host.exec
    .run(program, args, { env: host.env.pick(ENVIRONMENT), timeoutMs: ASK_MS })
    .catch(() => null);
  if (result === null) return 'cannot be started';
  if (result.timedOut) return `no answer within ${ASK_MS / 1000} s`;
  if (result.exitCode === 0) return result;
  const line =
    result.stderr.split('\n').findLast((text) => text.trim() !== '') ??
    `ended with ${result.exitCode ?? result.signal}`;
  return line
    .replace(/\p{Cc}+/gu, ' ')
    .trim()
    .slice(0, 200);
}

function fileOf(folder: string, digest: string, platform: string): string {
  return join(folder, `${digest.replace('sha256:', '')}-${platform.replace(/[^a-z0-9]+/gi, '-')}.json`);
}

async function readCache(folder: string, digest: string, wanted: WantedBase, host: Host): Promise<FoundBase | null> {
  const config = await readConfig(folder, digest, wanted.platform, host);
  return config === null ? null : toFound({ digest, config }, wanted);
}

/** A damaged entry counts as none. */
async function readConfig(folder: string, digest: string, platform: string, host: Host): Promise<unknown> {
  if (!DIGEST.test(digest)) return null;
  const text = await host.files.readText(fileOf(folder, digest, platform), 4 * 1024 * 1024).catch(() => null);
  const config = text === null ? null : parsed(text);
  return config !== null && typeof decodeBaseConfig(config) !== 'string' ? config : null;
}

/** The cache is a help: a full disk must not spoil what is known already. */
async function writeCache(folder: string, { digest, config }: Inspected, platform: string, host: Host): Promise<void> {
  if (typeof decodeBaseConfig(config) === 'string') return;
  await host.files.writeText(fileOf(folder, digest, platform), JSON.stringify(config)).catch(() => undefined);
}

function parsed(json: string): unknown {
  try {
    return JSON.parse(json);
  } catch {
    return null;
  }
}
