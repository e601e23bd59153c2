import { formatImageReference, type ImageReference, parseImageReference } from '../../dockerfile/image-reference.ts';
import type { Host } from '../../host/ports.ts';
import { CLIENT_ENVIRONMENT, ENGINES } from '../image-engine.ts';
import { DIGEST, type DigestFinder } from './digest-finder.ts';

const ASK_MS = 3_000;

/** Digests under which the local engines keep what they have pulled. Nothing is ever pulled. */
export function engineDigests(host: Host): DigestFinder {
  let known: Promise<ReadonlyMap<string, ReadonlySet<string>>> | null = null;
  return async (wanted) => {
    known ??= listDigests(host);
    const [digest, ...more] = (await known).get(formatImageReference({ ...wanted, digest: null })) ?? [];
    if (digest === undefined) return null;
    if (more.length > 0) return { reason: 'the local engines have several images of this name' };
    return { digest, source: 'the local engine' };
  };
}

async function listDigests(host: Host): Promise<ReadonlyMap<string, ReadonlySet<string>>> {
  const digests = new Map<string, Set<string>>();
  for (const rows of await Promise.all(ENGINES.map((engine) => rowsOf(engine, host)))) {
    for (const { name, digest } of rows) {
      const key = formatImageReference(name);
      digests.set(key, (digests.get(key) ?? new Set()).add(digest));
    }
  }
  return digests;
}

const COLUMNS = '{{.Repository}}\t{{.Tag}}\t{{.Digest}}';

async function rowsOf(engine: string, { exec, env }: Host) {
  const program = await exec.which(engine);
  if (program === null) return [];
  const args = ['image', 'ls', '--digests', '--format', COLUMNS];
  const result = await exec
    .run(program, args, { env: env.pick(CLIENT_ENVIRONMENT), timeoutMs: ASK_MS })
    .catch(() => null);
  if (result?.exitCode !== 0) return [];
  return result.stdout.split('\n').flatMap((line): { name: ImageReference; digest: string }[] => {
    const [repository = '', tag = '', digest = ''] = line.split('\t');
    const parsed = parseImageReference(repository);
    if (parsed === null || tag === '' || tag === '<none>' || !DIGEST.test(digest)) return [];
    return [{ name: { ...parsed, tag, digest: null }, digest }];
  });
}
