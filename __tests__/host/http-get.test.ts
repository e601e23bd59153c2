import { createServer, type IncomingHttpHeaders, type RequestListener } from 'node:http';
import type { AddressInfo } from 'node:net';
import { describe, expect, test } from '@jest/globals';
import { createHttp } from '../../src/host/node-http.ts';
import type { Clock } from '../../src/host/ports.ts';
import { transferProgress } from '../../src/host/transfer-progress.ts';
import { recordingLog } from '../support/test-host.ts';

async function serve(listener: RequestListener) {
  const server = createServer(listener);
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    [Symbol.asyncDispose]: async () => {
      server.closeAllConnections();
      await new Promise((closed) => server.close(closed));
    },
  };
}

const clock: Clock = { now: () => new Date(), sleep: async () => undefined };
const http = createHttp({ clock, log: recordingLog([]) });
const SECRET = { authorization: 'Bearer secret', 'x-other': 'secret' };

describe('a small answer', () => {
  test('comes whole, with its status and headers', async () => {
    await using server = await serve((_request, response) => {
      response.writeHead(418, { 'X-Kind': 'tea' }).end('short and stout');
    });
    const { status, headers, body } = await http.get(server.url);
    expect([status, headers['x-kind'], Buffer.from(body).toString()]).toEqual([418, 'tea', 'short and stout']);
  });

  test('comes with its last status when the server does not recover', async () => {
    let asked = 0;
    await using server = await serve((_request, response) => {
      asked += 1;
      response.writeHead(503).end(`no ${asked}`);
    });
    const { status, body } = await http.get(server.url);
    expect([status, Buffer.from(body).toString(), asked]).toEqual([503, 'no 4', 4]);
  });

  test('is not larger than allowed', async () => {
    await using server = await serve((_request, response) => {
      response.end('x'.repeat(1000));
    });
    await expect(http.get(server.url, { maxBytes: 999 })).rejects.toMatchObject({ code: 'EFBIG' });
    expect((await http.get(server.url, { maxBytes: 1000 })).body).toHaveLength(1000);
  });

  test('headers of the request go to its own origin alone', async () => {
    const seen: IncomingHttpHeaders[] = [];
    await using other = await serve((request, response) => {
      seen.push(request.headers);
      response.end('there');
    });
    await using server = await serve((request, response) => {
      seen.push(request.headers);
      const location = request.url === '/one' ? '/two' : `${other.url}/three`;
      response.writeHead(307, { location }).end();
    });
    expect((await http.get(`${server.url}/one`, { headers: SECRET })).status).toBe(200);
    expect(seen.map(({ authorization }) => authorization)).toEqual(['Bearer secret', 'Bearer secret', undefined]);
    expect(seen[2]).not.toHaveProperty('x-other');
  });

  test('a redirect back gets them again only at the origin', async () => {
    const seen: (string | undefined)[] = [];
    let home = '';
    await using other = await serve((request, response) => {
      seen.push(request.headers.authorization);
      response.writeHead(302, { location: `${home}/end` }).end();
    });
    await using server = await serve((request, response) => {
      seen.push(request.headers.authorization);
      if (request.url === '/end') response.end();
      else response.writeHead(302, { location: other.url }).end();
    });
    home = server.url;
    await http.get(`${server.url}/start`, { headers: SECRET });
    expect(seen).toEqual(['Bearer secret', undefined, 'Bearer secret']);
  });
});

describe('the progress of a download', () => {
  test('is told every ten seconds, without credentials', () => {
    const messages: string[] = [];
    let now = 0;
    const timed: Clock = { now: () => new Date(now), sleep: async () => undefined };
    const onBytes = transferProgress('https://user:pa55@mirror.example/a?token=x', timed, recordingLog(messages));
    for (const [at, length] of [
      [3_000, 1e6],
      [9_999, 4e6],
      [10_000, 5e6],
      [15_000, 7e6],
      [20_500, 9.96e6],
    ] as const) {
      now = at;
      onBytes(length, at < 20_000 ? 50e6 : null);
    }
    expect(messages).toEqual([
      'info: https://mirror.example/a: 5.0 of 50.0 MB',
      'info: https://mirror.example/a: 10.0 MB',
    ]);
  });
});
