import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from '@jest/globals';
import { type ScanInput, ScanQueue } from '../../src/commands/scan-queue.ts';
import { prepareScanner, type Scan, type Scanner } from '../../src/commands/scanner.ts';
import { VerifyError } from '../../src/model/failure.ts';
import { loadSettings } from '../../src/settings/load.ts';
import { scan } from '../support/evidence.ts';
import { buildOciLayout } from '../support/image-builder/index.ts';
import { recordingLog, testHost } from '../support/test-host.ts';
import { CARELESS, scriptAsTrivy } from '../trivy/fixtures.ts';

const AMD64 = 'linux/amd64';
const FOUND: Scan = { evidence: scan(), problems: [] };
const FAILED: Scan = {
  evidence: null,
  problems: [{ kind: 'verify', code: 'trivy-x', message: 'x', advice: '' }],
  detail: 'what Trivy said',
};

interface TestQueue {
  readonly queue: ScanQueue;
  /** What Trivy was given, and ends of scans, in order. */
  readonly events: readonly string[];
  readonly messages: readonly string[];
}

/** @param answer of each scan, by what Trivy is given */
function queueWith(answer: (input: string, signal?: AbortSignal) => Promise<Scan>): TestQueue {
  const events: string[] = [];
  const messages: string[] = [];
  const run: Scanner['scan'] = async (input, _platform, _name, signal) => {
    events.push(`begins ${input}`);
    const found = await answer(input, signal);
    events.push(`ends ${input}`);
    return found;
  };
  const scanner: Scanner = { facts: null, problems: [], scan: run };
  const queue = new ScanQueue(
    async () => {
      events.push('made ready');
      return scanner;
    },
    { log: recordingLog(messages) },
  );
  return { queue, events, messages };
}

function input(trivyInput: string, rest: Partial<ScanInput> = {}): ScanInput {
  return { trivyInput, complete: null, name: 'app', platform: Promise.resolve(AMD64), ...rest };
}

/** As an image that cannot be read: somebody else has heard of it. */
function refused(): Promise<string> {
  const platform = Promise.reject(new VerifyError('image-damaged', 'damaged', ''));
  platform.catch(() => undefined);
  return platform;
}

test('one scan after the other, with a scanner that is made ready once, when it is first needed', async () => {
  const { queue, events } = queueWith(async () => FOUND);
  expect(events).toEqual([]);
  queue.start();
  queue.start();
  const scans = [queue.add(input('a')), queue.add(input('b'))];
  expect(await Promise.all(scans)).toEqual([FOUND, FOUND]);
  expect(events).toEqual(['made ready', 'begins a', 'ends a', 'begins b', 'ends b']);
});

test('a scan that fails is told with what Trivy said, and the next one goes on', async () => {
  const { queue, messages } = queueWith(async (what) => (what === 'a' ? FAILED : FOUND));
  expect(await Promise.all([queue.add(input('a')), queue.add(input('b'))])).toEqual([FAILED, FOUND]);
  expect(messages).toEqual(['info: what Trivy said']);
});

test('a scan that rejects hinders no other one', async () => {
  const { queue } = queueWith(async (what) => (what === 'a' ? Promise.reject(new TypeError('bug')) : FOUND));
  const first = queue.add(input('a'));
  first.catch(() => undefined);
  expect(await queue.add(input('b'))).toEqual(FOUND);
  await expect(first).rejects.toThrow(TypeError);
});

test('a scanner that cannot be made ready at all rejects for each image, and is asked once', async () => {
  let asked = 0;
  const queue = new ScanQueue(
    async () => {
      asked += 1;
      throw new TypeError('bug');
    },
    { log: recordingLog([]) },
  );
  queue.start();
  const all = await Promise.allSettled([queue.add(input('a')), queue.add(input('b')), queue.scanner()]);
  expect(all.map(({ status }) => status)).toEqual(['rejected', 'rejected', 'rejected']);
  expect(asked).toBe(1);
  await queue[Symbol.asyncDispose]();
});

test('layers that the scanner has not seen are given to it, and its first failure is no news', async () => {
  const { queue, events, messages } = queueWith(async (what) => (what === 'a' ? FAILED : FOUND));
  expect(await queue.add(input('a', { complete: async () => 'whole' }))).toEqual(FOUND);
  expect(events).toEqual(['made ready', 'begins a', 'ends a', 'begins whole', 'ends whole']);
  expect(messages).toEqual([]);
});

test('an image that has gone meanwhile is a problem of its subject', async () => {
  const { queue } = queueWith(async () => FAILED);
  const complete = async () => Promise.reject(new VerifyError('image-not-found', 'gone', 'x'));
  expect(await queue.add(input('a', { complete }))).toMatchObject({
    evidence: null,
    problems: [{ code: 'image-not-found' }],
  });
});

test('an image that cannot be read is not scanned when its turn comes', async () => {
  const { queue, events } = queueWith(async () => FOUND);
  const first = queue.add(input('a'));
  const second = queue.add(input('b', { platform: refused() }));
  expect(await first).toEqual(FOUND);
  expect(await second).toBeNull();
  expect(events).not.toContain('begins b');
});

test('an image that turns out not to be readable ends its scan, and is not taken out once more', async () => {
  const platform = Promise.withResolvers<string>();
  const { queue, events, messages } = queueWith(async (_input, signal) => {
    const ended = new Promise<void>((resolve) => signal?.addEventListener('abort', () => resolve()));
    platform.reject(new VerifyError('image-damaged', 'damaged', ''));
    await ended;
    return FAILED;
  });
  const complete = async () => {
    throw new Error('must not be asked for');
  };
  expect(await queue.add(input('a', { platform: platform.promise, complete }))).toBeNull();
  expect([events, messages]).toEqual([['made ready', 'begins a', 'ends a'], []]);
});

test('when it is disposed of, nothing is being made ready or scanned any more', async () => {
  const ready = Promise.withResolvers<void>();
  const ended: string[] = [];
  const scanner: Scanner = {
    facts: null,
    problems: [],
    scan: async (what) => {
      ended.push(what);
      return FOUND;
    },
  };
  const queue = new ScanQueue(
    async () => {
      await ready.promise;
      ended.push('made ready');
      return scanner;
    },
    { log: recordingLog([]) },
  );
  void queue.add(input('a'));
  const disposed = queue[Symbol.asyncDispose]();
  ready.resolve();
  await disposed;
  expect(ended).toEqual(['made ready', 'a']);
  await new ScanQueue(async () => scanner, { log: recordingLog([]) })[Symbol.asyncDispose]();
});

test('with a program that hangs: it is ended at once, and nothing of it stays', async () => {
  await using t = await testHost();
  const { path } = await scriptAsTrivy(
    t.folder,
    'if [ "$1" = image ]; then echo started >&2; exec sleep 300; fi\necho Version: 0.74.0',
  );
  const layout = join(t.folder, 'layout');
  await buildOciLayout({ tag: null, ...CARELESS }, layout);
  const platform = Promise.withResolvers<string>();
  const log = {
    ...t.host.log,
    debug: (message: string) => {
      if (message === 'trivy: started') platform.reject(new VerifyError('image-damaged', 'damaged', ''));
    },
  };
  const settings = loadSettings({ trivyPath: [path], scanners: ['secret'] });
  const began = Date.now();
  {
    await using queue = new ScanQueue(() => prepareScanner(settings, true, t.folder, { ...t.host, log }), { log });
    expect(await queue.add(input(layout, { platform: platform.promise }))).toBeNull();
  }
  expect(Date.now() - began).toBeLessThan(60_000);
  const left = await readdir(t.temp, { recursive: true });
  expect(left.filter((name) => name.includes('/'))).toEqual([]);
  expect(t.messages.filter((message) => !message.startsWith('debug'))).toEqual([]);
}, 90_000);
