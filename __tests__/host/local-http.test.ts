import { once } from 'node:events';
import { createServer, type Server, type Socket } from 'node:net';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { localHttp } from '../../src/host/local-http.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

interface Listener extends AsyncDisposable {
  readonly path: string;
  /** All that clients have said. */
  readonly heard: readonly string[];
}

/** A server behind a socket file that answers each connection's first bytes in its own way. */
async function listener(answer: (client: Socket) => void): Promise<Listener> {
  const folder = await temporaryFolder('local-http');
  const path = join(folder.path, 'engine.sock');
  const heard: string[] = [];
  const clients = new Set<Socket>();
  const server: Server = createServer({ allowHalfOpen: true }, (client) => {
    clients.add(client);
    client.on('error', () => undefined);
    client.once('data', (data) => {
      heard.push(data.toString('latin1'));
      answer(client);
    });
  });
  server.listen(path);
  await once(server, 'listening');
  return {
    path,
    heard,
    [Symbol.asyncDispose]: async () => {
      for (const client of clients) client.destroy();
      server.close();
      await folder[Symbol.asyncDispose]();
    },
  };
}

const HEAD = 'HTTP/1.0 200 OK\r\nContent-Type: application/x-tar\r\n\r\n';

async function bodyOf(body: AsyncIterable<Uint8Array>): Promise<Buffer> {
  const pieces: Buffer[] = [];
  for await (const piece of body) pieces.push(Buffer.from(piece));
  return Buffer.concat(pieces);
}

function ask(path: string, timeoutMs = 5000, onAsked?: () => void) {
  return localHttp.get(path, '/images/get?names=a', { timeoutMs, onAsked }, async ({ status, body }) => ({
    status,
    body: await bodyOf(body),
  }));
}

describe('HTTP over a socket of this machine', () => {
  test('asks once, in HTTP/1.0, and says when', async () => {
    await using server = await listener((client) => client.end(`${HEAD}hello`));
    let asked = 0;
    const answer = await ask(server.path, 5000, () => {
      asked += 1;
    });
    expect([answer.status, answer.body.toString(), asked]).toEqual([200, 'hello', 1]);
    expect(server.heard).toEqual(['GET /images/get?names=a HTTP/1.0\r\nHost: localhost\r\n\r\n']);
  });

  test('gives a large answer as it is, whatever pieces it comes in, to a reader that takes its time', async () => {
    const large = Buffer.alloc(20_000_003, 0);
    for (let index = 0; index < large.length; index += 4) large.writeUInt32LE(index, Math.min(index, large.length - 4));
    await using server = await listener((client) => {
      client.write(HEAD.slice(0, 7));
      setTimeout(() => {
        client.write(`${HEAD.slice(7)}`);
        client.end(large);
      }, 20);
    });
    const pieces: Buffer[] = [];
    await localHttp.get(server.path, '/', { timeoutMs: 5000 }, async ({ body }) => {
      for await (const piece of body) {
        if (pieces.length % 16 === 0) await new Promise((resolve) => setTimeout(resolve, 2));
        pieces.push(Buffer.from(piece));
      }
    });
    expect(Buffer.concat(pieces).equals(large)).toBe(true);
  });

  test('reads nothing that is not asked for', async () => {
    let sent = 0;
    await using server = await listener((client) => {
      const piece = Buffer.alloc(1024 * 1024);
      client.write(HEAD);
      const more = (): void => {
        sent += piece.length;
        client.write(piece, () => {
          if (sent < 500 * piece.length) more();
        });
      };
      more();
    });
    await localHttp.get(server.path, '/', { timeoutMs: 5000 }, async ({ body }) => {
      for await (const piece of body) {
        expect(piece.length).toBeGreaterThan(0);
        await new Promise((resolve) => setTimeout(resolve, 200));
        break;
      }
    });
    expect(sent).toBeLessThan(20 * 1024 * 1024);
  });

  test('what ends early is given as far as it came: HTTP/1.0 does not tell', async () => {
    await using server = await listener((client) => client.write(`${HEAD}abc`, () => client.destroy()));
    expect((await ask(server.path)).body.toString()).toBe('abc');
  });

  test('any status is an answer', async () => {
    await using server = await listener((client) => client.end('HTTP/1.1 404 Not Found\r\n\r\n{"message":"no"}'));
    expect(await ask(server.path)).toMatchObject({ status: 404 });
  });

  test.each<readonly [string, (client: Socket) => void]>([
    ['no answer at all', (client) => client.end()],
    ['half of a head', (client) => client.end('HTTP/1.0 200 OK\r\nContent')],
    ['another protocol', (client) => client.end('+OK ready\r\n\r\n')],
    ['a head without an end', (client) => client.end(`HTTP/1.0 200 OK\r\n${'x'.repeat(2_000_000)}`)],
    ['silence', () => undefined],
    ['silence in the middle', (client) => client.write(`${HEAD}abc`)],
  ])('%s is no answer', async (_what, answer) => {
    await using server = await listener(answer);
    await expect(ask(server.path, 300)).rejects.toMatchObject({ name: 'LocalHttpError' });
  });

  test('a socket where nobody listens is no answer', async () => {
    await using folder = await temporaryFolder('local-http');
    let asked = 0;
    const count = (): void => {
      asked += 1;
    };
    await expect(ask(join(folder.path, 'no.sock'), 300, count)).rejects.toMatchObject({ name: 'LocalHttpError' });
    expect(asked).toBe(0);
  });

  test('ends the connection when the reader fails, and says what it said', async () => {
    const closed = Promise.withResolvers<void>();
    await using server = await listener((client) => {
      client.once('end', () => closed.resolve());
      client.write(`${HEAD}abc`);
    });
    const failing = localHttp.get(server.path, '/', { timeoutMs: 5000 }, async ({ body }) => {
      for await (const _ of body) throw new Error('enough');
    });
    await expect(failing).rejects.toThrow('enough');
    await closed.promise;
  });
});
