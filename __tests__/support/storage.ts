import { createServer, type IncomingHttpHeaders } from 'node:http';
import type { AddressInfo } from 'node:net';

export interface Storage extends AsyncDisposable {
  /** `http://127.0.0.1:PORT`. */
  readonly origin: string;
  readonly requests: readonly { readonly path: string; readonly headers: IncomingHttpHeaders }[];
}

/** What a storage answers on a path; bytes are a success, `cut` ends in the middle. */
export type Stored = Uint8Array | { readonly status: number } | 'cut';

/** A stand-in for the storage of artifacts: another origin than GitHub's API. */
export async function startStorage(content: Readonly<Record<string, Stored>>): Promise<Storage> {
  const requests: { path: string; headers: IncomingHttpHeaders }[] = [];
  const server = createServer((request, response) => {
    const path = new URL(request.url ?? '/', 'http://127.0.0.1').pathname;
    requests.push({ path, headers: request.headers });
    const stored = content[path] ?? { status: 404 };
    if (stored === 'cut') {
      response.writeHead(200, { 'content-length': '1000' });
      response.write('PK', () => response.destroy());
    } else if (stored instanceof Uint8Array) {
      response.writeHead(200, { 'content-type': 'application/zip' }).end(stored);
    } else {
      response.writeHead(stored.status).end();
    }
  });
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  return {
    origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    requests,
    [Symbol.asyncDispose]: async () => {
      server.closeAllConnections();
      await new Promise((closed) => server.close(closed));
    },
  };
}
