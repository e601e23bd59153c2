import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import type { Sboms } from '../../src/commands/scanner.ts';
import { evidenceText, keepsBaseline, storeBaseline } from '../../src/commands/store-baseline.ts';
import { decodeEvidence } from '../../src/evidence/stored/decode.ts';
import { readGitHubContext } from '../../src/github/event.ts';
import type { Artifacts, ArtifactUpload } from '../../src/host/ports.ts';
import { env, PUSH } from '../github/context.ts';
import { aCase, PROBLEM } from '../support/cases.ts';
import { evidence, image, scan } from '../support/evidence.ts';
import { testHost } from '../support/test-host.ts';

const FACTS = {
  createdAt: '2026-11-23T09:00:00.000Z',
  repository: 'acme/mcp',
  commit: null,
  scanners: ['vuln'],
} as const;
const SBOMS: Sboms = {
  make: async (file, kind) => JSON.stringify({ bomFormat: 'CycloneDX', specVersion: '1.7', from: file, kind }),
  scan: null,
};
const whole = aCase({ evidence: evidence({ image: image(), scan: scan() }) });

describe('what is kept', () => {
  test('images that were judged whole, with packages in CycloneDX', async () => {
    const text = await evidenceText([whole], new Map([['app', '/packages']]), SBOMS, FACTS);
    expect(decodeEvidence(text ?? '')).toMatchObject({
      evidence: { subjects: [{ name: 'app', sbom: { from: '/packages', kind: 'cyclonedx' } }] },
    });
  });

  test.each([
    ['a Dockerfile alone', aCase(), 'app'],
    ['an image that was not scanned', aCase({ evidence: evidence({ image: image() }) }), 'app'],
    ['an image with a problem', { ...whole, problems: [PROBLEM] }, 'app'],
    ['an image whose packages were not kept', whole, 'other'],
  ])('not %s', async (_what, one, key) => {
    expect(await evidenceText([one], new Map([[key, '/packages']]), SBOMS, FACTS)).toBeNull();
    const both = [one, { ...whole, subject: { ...whole.subject, name: 'good' } }];
    const text = await evidenceText(
      both,
      new Map([
        [key, '/p'],
        ['good', '/g'],
      ]),
      SBOMS,
      FACTS,
    );
    expect(decodeEvidence(text ?? '')).toMatchObject({ evidence: { subjects: [{ name: 'good' }] } });
  });
});

describe('which runs keep it', () => {
  const PASS = { verdict: 'pass' } as const;
  const context = (variables: Record<string, string>, event: string) =>
    readGitHubContext(env({ ...PUSH, ...variables }), event);
  const MAIN = '{"repository":{"default_branch":"main"}}';
  const AUTO = { storeBaseline: 'auto' } as const;

  test('a push to the default branch, also when the policy said no', () => {
    expect(keepsBaseline(AUTO, context({}, MAIN), PASS)).toEqual({ keeps: true });
    expect(keepsBaseline(AUTO, context({}, MAIN), { verdict: 'fail' })).toEqual({ keeps: true });
  });

  test.each([
    ['another branch', { GITHUB_REF: 'refs/heads/change' }, MAIN, 'this run is not for main'],
    ['a tag', { GITHUB_REF: 'refs/tags/main' }, MAIN, 'this run is not for main'],
    ['a pull request', { GITHUB_EVENT_NAME: 'pull_request' }, MAIN, 'this run is for pull_request, not for a push'],
    ['a schedule', { GITHUB_EVENT_NAME: 'schedule' }, MAIN, 'this run is for schedule, not for a push'],
    ['by hand', { GITHUB_EVENT_NAME: 'workflow_dispatch' }, MAIN, 'this run is for workflow_dispatch, not for a push'],
    ['an event without the branch', {}, '{}', 'the event does not name the default branch'],
  ])('%s does not', (_what, variables, event, reason) => {
    expect(keepsBaseline(AUTO, context(variables, event), PASS)).toEqual({ keeps: false, reason });
  });

  test('neither an error nor one that is not to', () => {
    expect(keepsBaseline(AUTO, context({}, MAIN), { verdict: 'error' })).toMatchObject({ keeps: false });
    expect(keepsBaseline({ storeBaseline: 'never' }, context({}, MAIN), PASS)).toMatchObject({ keeps: false });
  });
});

describe('keeping it', () => {
  test.each<[ArtifactUpload, RegExp]>([
    [{ kind: 'uploaded', id: 1, bytes: 7 }, /^info: .*kept as artifact image-gate-evidence-image-gate \(7 bytes\)\.$/],
    [{ kind: 'unavailable' }, /^debug: /],
    [{ kind: 'refused', message: 'conflict' }, /^notice: .*: conflict\. .*sarif-category/],
  ])('%p is told and decides nothing', async (outcome, message) => {
    await using t = await testHost();
    const seen: string[] = [];
    const artifacts: Artifacts = {
      upload: async (name, file) => {
        seen.push(name, basename(file), await readFile(file, 'utf8'));
        return outcome;
      },
    };
    await storeBaseline('the text', 'image-gate', artifacts, t.host);
    expect(seen).toEqual(['image-gate-evidence-image-gate', 'evidence.json', 'the text']);
    expect(t.messages).toEqual([expect.stringMatching(message)]);
  });
});
