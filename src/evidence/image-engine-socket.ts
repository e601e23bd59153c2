import { join } from 'node:path';
import * as z from 'zod';
import { type Host, LocalHttpError } from '../host/ports.ts';
import { errorCode } from '../model/error-code.ts';
import { VerifyError } from '../model/failure.ts';

/** Where dockerd listens unless it is told otherwise (docs.docker.com/reference/cli/dockerd, "Daemon socket option"). */
const DEFAULT_SOCKET = '/var/run/docker.sock';
/** As long as an engine may prepare what it writes out. */
const SILENCE_MS = 10 * 60_000;

/** What decides in the client's configuration which engine it asks. */
const ConfigSchema = z.object({ currentContext: z.string().optional() });

/**
 * The socket of the engine that the docker client asks; null when it is reached in another way, or when that is not
 * certain. In the client's order (cli/context/store and docs.docker.com/engine/manage-resources/contexts):
 * DOCKER_CONTEXT, DOCKER_HOST, the current context of its configuration, the default.
 */
export async function dockerSocket({
  env,
  files,
  machine,
}: Pick<Host, 'env' | 'files' | 'machine'>): Promise<string | null> {
  const isSet = (name: string): boolean => (env.get(name) ?? '') !== '';
  if (machine.os === 'win32' || isSet('DOCKER_CONTEXT')) return null;
  const host = env.get('DOCKER_HOST') ?? '';
  if (host !== '') return /^unix:\/\/(?<path>\/.+)$/.exec(host)?.groups?.['path'] ?? null;
  const folder = env.get('DOCKER_CONFIG') || join(env.get('HOME') ?? '/', '.docker');
  try {
    const config = ConfigSchema.parse(JSON.parse(await files.readText(join(folder, 'config.json'), LARGEST_CONFIG)));
    return ['', 'default'].includes(config.currentContext ?? '') ? DEFAULT_SOCKET : null;
  } catch (error) {
    return errorCode(error) === 'ENOENT' ? DEFAULT_SOCKET : null;
  }
}

const LARGEST_CONFIG = 1024 * 1024;

/**
 * Has dockerd write images out without its client, which would copy everything once more (Docker Engine API, "Export
 * several images"). Null when that did not work, for whatever reason: the client is then asked, and has better words.
 * @param read is given the archive; each piece stays as it is only until the next one is asked for
 * @param onAsked told when the engine has begun
 * @throws what the reader throws, unless the archive was damaged: it may have been cut
 */
export async function exportThroughSocket<T>(
  ids: readonly string[],
  read: (archive: AsyncIterable<Uint8Array>) => Promise<T>,
  host: Host,
  onAsked?: () => void,
): Promise<{ readonly value: T } | null> {
  const socket = await dockerSocket(host);
  if (socket === null) return null;
  const target = `/images/get?${ids.map((id) => `names=sha256:${id}`).join('&')}`;
  try {
    return await host.localHttp.get(socket, target, { timeoutMs: SILENCE_MS, onAsked }, async ({ status, body }) => {
      if (status !== 200) throw new LocalHttpError(`it answers with status ${status}`);
      return { value: await read(body) };
    });
  } catch (error) {
    const mayBeCut = error instanceof VerifyError && error.code === 'image-damaged';
    if (!mayBeCut && !(error instanceof LocalHttpError)) throw error;
    host.log.debug(`The socket ${socket} did not give the image, the engine's client is asked: ${error.message}`);
    return null;
  }
}
