import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { expect, test } from '@jest/globals';
import { createGitHubApi } from '../../src/host/github-api.ts';
import { closedServer } from '../support/closed-server.ts';
import { answers, SARIF_ID } from '../support/fake-github/answers.ts';
import { startFakeGitHub } from '../support/fake-github/server.ts';

const STATUS = `/repos/acme/mcp/code-scanning/sarifs/${SARIF_ID}`;

test('any status is an answer', async () => {
  await using github = await startFakeGitHub({
    tls: false,
    token: 'secret',
    script: { status: [answers.complete, answers.rateLimit({ 'retry-after': '7' }), answers.unavailable] },
  });
  const api = createGitHubApi('secret', github.apiUrl);
  expect(await api.request('GET', STATUS)).toEqual({ status: 200, body: answers.complete.body });
  expect(await api.request('GET', STATUS)).toMatchObject({ status: 403, retryAfterMs: 7_000 });
  expect(await api.request('GET', STATUS)).toEqual({ status: 503, body: answers.unavailable.body });
  expect(github.violations).toEqual([]);
  // Who asks, and not with what browser: GitHub wants to know.
  expect(github.requests[0]?.headers['authorization']).toBe('token secret');
});

test('the fake sees what GitHub would not understand', async () => {
  await using github = await startFakeGitHub({ tls: false, token: 'secret' });
  const api = createGitHubApi('secret', github.apiUrl);
  expect((await api.request('GET', '/user')).status).toBe(422);
  const body = { commit_sha: 'x', ref: 'main', sarif: '', category: 'y' };
  expect((await api.request('POST', '/repos/acme/mcp/code-scanning/sarifs', body)).status).toBe(422);
  expect(github.violations).toEqual([
    'no such operation: GET /user',
    expect.stringContaining('body must NOT have additional properties'),
    expect.stringContaining('body/commit_sha must NOT have fewer than 40 characters'),
    expect.stringContaining('body/commit_sha must match pattern'),
    expect.stringContaining('body/ref must match pattern'),
  ]);
  expect(github.uploads).toEqual([]);
});

test.each(['//evil.example/x', '@evil.example/x', 'repos', '/repos/{owner}/x', '/repos/:owner'])(
  'the path %s leads nowhere',
  async (path) => {
    const api = createGitHubApi('secret', 'http://127.0.0.1:1');
    await expect(api.request('GET', path)).rejects.toThrow('not a path of the API');
  },
);

test('a redirect is an answer: neither token nor report goes to another server', async () => {
  await using other = await startFakeGitHub({ tls: false, token: 'secret' });
  await using github = await startFakeGitHub({
    tls: false,
    token: 'secret',
    script: { status: [{ status: 307, body: null, headers: { location: `${other.apiUrl}${STATUS}` } }] },
  });
  const answer = await createGitHubApi('secret', github.apiUrl).request('GET', STATUS);
  expect(answer.status).toBe(307);
  expect(other.requests).toEqual([]);
});

test('no answer is a rejection that does not carry the request', async () => {
  const api = createGitHubApi('secret', await closedServer());
  const error: unknown = await api.request('POST', '/x', { sarif: 'report' }).catch((reason: unknown) => reason);
  expect(error).toBeInstanceOf(Error);
  expect(JSON.stringify(error, Object.getOwnPropertyNames(error))).not.toMatch(/secret|report/);
});

test('an Enterprise Server with an own certificate authority', async () => {
  await using github = await startFakeGitHub({ tls: true, token: 'secret' });
  const module = join(import.meta.dirname, '../../src/host/github-api.ts');
  const program = `
    const { createGitHubApi } = await import(${JSON.stringify(module)});
    const answer = await createGitHubApi('secret', ${JSON.stringify(github.apiUrl)}).request('GET', ${JSON.stringify(STATUS)});
    console.log(answer.status);`;
  const env = { PATH: process.env['PATH'] ?? '', NODE_EXTRA_CA_CERTS: github.caFile };
  const { stdout } = await promisify(execFile)(process.execPath, ['--input-type=module', '-e', program], { env });
  expect(stdout.trim()).toBe('200');
});
