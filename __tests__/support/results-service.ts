import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { buffer } from 'node:stream/consumers';

/** What GitHub's runner gives an action to keep artifacts with, on loopback. */
export interface ResultsService extends AsyncDisposable {
  /** For the environment of a step. */
  readonly env: Readonly<Record<string, string>>;
  /** Finished artifacts by name: their zips. */
  readonly artifacts: ReadonlyMap<string, Buffer>;
  /** Paths of requests that came with the run's token. */
  readonly withToken: readonly string[];
}

const SERVICE = '/twirp/github.actions.results.api.v1.ArtifactService/';

/**
 * The two calls of the results service (Twirp, JSON) that `@actions/artifact` makes for an upload, and the block blobs of
 * Azure's storage that it uploads to (learn.microsoft.com/rest/api/storageservices/put-block-list). A name is taken once.
 */
export async function startResultsService(): Promise<ResultsService> {
  const blocks = new Map<string, Buffer>();
  const blobs = new Map<string, Buffer>();
  const artifacts = new Map<string, Buffer>();
  const withToken: string[] = [];
  let origin = '';

  const call = (method: string, request: { readonly name: string }): object | null => {
    if (artifacts.has(request.name)) return null;
    if (method === 'CreateArtifact') {
      return { ok: true, signedUploadUrl: `${origin}/blobs/${encodeURIComponent(request.name)}?sig=x` };
    }
    artifacts.set(request.name, blobs.get(request.name) ?? Buffer.alloc(0));
    return { ok: true, artifactId: '42' };
  };

  const store = async (url: URL, request: IncomingMessage): Promise<void> => {
    const name = decodeURIComponent(url.pathname.slice('/blobs/'.length));
    const body = await buffer(request);
    const part = url.searchParams.get('comp');
    if (part === 'block') blocks.set(`${name} ${url.searchParams.get('blockid')}`, body);
    else if (part !== 'blocklist') blobs.set(name, body);
    else {
      const ids = [...body.toString('utf8').matchAll(/<Latest>([^<]+)<\/Latest>/g)].map(([, id]) => id);
      blobs.set(name, Buffer.concat(ids.map((id) => blocks.get(`${name} ${id}`) ?? Buffer.alloc(0))));
    }
  };

  const answer = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const url = new URL(request.url ?? '/', origin);
    if (request.headers.authorization === `Bearer ${TOKEN}`) withToken.push(url.pathname);
    if (url.pathname.startsWith('/blobs/')) {
      await store(url, request);
      response.writeHead(201, { etag: '"1"', 'last-modified': new Date(0).toUTCString() }).end();
      return;
    }
    const result = call(url.pathname.slice(SERVICE.length), JSON.parse((await buffer(request)).toString('utf8')));
    const body = result ?? {
      code: 'already_exists',
      msg: 'an artifact with this name already exists on the workflow run',
    };
    response.writeHead(result === null ? 409 : 200, { 'content-type': 'application/json' }).end(JSON.stringify(body));
  };

  const server = createServer((request, response) => {
    answer(request, response).catch(() => response.destroy());
  });
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return {
    env: { ACTIONS_RESULTS_URL: origin, ACTIONS_RUNTIME_TOKEN: TOKEN, GITHUB_SERVER_URL: 'https://github.com' },
    artifacts,
    withToken,
    [Symbol.asyncDispose]: async () => {
      server.closeAllConnections();
      await new Promise((closed) => server.close(closed));
    },
  };
}

/** A JSON web token whose scope names run and job, which is all that the client reads of it. */
const TOKEN = ['{"alg":"none"}', '{"scp":"Actions.Results:run-1:job-1"}', 'x']
  .map((part) => Buffer.from(part).toString('base64url'))
  .join('.');
