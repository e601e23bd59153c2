import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';

export interface Asked {
  readonly path: string;
  readonly authorization: string | null;
}

/** Answers a request itself and says so, or leaves it. */
export type Trick = (asked: Asked, response: ServerResponse, origin: string) => boolean;

export interface ImageRegistry extends AsyncDisposable {
  /** Like `127.0.0.1:5000`. */
  readonly host: string;
  /** In order. */
  readonly requests: readonly Asked[];
  /** Of blobs, in order. */
  blobs(): readonly string[];
}

interface Served {
  readonly type: string;
  readonly bytes: Buffer;
}

/**
 * A registry on loopback that serves OCI layouts, each under the repository and tag of its name, and plays tricks.
 * @param layouts folder by `repository:tag`
 */
export async function startImageRegistry(
  layouts: Readonly<Record<string, string>>,
  trick: Trick = () => false,
): Promise<ImageRegistry> {
  const served = new Map<string, Served>();
  for (const [name, folder] of Object.entries(layouts)) await serveLayout(name, folder, served);
  const requests: Asked[] = [];
  let origin = '';
  const answer = (request: IncomingMessage, response: ServerResponse): void => {
    const asked = { path: request.url ?? '', authorization: request.headers.authorization ?? null };
    requests.push(asked);
    if (trick(asked, response, origin)) return;
    const found = served.get(asked.path);
    if (found === undefined) {
      send(response, 404, 'application/json', Buffer.from('{"errors":[{"code":"MANIFEST_UNKNOWN"}]}'));
      return;
    }
    response.setHeader('docker-content-digest', digestOf(found.bytes));
    send(response, 200, found.type, found.bytes);
  };
  const server = createServer(answer);
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  const { port } = server.address() as AddressInfo;
  origin = `http://127.0.0.1:${port}`;
  return {
    host: `127.0.0.1:${port}`,
    requests,
    blobs: () => requests.flatMap(({ path }) => (path.includes('/blobs/') ? [path.split('/').at(-1) ?? ''] : [])),
    [Symbol.asyncDispose]: async () => {
      server.closeAllConnections();
      await new Promise((closed) => server.close(closed));
    },
  };
}

export function send(response: ServerResponse, status: number, type: string, bytes: Uint8Array): void {
  response.writeHead(status, { 'content-type': type, 'content-length': bytes.length });
  response.end(bytes);
}

async function serveLayout(name: string, folder: string, served: Map<string, Served>): Promise<void> {
  const colon = name.lastIndexOf(':');
  const base = `/v2/${name.slice(0, colon)}`;
  for (const hex of await readdir(join(folder, 'blobs', 'sha256'))) {
    const bytes = await readFile(join(folder, 'blobs', 'sha256', hex));
    served.set(`${base}/blobs/sha256:${hex}`, { type: 'application/octet-stream', bytes });
    const type = typeOf(bytes);
    if (type !== null) served.set(`${base}/manifests/sha256:${hex}`, { type, bytes });
  }
  const index = JSON.parse(await readFile(join(folder, 'index.json'), 'utf8'));
  const top = served.get(`${base}/manifests/${index.manifests[0].digest}`);
  if (top !== undefined) served.set(`${base}/manifests/${name.slice(colon + 1)}`, top);
}

function typeOf(bytes: Buffer): string | null {
  try {
    const type: unknown = JSON.parse(bytes.toString()).mediaType;
    return typeof type === 'string' ? type : null;
  } catch {
    return null;
  }
}

function digestOf(bytes: Buffer): string {
  return `sha256:${createHash('sha256').update(bytes).digest('hex')}`;
}
