import * as z from 'zod';
import type { ExecResult, Host } from '../host/ports.ts';
import { errorMessage } from '../model/error-code.ts';
import { UsageError, VerifyError } from '../model/failure.ts';
import { exportThroughSocket } from './image-engine-socket.ts';
import { namesRegistry } from './image-reference.ts';

export const ENGINES = ['docker', 'podman'] as const;
export type Engine = (typeof ENGINES)[number];

/** What one engine says about an image. */
export type EngineAnswer =
  | {
      readonly kind: 'found';
      readonly engine: Engine;
      readonly program: string;
      /** 64 hex digits. */
      readonly id: string;
      readonly names: readonly string[];
      /** Bytes, as far as the engine tells. */
      readonly size: number;
    }
  | { readonly kind: 'absent' | 'not-installed' | 'failed'; readonly engine: Engine; readonly reason: string };

export type FoundImage = Extract<EngineAnswer, { kind: 'found' }>;

const ASK_MS = 60_000;
const SAVE_MS = 30 * 60_000;

/** What the clients need to find their engine, and nothing else: no tokens of the workflow. */
export const CLIENT_ENVIRONMENT: readonly string[] = [
  'PATH HOME USER LOGNAME TMPDIR SSH_AUTH_SOCK SSL_CERT_FILE SSL_CERT_DIR',
  'DOCKER_HOST DOCKER_CONTEXT DOCKER_CONFIG DOCKER_TLS DOCKER_TLS_VERIFY DOCKER_CERT_PATH',
  'DOCKER_API_VERSION CONTAINER_HOST CONTAINER_CONNECTION CONTAINER_SSHKEY CONTAINERS_CONF',
  'CONTAINERS_STORAGE_CONF STORAGE_DRIVER STORAGE_OPTS DBUS_SESSION_BUS_ADDRESS',
  'XDG_RUNTIME_DIR XDG_CONFIG_HOME XDG_DATA_HOME XDG_CACHE_HOME',
  'SystemRoot SystemDrive USERPROFILE APPDATA LOCALAPPDATA ProgramData TEMP TMP PATHEXT',
].flatMap((line) => line.split(' '));

const InspectSchema = z
  .array(
    z.object({
      Id: z.string().regex(/^(sha256:)?[0-9a-f]{64}$/),
      RepoTags: z.array(z.string()).nullish(),
      Size: z.number().nullish(),
    }),
  )
  .min(1);

/** Asks every engine for an image by name or id, in the order docker, podman. */
export async function findInEngines(reference: string, host: Host): Promise<readonly EngineAnswer[]> {
  return Promise.all(ENGINES.map((engine) => ask(engine, reference, host)));
}

/**
 * The one image of this name in the local engines. From here on its id is used, so that a change of the tag meanwhile
 * cannot swap it.
 * @throws UsageError `image-ambiguous`, `image-not-found`; VerifyError `engine-unavailable`
 */
export async function findImage(reference: string, host: Host): Promise<FoundImage> {
  const answers = await findInEngines(reference, host);
  const found = answers.filter((answer) => answer.kind === 'found');
  const [first, second] = found;
  if (first === undefined) {
    throw notFound(reference, answers);
  }
  if (second !== undefined && second.id !== first.id) {
    throw new UsageError(
      'image-ambiguous',
      `it is a different image in each engine: ${found.map(({ engine, id }) => `sha256:${id} in ${engine}`).join(', ')}.`,
      `Remove the one that is not meant, or name the id, or write it to a file (${first.engine} save) and name that.`,
    );
  }
  return first;
}

function notFound(reference: string, answers: readonly EngineAnswer[]): UsageError | VerifyError {
  const tried = answers
    .flatMap((answer) => (answer.kind === 'found' ? [] : `${answer.engine}: ${answer.reason}`))
    .join('; ');
  const message = `no local engine has this image (${tried}).`;
  const advice = `Build it first. With docker buildx (docker/build-push-action) set \`load: true\` (--load), or name what the build wrote (docker-archive:FILE, oci:FOLDER). ${aboutRegistries(reference)}`;
  const answered = answers.some(({ kind }) => kind === 'absent') && !answers.some(({ kind }) => kind === 'failed');
  return answered
    ? new UsageError('image-not-found', message, advice)
    : new VerifyError('engine-unavailable', message, advice);
}

/** Whoever names a registry may mean the image there; fetched without being asked, it could be another than was built. */
function aboutRegistries(reference: string): string {
  return namesRegistry(reference)
    ? `For the image that the registry has, write registry:${reference}.`
    : 'The image of a registry is named with registry:REF.';
}

/**
 * Has an engine write images out and hands its output, a docker-archive, to a reader as it comes; more than once where
 * the first way did not lead to the end. Several images in one
 * archive have their common layers in it once; podman writes them under other ids, and is asked for one at a time.
 * @param onAsked told when the engine has begun: what is done then keeps nobody waiting
 * @throws VerifyError `engine-save-failed`, or what the reader throws
 */
export async function exportImages<T>(
  { engine, program }: FoundImage,
  ids: readonly string[],
  read: (archive: AsyncIterable<Uint8Array>) => Promise<T>,
  host: Host,
  onAsked?: () => void,
): Promise<T> {
  const direct = engine === 'docker' ? await exportThroughSocket(ids, read, host, onAsked) : null;
  if (direct !== null) return direct.value;
  const format = engine === 'podman' ? ['--format', 'docker-archive'] : [];
  const args = ['save', ...format, ...ids.map((id) => `sha256:${id}`)];
  const outcomes: ({ readonly value: T } | { readonly error: unknown })[] = [];
  const running = host.exec.run(program, args, {
    env: host.env.pick(CLIENT_ENVIRONMENT),
    timeoutMs: SAVE_MS,
    stdoutTo: async (output) => {
      const chunks = output[Symbol.asyncIterator]();
      // Whoever stops in the middle would end the engine's client, and its error would be taken for the cause.
      const shielded = { [Symbol.asyncIterator]: () => ({ next: () => chunks.next() }) };
      await read(shielded).then(
        (value) => outcomes.push({ value }),
        (error: unknown) => outcomes.push({ error }),
      );
      while ((await chunks.next()).done !== true) {}
    },
  });
  onAsked?.();
  const result = await running;
  if (result.exitCode !== 0) {
    throw new VerifyError(
      'engine-save-failed',
      `${engine} could not write the image out: ${reasonOf(result, SAVE_MS)}.`,
      'Look at the engine, and at the free space of the folder for temporary files.',
      `${program} ${args.join(' ')} ended with ${result.exitCode ?? result.signal}\n${result.stderr}`,
    );
  }
  const [outcome] = outcomes;
  if (outcome === undefined || 'error' in outcome) {
    throw outcome?.error;
  }
  return outcome.value;
}

async function ask(engine: Engine, reference: string, host: Host): Promise<EngineAnswer> {
  const program = await host.exec.which(engine);
  if (program === null) {
    return { kind: 'not-installed', engine, reason: 'not installed' };
  }
  const result = await host.exec
    .run(program, ['image', 'inspect', reference], { env: host.env.pick(CLIENT_ENVIRONMENT), timeoutMs: ASK_MS })
    .catch(errorMessage);
  if (typeof result === 'string') {
    return { kind: 'failed', engine, reason: `cannot be started (${result})` };
  }
  if (result.exitCode !== 0) {
    const isAbsent = /no such (image|object)|image not known/i.test(result.stderr);
    return isAbsent
      ? { kind: 'absent', engine, reason: 'no such image' }
      : { kind: 'failed', engine, reason: reasonOf(result, ASK_MS) };
  }
  return decodeAnswer(engine, program, result.stdout);
}

function decodeAnswer(engine: Engine, program: string, stdout: string): EngineAnswer {
  const first = inspected(stdout);
  if (first === null) {
    return { kind: 'failed', engine, reason: 'its answer is not understood' };
  }
  return {
    kind: 'found',
    engine,
    program,
    id: first.Id.replace('sha256:', ''),
    names: first.RepoTags ?? [],
    size: first.Size ?? 0,
  };
}

function inspected(stdout: string): z.infer<typeof InspectSchema>[number] | null {
  try {
    return InspectSchema.parse(JSON.parse(stdout))[0] ?? null;
  } catch {
    return null;
  }
}

/** One line, without the full stop that most of them end with. */
function reasonOf({ stderr, timedOut, exitCode, signal }: ExecResult, limitMs: number): string {
  if (timedOut) {
    return `no answer within ${limitMs / 1000} s`;
  }
  const line = stderr
    .split('\n')
    .map((text) => text.replace(/\p{Cc}+/gu, ' ').trim())
    .findLast((text) => text !== '');
  return line === undefined ? `ended with ${exitCode ?? signal}` : line.slice(0, 300).replace(/\.+$/, '');
}
