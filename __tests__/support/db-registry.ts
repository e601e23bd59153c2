import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { createServer, type IncomingHttpHeaders, type Server, type ServerResponse } from 'node:http';
import { createServer as createTlsServer } from 'node:https';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { buffer } from 'node:stream/consumers';
import { gzipSync } from 'node:zlib';
import { pack } from 'tar-stream';
import type { Answer } from './release-mirror.ts';

/** The kinds of request that a download consists of. */
export type Stage = 'token' | 'manifest' | 'blob';

export interface RegistryOptions {
  /** Answers every request with this status and registry error code instead. */
  readonly refuse?: { readonly status: number; readonly code: string };
  /** Answer the first requests of a stage, one each. */
  readonly faults?: Partial<Readonly<Record<Stage, readonly Answer[]>>>;
  /** Asks for a bearer token; with a name and password, only for this login. */
  readonly login?: 'anonymous' | 'basic' | { readonly username: string; readonly password: string };
  /** The bytes of the layer instead of the packed database. */
  readonly layer?: Uint8Array;
  /** Changes the manifest before it is served. */
  readonly manifest?: (manifest: Record<string, unknown>) => unknown;
  readonly kind?: 'db' | 'java-db';
  readonly tls?: { readonly key: string; readonly cert: string };
}

export interface DatabaseRegistry extends AsyncDisposable {
  /** Like `127.0.0.1:5000/trivy-db:2`. */
  readonly repository: string;
  /** `sha256:…` of the manifest. */
  readonly digest: string;
  /** Paths asked for, in order. */
  readonly requests: readonly string[];
  /** Of each request. */
  readonly headers: readonly IncomingHttpHeaders[];
  /** How often a whole layer was served. */
  layers(): number;
}

const FILES = { db: ['trivy.db', 'metadata.json'], 'java-db': ['trivy-java.db', 'metadata.json'] } as const;
const TYPES = { db: 'db', 'java-db': 'javadb' } as const;

/**
 * A registry on loopback with one database as the OCI artifact that Trivy expects (trivy-db's release workflow).
 * @param database folder with the files of the database
 */
export async function startDatabaseRegistry(
  database: string,
  options: RegistryOptions = {},
): Promise<DatabaseRegistry> {
  const kind = options.kind ?? 'db';
  const layer = Buffer.from(options.layer ?? (await packDatabase(database, kind)));
  const config = Buffer.from('{}');
  const blobs = new Map([layer, config].map((bytes) => [digestOf(bytes), bytes]));
  const manifest = JSON.stringify(manifestOf(kind, config, layer, options.manifest));
  const requests: string[] = [];
  const headers: IncomingHttpHeaders[] = [];
  const left: Record<Stage, Answer[]> = {
    token: [...(options.faults?.token ?? [])],
    manifest: [...(options.faults?.manifest ?? [])],
    blob: [...(options.faults?.blob ?? [])],
  };
  let layers = 0;
  let origin = '';
  const serve = (stage: Stage, path: string, authorization: string, response: ServerResponse): void => {
    if (stage === 'token') {
      const isAllowed = typeof options.login !== 'object' || authorization === basicOf(options.login);
      send(response, isAllowed ? 200 : 401, 'application/json', isAllowed ? '{"token":"a-token"}' : '{}');
    } else if (options.login !== undefined && !isLoggedIn(options.login, authorization)) {
      const challenge =
        options.login === 'basic'
          ? 'Basic realm="registry"'
          : `Bearer realm="${origin}/token",service="registry",scope="repository:trivy-db:pull"`;
      response.setHeader('www-authenticate', challenge);
      send(response, 401, 'application/json', '{"errors":[{"code":"UNAUTHORIZED"}]}');
    } else if (stage === 'manifest') {
      send(response, 200, 'application/vnd.oci.image.manifest.v1+json', manifest);
    } else {
      const blob = blobs.get(path.split('/').at(-1) ?? '');
      if (blob === layer) layers += 1;
      send(response, blob === undefined ? 404 : 200, 'application/octet-stream', blob ?? '');
    }
  };
  const answer: Parameters<typeof createServer>[1] = (request, response) => {
    const path = request.url ?? '';
    const stage: Stage = path.includes('/manifests/') ? 'manifest' : path.includes('/blobs/') ? 'blob' : 'token';
    requests.push(path);
    headers.push(request.headers);
    const fault = left[stage].shift();
    if (options.refuse !== undefined) {
      const { status, code } = options.refuse;
      send(response, status, 'application/json', JSON.stringify({ errors: [{ code, message: 'no' }] }));
    } else if (fault !== undefined) {
      Promise.resolve(fault(request, response)).catch(() => response.destroy());
    } else {
      serve(stage, path, request.headers.authorization ?? '', response);
    }
  };
  const server: Server = options.tls === undefined ? createServer(answer) : createTlsServer({ ...options.tls }, answer);
  // The gate speaks plain HTTP to 127.0.0.1 alone.
  const address = options.tls === undefined ? '127.0.0.1' : '127.0.0.2';
  await new Promise<void>((listening) => server.listen(0, address, listening));
  const { port } = server.address() as AddressInfo;
  origin = `http${options.tls === undefined ? '' : 's'}://${address}:${port}`;
  return {
    repository: `${address}:${port}/trivy-db:${kind === 'db' ? 2 : 1}`,
    digest: digestOf(Buffer.from(manifest)),
    requests,
    headers,
    layers: () => layers,
    [Symbol.asyncDispose]: async () => {
      server.closeAllConnections();
      await new Promise((closed) => server.close(closed));
    },
  };
}

function isLoggedIn(login: NonNullable<RegistryOptions['login']>, authorization: string): boolean {
  return login === 'basic' ? authorization === basicOf(BASIC) : authorization === 'Bearer a-token';
}

/** The login of a registry that asks for `basic`. */
export const BASIC = { username: 'robot', password: 'pa:55' };

function basicOf({ username, password }: { readonly username: string; readonly password: string }): string {
  return `Basic ${Buffer.from(`${username}:${password}`).toString('base64')}`;
}

function manifestOf(
  kind: 'db' | 'java-db',
  config: Buffer,
  layer: Buffer,
  change: RegistryOptions['manifest'] = (same) => same,
): unknown {
  return change({
    schemaVersion: 2,
    mediaType: 'application/vnd.oci.image.manifest.v1+json',
    config: {
      mediaType: 'application/vnd.aquasec.trivy.config.v1+json',
      digest: digestOf(config),
      size: config.length,
    },
    layers: [
      {
        mediaType: `application/vnd.aquasec.trivy.${TYPES[kind]}.layer.v1.tar+gzip`,
        digest: digestOf(layer),
        size: layer.length,
        annotations: { 'org.opencontainers.image.title': `${TYPES[kind]}.tar.gz` },
      },
    ],
  });
}

function send(response: ServerResponse, status: number, type: string, body: string | Buffer): void {
  const digest = digestOf(Buffer.from(body));
  response.writeHead(status, {
    'content-type': type,
    'content-length': Buffer.byteLength(body),
    'docker-content-digest': digest,
  });
  response.end(body);
}

/** The layer of a database: its files in a gzipped tar file. */
export async function packDatabase(folder: string, kind: 'db' | 'java-db' = 'db'): Promise<Buffer> {
  const tar = pack();
  for (const name of FILES[kind]) {
    tar.entry({ name }, await readFile(join(folder, name)));
  }
  tar.finalize();
  return gzipSync(await buffer(tar));
}

function digestOf(bytes: Uint8Array): string {
  return `sha256:${createHash('sha256').update(bytes).digest('hex')}`;
}
