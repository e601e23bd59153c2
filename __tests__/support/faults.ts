import { gzipSync } from 'node:zlib';
import { createHttp } from '../../src/host/node-http.ts';
import type { Host } from '../../src/host/ports.ts';
import { type Answer, answers } from './release-mirror.ts';

/** Something that goes wrong once; then the server is well again. */
export interface TemporaryFault {
  readonly name: string;
  readonly answer: Answer;
  /** How long to wait before the next attempt, in milliseconds. */
  readonly wait: readonly [atLeast: number, atMost: number];
}

/** Something that stays wrong. */
export interface LastingFault {
  readonly name: string;
  readonly answer: Answer;
  /** How often it is worth asking. */
  readonly attempts: number;
}

/** The first planned wait of a second, give or take a quarter. */
const ONE: readonly [number, number] = [750, 1250];

/** Announces more than comes, and ends the connection after so many bytes. */
function cutAfter(bytes: number, announced: number | null): Answer {
  return (_request, response) => {
    response.writeHead(200, announced === null ? {} : { 'content-length': announced });
    if (bytes === 0) {
      response.flushHeaders();
      setImmediate(() => response.destroy());
      return;
    }
    response.write(Buffer.alloc(bytes, '#'), () => setImmediate(() => response.destroy()));
  };
}

function refusal(status: number, body: string): Answer {
  return (_request, response) => {
    response.writeHead(status, { 'content-type': 'application/json' }).end(body);
  };
}

const TOO_MANY = (wait: string): string =>
  JSON.stringify({ errors: [{ code: 'TOOMANYREQUESTS', message: `retry-after: ${wait}, allowed: 44000/minute` }] });

export const TEMPORARY_FAULTS: readonly TemporaryFault[] = [
  ...[408, 429, 500, 502, 503, 504].map((status) => ({ name: `${status}`, answer: answers.status(status), wait: ONE })),
  { name: '429 with a wait of 7 s', answer: answers.status(429, { 'retry-after': '7' }), wait: [7_000, 7_000] },
  { name: '503 with a wait of no time', answer: answers.status(503, { 'retry-after': '0' }), wait: [0, 0] },
  { name: '429 that speaks of 4.5 s', answer: refusal(429, TOO_MANY('4.5s')), wait: [4_500, 4_500] },
  { name: '429 that speaks of microseconds', answer: refusal(429, TOO_MANY('35.852µs')), wait: ONE },
  {
    name: 'the connection closed without an answer',
    answer: (_request, response) => {
      response.destroy();
    },
    wait: ONE,
  },
  {
    name: 'the connection reset',
    answer: (request) => {
      request.socket.resetAndDestroy();
    },
    wait: ONE,
  },
  { name: 'a cut after the headers', answer: cutAfter(0, 1000), wait: ONE },
  { name: 'a cut after one byte', answer: cutAfter(1, 1000), wait: ONE },
  { name: 'a cut in the middle', answer: cutAfter(500, 1000), wait: ONE },
  { name: 'a cut before the last byte', answer: cutAfter(999, 1000), wait: ONE },
  { name: 'a cut of a body without a length', answer: cutAfter(500, null), wait: ONE },
  {
    name: 'an answer that is no HTTP',
    answer: (request) => {
      request.socket.end('SSH-2.0-OpenSSH_9.2\r\n');
    },
    wait: ONE,
  },
];

export const LASTING_FAULTS: readonly LastingFault[] = [
  ...[400, 401, 403, 404, 410, 418, 451].map((status) => ({
    name: `${status}`,
    answer: answers.status(status),
    attempts: 1,
  })),
  { name: '429 without end', answer: answers.status(429), attempts: 4 },
  { name: '500 without end', answer: answers.status(500), attempts: 4 },
  { name: '503 without end', answer: answers.status(503), attempts: 4 },
  { name: '503 with a wait of an hour', answer: answers.status(503, { 'retry-after': '3600' }), attempts: 1 },
  { name: '429 that speaks of an hour', answer: refusal(429, TOO_MANY('1h0m0s')), attempts: 1 },
  { name: 'a redirect to itself', answer: answers.redirectToItself, attempts: 6 },
  { name: 'a redirect to a file', answer: answers.redirect('file:///etc/passwd'), attempts: 1 },
  { name: 'a redirect to nowhere', answer: answers.redirect('http://['), attempts: 1 },
  { name: 'a cut each time', answer: cutAfter(500, 1000), attempts: 4 },
  { name: 'a page instead of a file', answer: answers.bytes(Buffer.from('<html>Log in</html>')), attempts: 0 },
  { name: 'nothing at all', answer: answers.bytes(Buffer.alloc(0)), attempts: 0 },
  {
    name: 'a body that was compressed on the way',
    answer: (_request, response) => {
      const bomb = gzipSync(Buffer.alloc(10_000_000));
      response.writeHead(200, { 'content-encoding': 'gzip', 'content-length': bomb.length }).end(bomb);
    },
    attempts: 0,
  },
];

/** What never ends: only the time limit helps. */
export const ENDLESS_FAULTS: readonly { readonly name: string; readonly answer: Answer }[] = [
  { name: 'a slow drip', answer: answers.drip },
  { name: 'silence', answer: answers.silence },
  {
    name: 'headers that never end',
    answer: (request) => {
      const { socket } = request;
      socket.write('HTTP/1.1 200 OK\r\n');
      const timer = setInterval(() => socket.write('x-more: x\r\n'), 10);
      socket.on('close', () => clearInterval(timer));
    },
  },
];

/** The host on a clock that jumps over waits, and what it has waited. */
export function hurried(host: Host): { readonly host: Host; readonly slept: readonly number[] } {
  const slept: number[] = [];
  const clock = {
    now: () => new Date(Date.now() + slept.reduce((sum, ms) => sum + ms, 0)),
    sleep: async (ms: number) => {
      slept.push(ms);
    },
  };
  return { host: { ...host, clock, http: createHttp({ clock, log: host.log }) }, slept };
}
