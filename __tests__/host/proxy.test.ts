import { createServer, type Server } from 'node:http';
import { createServer as createTlsServer } from 'node:https';
import { type AddressInfo, connect } from 'node:net';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { type Certificate, makeCertificate } from '../support/fake-github/certificate.ts';
import { testHost } from '../support/test-host.ts';

/** Gets a URL in a process of its own, because proxies and certificates are settings of the environment. */
const CLIENT = `
  import { createHttp } from ${JSON.stringify(join(import.meta.dirname, '../../src/host/node-http.ts'))};
  const quiet = () => {};
  const log = { debug: quiet, info: quiet, notice: quiet, warning: quiet, error: quiet };
  const http = createHttp({ clock: { now: () => new Date(), sleep: async () => {} }, log, waits: [] });
  await http.get(process.argv[1], { timeoutMs: 10_000 }).then(
    ({ status, body }) => console.log(status, Buffer.from(body).toString()),
    (error) => console.log(error.code ?? 'no code'));`;

interface Listening {
  readonly server: Server;
  readonly port: number;
}

async function listen(server: Server): Promise<Listening> {
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  return { server, port: (server.address() as AddressInfo).port };
}

let certificate: Certificate;
let secure: Listening;
let plain: Listening;
let proxy: Listening;
/** What the proxy was asked for. */
const proxied: string[] = [];

beforeAll(async () => {
  certificate = await makeCertificate();
  secure = await listen(createTlsServer(certificate, (_request, response) => response.end('secure')));
  plain = await listen(createServer((_request, response) => response.end('plain')));
  const server = createServer((request, response) => {
    proxied.push(`${request.method} ${request.url}`);
    response.end('from the proxy');
  });
  server.on('connect', (request, client) => {
    proxied.push(`CONNECT ${request.url}`);
    const [, port = ''] = (request.url ?? '').split(':');
    const target = connect(Number(port), '127.0.0.1', () => {
      client.write('HTTP/1.1 200 OK\r\n\r\n');
      target.pipe(client).pipe(target);
    });
    target.on('error', () => client.destroy());
    client.on('error', () => target.destroy());
  });
  proxy = await listen(server);
});

afterAll(async () => {
  for (const { server } of [secure, plain, proxy]) {
    server.closeAllConnections();
    await new Promise((closed) => server.close(closed));
  }
  await certificate.remove();
});

async function get(url: string, env: Record<string, string>): Promise<string> {
  await using t = await testHost();
  proxied.length = 0;
  const args = ['--input-type=module', '-e', CLIENT, url];
  const { stdout, stderr } = await t.host.exec.run(process.execPath, args, { env, timeoutMs: 30_000 });
  return (stdout + stderr).trim();
}

describe('on a network of a company', () => {
  test('a certificate of its own authority is believed when Node is told of it', async () => {
    const url = `https://127.0.0.1:${secure.port}/`;
    expect(await get(url, {})).toBe('DEPTH_ZERO_SELF_SIGNED_CERT');
    expect(await get(url, { NODE_EXTRA_CA_CERTS: certificate.file })).toBe('200 secure');
  });

  test.each(['HTTPS_PROXY', 'https_proxy'])('TLS goes through %s, and is checked end to end', async (name) => {
    const env = { [name]: `http://127.0.0.1:${proxy.port}` };
    const url = `https://mirror.invalid:${secure.port}/`;
    expect(await get(url, env)).toBe('DEPTH_ZERO_SELF_SIGNED_CERT');
    expect(proxied).toEqual([`CONNECT mirror.invalid:${secure.port}`]);
    // The authority is known now, and the certificate is that of another name.
    expect(await get(url, { ...env, NODE_EXTRA_CA_CERTS: certificate.file })).toBe('ERR_TLS_CERT_ALTNAME_INVALID');
  });

  test.each(['HTTP_PROXY', 'http_proxy'])('HTTP goes through %s', async (name) => {
    const env = { [name]: `http://127.0.0.1:${proxy.port}` };
    expect(await get(`http://mirror.invalid:${plain.port}/`, env)).toBe('200 plain');
    expect(proxied).toEqual([`CONNECT mirror.invalid:${plain.port}`]);
  });

  test.each(['mirror.invalid', '.invalid', 'x,mirror.invalid'])('NO_PROXY=%s goes straight', async (list) => {
    const env = { HTTP_PROXY: `http://127.0.0.1:${proxy.port}`, NO_PROXY: list };
    expect(await get(`http://mirror.invalid:${plain.port}/`, env)).toMatch(/ENOTFOUND|EAI_AGAIN/);
    expect(proxied).toEqual([]);
  });

  test('a proxy that is not there is one clear error', async () => {
    expect(await get('https://mirror.invalid/', { HTTPS_PROXY: 'http://127.0.0.1:9' })).toMatch(
      /ECONNREFUSED|ECONNRESET/,
    );
  });
});
