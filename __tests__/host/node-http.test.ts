import { createHash } from 'node:crypto';
import { readFile, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { createHttp } from '../../src/host/node-http.ts';
import type { Clock } from '../../src/host/ports.ts';
import { closedServer } from '../support/closed-server.ts';
import { answers, startReleaseMirror } from '../support/release-mirror.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';
import { recordingLog } from '../support/test-host.ts';

/** Waits are counted, not waited for. */
function quickClock(slept: number[]): Clock {
  return {
    now: () => new Date(),
    sleep: async (ms) => {
      slept.push(ms);
    },
  };
}

const PATH = '/v1.2.3/trivy_1.2.3_Linux-64bit.tar.gz';

async function download(
  faults: Parameters<typeof startReleaseMirror>[1],
  limits: { timeoutMs?: number; maxBytes?: number } = {},
) {
  await using folder = await temporaryFolder();
  const archive = join(folder.path, 'archive');
  const file = join(folder.path, 'file');
  await writeFile(archive, 'the whole archive');
  await using mirror = await startReleaseMirror(archive, faults);
  const slept: number[] = [];
  const messages: string[] = [];
  const http = createHttp({ clock: quickClock(slept), log: recordingLog(messages) });
  const error = await http.download(`${mirror.url}${PATH}`, file, limits).then(
    () => null,
    (reason: unknown) => reason,
  );
  const content = await readFile(file, 'utf8').catch(() => null);
  return { error, content, slept, messages, requests: mirror.requests.length };
}

describe('a download', () => {
  test('comes whole at the first attempt', async () => {
    expect(await download([])).toMatchObject({ error: null, content: 'the whole archive', slept: [], requests: 1 });
  });

  test.each([
    ['500', answers.status(500)],
    ['503', answers.status(503)],
    ['408', answers.status(408)],
    ['429', answers.status(429)],
    ['a body that is cut', answers.cut],
    ['a connection that is closed', (_: unknown, response: { destroy(): void }) => response.destroy()],
  ])('comes at the second attempt after %s', async (_name, fault) => {
    const result = await download([fault as (typeof answers)['cut']]);
    expect(result).toMatchObject({ error: null, content: 'the whole archive', requests: 2 });
    expect(result.slept).toHaveLength(1);
  });

  test('waits as long as the server asks for', async () => {
    const { slept, error } = await download([answers.status(429, { 'retry-after': '17' })]);
    expect(error).toBeNull();
    expect(slept).toEqual([17_000]);
  });

  test('does not wait for an hour', async () => {
    const { error, requests, slept } = await download([answers.status(503, { 'retry-after': '3600' })]);
    expect(error).toMatchObject({ name: 'HttpError', status: 503 });
    expect({ requests, slept }).toEqual({ requests: 1, slept: [] });
  });

  test.each([400, 401, 403, 404, 410])('gives up at once on %d', async (status) => {
    const { error, requests, content } = await download([answers.status(status)]);
    expect(error).toMatchObject({ name: 'HttpError', status });
    expect({ requests, content }).toEqual({ requests: 1, content: null });
  });

  test('gives up after four attempts, each later than the one before', async () => {
    const { error, requests, slept, content } = await download(Array(9).fill(answers.status(500)));
    expect(error).toMatchObject({ status: 500 });
    expect({ requests, content }).toEqual({ requests: 4, content: null });
    expect(slept.toSorted((a, b) => a - b)).toEqual(slept);
  });

  test('never follows redirects for ever', async () => {
    const { error, requests } = await download(Array(50).fill(answers.redirectToItself));
    expect(error).toMatchObject({ name: 'HttpError', status: 302 });
    expect(requests).toBe(6);
  });

  test('follows a relative redirect', async () => {
    const { error, content } = await download([answers.redirect('/releases/v9.9.9/trivy_9.9.9_Linux-64bit.tar.gz')]);
    expect({ error, content }).toEqual({ error: null, content: 'the whole archive' });
  });

  test.each(['file:///etc/passwd', 'ftp://127.0.0.1/x', 'http://['])('follows no redirect to %s', async (location) => {
    const { error, content } = await download([answers.redirect(location)]);
    expect(error).toMatchObject({ name: 'HttpError', status: 302 });
    expect(content).toBeNull();
  });

  test.each([
    ['drips', answers.drip],
    ['is silent', answers.silence],
  ])('ends in time when the server %s', async (_name, fault) => {
    const { error, content } = await download([fault], { timeoutMs: 300 });
    expect(String(error)).toMatch(/no whole answer within 1 s|timeout/i);
    expect(content).toBeNull();
  });

  test('is not larger than allowed', async () => {
    const { error, content, requests } = await download([], { maxBytes: 5 });
    expect(error).toMatchObject({ code: 'EFBIG' });
    expect({ content, requests }).toEqual({ content: null, requests: 1 });
  });

  test('a refused connection is an error with its code', async () => {
    await using folder = await temporaryFolder();
    const http = createHttp({ clock: quickClock([]), log: recordingLog([]) });
    const file = join(folder.path, 'file');
    await expect(http.download(`${await closedServer()}/x`, file)).rejects.toMatchObject({ code: 'ECONNREFUSED' });
    expect(await stat(file).catch(() => null)).toBeNull();
  });

  test('an older file is not touched', async () => {
    await using folder = await temporaryFolder();
    const file = join(folder.path, 'file');
    await writeFile(file, 'older');
    await using mirror = await startReleaseMirror(file);
    const http = createHttp({ clock: quickClock([]), log: recordingLog([]), waits: [] });
    await expect(http.download(`${mirror.url}${PATH}`, file)).rejects.toMatchObject({ code: 'EEXIST' });
    expect(
      createHash('sha1')
        .update(await readFile(file))
        .digest('hex'),
    ).toBe(createHash('sha1').update('older').digest('hex'));
  });

  test('says no user name and password of a mirror', async () => {
    await using folder = await temporaryFolder();
    await writeFile(join(folder.path, 'archive'), 'x');
    await using mirror = await startReleaseMirror(join(folder.path, 'archive'), [answers.status(500)]);
    const messages: string[] = [];
    const http = createHttp({ clock: quickClock([]), log: recordingLog(messages) });
    const url = `${mirror.url}${PATH}`.replace('http://', 'http://user:pa55@');
    await http.download(url, join(folder.path, 'file'));
    expect(messages).toHaveLength(1);
    expect(messages.join()).not.toContain('pa55');
  });
});
