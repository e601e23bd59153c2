import { formatImageReference, type ImageReference } from '../../dockerfile/image-reference.ts';
import type { Host } from '../../host/ports.ts';
import { CLIENT_ENVIRONMENT } from '../image-engine.ts';
import { DIGEST, type DigestFinder } from './digest-finder.ts';

const ASK_MS = 60_000;
const ENVIRONMENT = [
  ...CLIENT_ENVIRONMENT,
  ...'REGISTRY_AUTH_FILE HTTP_PROXY HTTPS_PROXY NO_PROXY http_proxy https_proxy no_proxy'.split(' '),
];

/** How each tool tells the digest of what a name stands for: of the index, for an image of several platforms. */
const TOOLS: readonly (readonly [program: string, args: (name: string) => readonly string[]])[] = [
  ['skopeo', (name) => ['inspect', '--no-tags', '--format', '{{.Digest}}', `docker://${name}`]],
  ['docker', (name) => ['buildx', 'imagetools', 'inspect', '--format', '{{.Manifest.Digest}}', name]],
];

/** Digests as the registry has them now, asked through the tools that are there: skopeo, else docker buildx. */
export function registryDigests(host: Host): DigestFinder {
  return async (wanted) => {
    const reasons: string[] = [];
    for (const [tool, args] of TOOLS) {
      const program = await host.exec.which(tool);
      if (program === null) continue;
      const answer = await ask(program, args(nameFor(wanted)), host);
      if (DIGEST.test(answer)) return { digest: answer, source: 'the registry' };
      reasons.push(`${tool}: ${answer}`);
    }
    return {
      reason: reasons.length > 0 ? reasons.join('; ') : 'neither skopeo nor docker buildx is there to ask for it',
    };
  };
}

/** The reference was parsed: it can be no option of the command. */
function nameFor(wanted: ImageReference): string {
  return formatImageReference({ ...wanted, digest: null });
}

/** The digest, or what went wrong on one line. */
async function ask(program: string, args: readonly string[], { exec, env }: Host): Promise<string> {
  const result = await exec.run(program, args, { env: env.pick(ENVIRONMENT), timeoutMs: ASK_MS }).catch(() => null);
  if (result === null) return 'cannot be started';
  if (result.timedOut) return `no answer within ${ASK_MS / 1000} s`;
  const text = result.exitCode === 0 ? result.stdout.trim() : lastLine(result.stderr);
  return DIGEST.test(text) ? text : oneLine(text === '' ? 'its answer is not understood' : text);
}

function lastLine(text: string): string {
  return text.split('\n').findLast((line) => line.trim() !== '') ?? '';
}

function oneLine(text: string): string {
  return text
    .replace(/\p{Cc}+/gu, ' ')
    .trim()
    .slice(0, 200);
}
