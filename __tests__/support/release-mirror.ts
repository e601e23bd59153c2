import { createReadStream } from 'node:fs';
import { link, mkdtemp, rename, rm, stat } from 'node:fs/promises';
import { createServer, type IncomingHttpHeaders, type IncomingMessage, type ServerResponse } from 'node:http';
import { basename, dirname, join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { sha256OfFile } from '../../scripts/lib/file-sum.ts';
import { mustRun } from '../../scripts/lib/program.ts';
import { trivyBinary } from './trivy-binary.ts';

export interface ReleaseArchive {
  readonly file: string;
  readonly sha256: string;
}

/** The real executable packed as the release is, once for all tests. */
export async function releaseArchive(): Promise<ReleaseArchive> {
  const binary = await trivyBinary();
  const file = join(dirname(binary), 'trivy_0.74.0_Linux-64bit.tar.gz');
  if ((await stat(file).catch(() => null)) === null) {
    const draft = await mkdtemp(join(dirname(binary), 'pack-'));
    await packArchive(binary, join(draft, basename(file)));
    await rename(join(draft, basename(file)), file);
    await rm(draft, { recursive: true });
  }
  return { file, sha256: await sha256OfFile(file) };
}

/** Packs an executable as `trivy` into a gzipped tar file. */
export async function packArchive(executable: string, file: string): Promise<void> {
  const folder = await mkdtemp(join(dirname(file), 'tar-'));
  try {
    await link(executable, join(folder, 'trivy'));
    await mustRun('tar', [
      '--create',
      '--use-compress-program=gzip -1',
      `--file=${file}`,
      `--directory=${folder}`,
      'trivy',
    ]);
  } finally {
    await rm(folder, { recursive: true });
  }
}

/** Answers a request instead of the mirror. */
export type Answer = (request: IncomingMessage, response: ServerResponse) => void | Promise<void>;

export interface ReleaseMirror extends AsyncDisposable {
  /** The base of the releases, for `--trivy-download-url`. */
  readonly url: string;
  /** Paths asked for, in order. */
  readonly requests: readonly string[];
  /** Of each request. */
  readonly headers: readonly IncomingHttpHeaders[];
}

/**
 * A mirror of Trivy's releases on loopback: `URL/v0.74.0/trivy_0.74.0_Linux-64bit.tar.gz`.
 * @param faults answer the first requests, one each, or those of single files by name; then all is well
 * @param files further files of the release, and `releases.json`, by name
 */
export async function startReleaseMirror(
  archive: string,
  faults: readonly Answer[] | Readonly<Record<string, readonly Answer[]>> = [],
  files: Readonly<Record<string, string | Uint8Array>> = {},
): Promise<ReleaseMirror> {
  const requests: string[] = [];
  const headers: IncomingHttpHeaders[] = [];
  const isAny = (given: typeof faults): given is readonly Answer[] => Array.isArray(given);
  const left = isAny(faults) ? [...faults] : [];
  const byName = isAny(faults) ? {} : Object.fromEntries(Object.entries(faults).map(([name, all]) => [name, [...all]]));
  const server = createServer((request, response) => {
    requests.push(request.url ?? '');
    headers.push(request.headers);
    const name = basename(request.url ?? '');
    const file = files[name];
    const answer =
      left.shift() ??
      byName[name]?.shift() ??
      ((_request, answered) => {
        if (file === undefined) return serveFile(request, answered, archive);
        answered.writeHead(200, { 'content-length': Buffer.byteLength(file) }).end(file);
        return undefined;
      });
    Promise.resolve(answer(request, response)).catch(() => response.destroy());
  });
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  const address = server.address();
  if (address === null || typeof address === 'string') {
    throw new Error('the mirror has no port');
  }
  return {
    url: `http://127.0.0.1:${address.port}/releases`,
    requests,
    headers,
    [Symbol.asyncDispose]: async () => {
      server.closeAllConnections();
      await new Promise((closed) => server.close(closed));
    },
  };
}

async function serveFile(request: IncomingMessage, response: ServerResponse, archive: string): Promise<void> {
  if (!/^\/releases\/v\d+\.\d+\.\d+\/trivy_\d+\.\d+\.\d+_[\w-]+\.tar\.gz$/.test(request.url ?? '')) {
    response.writeHead(404).end();
    return;
  }
  const { size } = await stat(archive);
  response.writeHead(200, { 'content-type': 'application/octet-stream', 'content-length': size });
  await pipeline(createReadStream(archive), response);
}

/** Faults of servers. */
export const answers = {
  status:
    (status: number, headers: Readonly<Record<string, string>> = {}): Answer =>
    (_request, response) => {
      response.writeHead(status, headers).end('no');
    },
  /** Says that all comes, and hangs up after half. */
  cut: (_request: IncomingMessage, response: ServerResponse): void => {
    response.writeHead(200, { 'content-length': 2000 });
    response.write(Buffer.alloc(1000), () => response.destroy());
  },
  /** Whole by its own account, but not what was asked for. */
  bytes:
    (bytes: Uint8Array): Answer =>
    (_request, response) => {
      response.writeHead(200, { 'content-length': bytes.length }).end(bytes);
    },
  redirect:
    (location: string): Answer =>
    (_request, response) => {
      response.writeHead(302, { location }).end();
    },
  /** Goes round in a circle. */
  redirectToItself: (request: IncomingMessage, response: ServerResponse): void => {
    response.writeHead(302, { location: request.url ?? '/' }).end();
  },
  /** Sends a byte now and then, and never ends. */
  drip: (_request: IncomingMessage, response: ServerResponse): void => {
    response.writeHead(200);
    const timer = setInterval(() => response.write('x'), 20);
    response.on('close', () => clearInterval(timer));
  },
  /** Never says anything. */
  silence: (): void => undefined,
} as const;
