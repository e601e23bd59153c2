import { expect, test } from '@jest/globals';
import { strToU8, zipSync } from 'fflate';
import { findBaseline } from '../../src/commands/stored-baseline.ts';
import { encodeEvidence } from '../../src/evidence/stored/encode.ts';
import { readGitHubContext } from '../../src/github/event.ts';
import { createGitHubApi } from '../../src/host/github-api.ts';
import { env, PUSH, pullRequestEvent, SHA } from '../github/context.ts';
import { image, scan } from '../support/evidence.ts';
import { startFakeGitHub } from '../support/fake-github/server.ts';
import { startStorage } from '../support/storage.ts';
import { testHost } from '../support/test-host.ts';

const nothing = async (): Promise<null> => null;

function stored(commit: string): Uint8Array {
  const images = [
    {
      subject: { name: 'app', image: 'app:ci', dockerfile: null, platform: null },
      image: image(),
      scan: scan(),
      faults: [],
      sbom: '{"bomFormat":"CycloneDX","specVersion":"1.7"}',
    },
  ];
  const facts = { createdAt: '2026-11-23T09:00:00.000Z', repository: 'acme/mcp', commit, scanners: [] };
  return zipSync({ 'evidence.json': strToU8(encodeEvidence(images, facts) ?? '') });
}

test("a pull request finds what the default branch's run has kept", async () => {
  await using t = await testHost();
  await using storage = await startStorage({ '/good': stored(SHA), '/other': stored('c'.repeat(40)) });
  const artifact = { id: 1, name: 'image-gate-evidence-image-gate', headSha: SHA };
  const query = async (location: string) => {
    await using github = await startFakeGitHub({
      tls: false,
      token: 'secret',
      artifacts: { all: [{ ...artifact, location: `${storage.origin}${location}` }] },
    });
    const pull = { ...PUSH, GITHUB_EVENT_NAME: 'pull_request', GITHUB_API_URL: github.apiUrl };
    const context = readGitHubContext(env(pull), pullRequestEvent('acme/mcp'));
    const api = createGitHubApi('secret', github.apiUrl);
    const found = await findBaseline({ context, category: 'image-gate', baseCommit: SHA, api, git: nothing }, t.host);
    expect(github.violations).toEqual([]);
    return found;
  };
  expect(await query('/good')).toMatchObject({ kind: 'found', commit: SHA, evidence: { subjects: [{ name: 'app' }] } });
  expect(await query('/other')).toEqual({
    kind: 'none',
    reason: 'of commit aaaaaaa, its evidence cannot be used: it is of another commit or repository than its run',
  });
});

test('without a token or the name of the branch nothing is asked', async () => {
  await using t = await testHost();
  const query = { category: 'image-gate', baseCommit: SHA, git: nothing };
  const context = readGitHubContext(env(PUSH), pullRequestEvent('acme/mcp'));
  expect(await findBaseline({ ...query, context, api: null }, t.host)).toEqual({
    kind: 'none',
    reason: 'there is no token to look for it with',
  });
  const api = { request: async (): Promise<never> => Promise.reject(new Error('asked')) };
  expect(await findBaseline({ ...query, context: readGitHubContext(env(PUSH), '{}'), api }, t.host)).toEqual({
    kind: 'none',
    reason: 'the event does not name the default branch',
  });
});
