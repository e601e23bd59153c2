import { formatImageReference, parseImageReference } from '../../../dockerfile/image-reference.ts';
import type { ExecResult, Host } from '../../../host/ports.ts';
import { once } from '../../../model/once.ts';
import { CLIENT_ENVIRONMENT, ENGINES, type Engine } from '../../image-engine.ts';
import type { BaseFinder, FoundBase, WantedBase } from '../base-finder.ts';
import { decodeBaseConfig, fitsPlatform } from './image-config.ts';

/** An engine that does not answer at once is left alone: its images would be a help, no more. */
const ASK_MS = 3_000;

interface LocalEngine {
  readonly engine: Engine;
  readonly program: string;
  /** Image ids by full reference. */
  readonly ids: ReadonlyMap<string, string>;
}

export interface EngineBases {
  readonly find: BaseFinder;
  /** Asks the engines what they have, which `find` has to wait for. */
  begin(): void;
}

/** Base images that the local engines have under exactly the name that FROM uses. Nothing is ever pulled. */
export function engineBases(host: Host): EngineBases {
  const engines = once(() => listEngines(host));
  const find: BaseFinder = async (wanted) => {
    const found = (await engines()).flatMap((local) => {
      const id = idOf(wanted, local);
      return id === null ? [] : [{ ...local, id }];
    });
    const [first] = found;
    if (first === undefined) return null;
    if (found.some(({ id }) => id !== first.id)) {
      return { kind: 'none', reason: 'docker and podman have different images of this name' };
    }
    return inspect(first, wanted, host);
  };
  // Whoever looks for an image gets the failure.
  return { find, begin: () => void engines().catch(() => undefined) };
}

async function listEngines(host: Host): Promise<readonly LocalEngine[]> {
  const listed = await Promise.all(ENGINES.map((engine) => listImages(engine, host)));
  return listed.flatMap((local) => local ?? []);
}

const COLUMNS = '{{.Repository}}\t{{.Tag}}\t{{.Digest}}\t{{.ID}}';

async function listImages(engine: Engine, host: Host): Promise<LocalEngine | null> {
  const program = await host.exec.which(engine);
  const args = ['image', 'ls', '--no-trunc', '--digests', '--format', COLUMNS];
  const result = program === null ? null : await ask(program, args, host);
  if (program === null || result?.exitCode !== 0) return null;
  const ids = result.stdout.split('\n').flatMap((line): [string, string][] => {
    const [repository = '', tag = '', digest = '', id = ''] = line.split('\t');
    const parsed = parseImageReference(repository);
    if (parsed === null || !/^(sha256:)?[0-9a-f]{64}$/.test(id)) return [];
    const names = [
      ...(tag === '<none>' || tag === '' ? [] : [{ ...parsed, tag, digest: null }]),
      ...(digest.startsWith('sha256:') ? [{ ...parsed, tag: null, digest }] : []),
    ];
    return names.map((name) => [formatImageReference(name), id.replace('sha256:', '')]);
  });
  return { engine, program, ids: new Map(ids) };
}

/** A digest decides alone; podman keeps what was built without a registry in its name under `localhost/`. */
function idOf({ parsed, reference }: WantedBase, { engine, ids }: LocalEngine): string | null {
  const exact = parsed.digest === null ? parsed : { ...parsed, tag: null };
  const found = ids.get(formatImageReference(exact));
  if (found !== undefined) return found;
  const isShort = engine === 'podman' && parsed.registry === 'docker.io' && !reference.startsWith('docker.io/');
  const repository = parsed.repository.replace(/^library\//, '');
  return (isShort ? ids.get(formatImageReference({ ...exact, registry: 'localhost', repository })) : null) ?? null;
}

async function inspect(
  { engine, program, id }: LocalEngine & { readonly id: string },
  { platform }: WantedBase,
  host: Host,
): Promise<FoundBase> {
  const result = await ask(program, ['image', 'inspect', `sha256:${id}`], host);
  const decoded = result?.exitCode === 0 ? decodeBaseConfig(firstOf(result.stdout)) : 'the engine does not show it';
  const place = `the local image ${id.slice(0, 12)} of ${engine}`;
  if (typeof decoded === 'string') return { kind: 'none', reason: `${place} does not help: ${decoded}` };
  if (!fitsPlatform(decoded.platform, platform)) {
    return { kind: 'none', reason: `${place} is for ${decoded.platform}, not for ${platform}` };
  }
  return { kind: 'image', config: decoded.config, reason: `${place}; another build may find a newer one` };
}

function firstOf(json: string): unknown {
  try {
    const value: unknown = JSON.parse(json);
    return Array.isArray(value) ? value[0] : null;
  } catch {
    return null;
  }
}

function ask(program: string, args: readonly string[], host: Host): Promise<ExecResult | null> {
  return host.exec.run(program, args, { env: host.env.pick(CLIENT_ENVIRONMENT), timeoutMs: ASK_MS }).catch(() => null);
}
