import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { createServer, type ServerResponse } from 'node:http';
import { join } from 'node:path';
import { buffer } from 'node:stream/consumers';
import { gzipSync } from 'node:zlib';
import { pack } from 'tar-stream';

export interface DatabaseRegistry extends AsyncDisposable {
  /** `127.0.0.1:PORT/trivy-db:2`; Trivy speaks plain HTTP to loopback. */
  readonly repository: string;
  readonly requests: readonly string[];
}

/**
 * A registry on loopback with one advisory database as the OCI artifact that Trivy expects (trivy-db's release
 * workflow).
 * @param database folder with `trivy.db` and `metadata.json`
 * @param refuse answers every request with this status and registry error code instead
 */
export async function startDatabaseRegistry(
  database: string,
  refuse: { readonly status: number; readonly code: string } | null = null,
): Promise<DatabaseRegistry> {
  const layer = gzipSync(await tarOf(database));
  const config = Buffer.from('{}');
  const blobs = new Map([layer, config].map((bytes) => [digestOf(bytes), bytes]));
  const manifest = JSON.stringify({
    schemaVersion: 2,
    mediaType: 'application/vnd.oci.image.manifest.v1+json',
    config: {
      mediaType: 'application/vnd.aquasec.trivy.config.v1+json',
      digest: digestOf(config),
      size: config.length,
    },
    layers: [
      {
        mediaType: 'application/vnd.aquasec.trivy.db.layer.v1.tar+gzip',
        digest: digestOf(layer),
        size: layer.length,
        annotations: { 'org.opencontainers.image.title': 'db.tar.gz' },
      },
    ],
  });
  const requests: string[] = [];
  const server = createServer((request, response) => {
    const path = request.url ?? '';
    requests.push(path);
    if (refuse !== null) {
      const errors = [{ code: refuse.code, message: 'no' }];
      send(response, refuse.status, 'application/json', JSON.stringify({ errors }));
    } else if (path.includes('/manifests/')) {
      send(response, 200, 'application/vnd.oci.image.manifest.v1+json', manifest);
    } else if (path.includes('/blobs/')) {
      send(response, 200, 'application/octet-stream', blobs.get(path.split('/').at(-1) ?? '') ?? '');
    } else {
      send(response, 200, 'application/json', '{}');
    }
  });
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  const address = server.address();
  if (address === null || typeof address === 'string') {
    throw new Error('the registry has no port');
  }
  return {
    repository: `127.0.0.1:${address.port}/trivy-db:2`,
    requests,
    [Symbol.asyncDispose]: async () => {
      server.closeAllConnections();
      await new Promise((closed) => server.close(closed));
    },
  };
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

async function tarOf(folder: string): Promise<Buffer> {
  const tar = pack();
  for (const name of ['trivy.db', 'metadata.json']) {
    tar.entry({ name }, await readFile(join(folder, name)));
  }
  tar.finalize();
  return buffer(tar);
}

function digestOf(bytes: Uint8Array): string {
  return `sha256:${createHash('sha256').update(bytes).digest('hex')}`;
}
