import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { blindTrivy, emptyDatabase, evidenceOf, forgery } from '../support/history/forgeries.ts';
import { mergeGroup, pullRequest, push } from '../support/history/occasions.ts';
import * as server from '../support/history/server.ts';
import { OPENSSL, POLICY, WORKFLOW, WS } from '../support/history/server.ts';
import {
  AFTER,
  BEFORE,
  type Changes,
  FAIL,
  failing,
  INPUTS,
  NO_GRACE,
  noticesOf,
  outcome,
  PASS,
  SAME,
  type Story,
  startStory,
  type Texts,
} from '../support/history/story.ts';
import { describeIf } from '../support/requires.ts';

let story: Story;

const describeWithGo = await describeIf('go');

describeWithGo('a pull request gains nothing by', () => {
  beforeAll(async () => {
    story = await startStory();
  }, 300_000);
  afterAll(async () => {
    await story?.[Symbol.asyncDispose]();
  });

  const WAIVED = `${NO_GRACE}waivers: [{ ids: [${WS}, ${OPENSSL}], reason: trust me, expires: 2026-02-28 }]\n`;
  const VEX = JSON.stringify({
    '@context': 'https://openvex.dev/ns/v0.2.0',
    '@id': 'https://example.com/vex',
    author: 'eve',
    timestamp: '2026-01-27T00:00:00Z',
    version: 1,
    statements: [WS, OPENSSL].map((name) => ({
      vulnerability: { name },
      products: [{ '@id': 'pkg:npm/ws' }, { '@id': 'pkg:apk/alpine/libssl3' }, { '@id': 'pkg:apk/alpine/libcrypto3' }],
      status: 'not_affected',
      justification: 'vulnerable_code_not_in_execute_path',
    })),
  });
  const changed = /^ignored-on-pull-request: \.github\/image-gate\.yml is changed: that takes effect once it is merged/;
  const ignored = (input: string): RegExp => new RegExp(`^ignored-on-pull-request: ${input}: .* is ignored`);
  const given = (more: Texts, env?: Texts): Texts => ({ [WORKFLOW]: server.workflow({ ...INPUTS, ...more }, env) });

  interface Attack {
    readonly by: string;
    readonly writes: () => Changes | Promise<Changes>;
    readonly said: RegExp;
    /** By default the new package. */
    readonly hides?: 'root';
    /** What becomes of it once it is merged, by default: it works. */
    readonly merged?: object;
  }

  const ATTACKS: readonly Attack[] = [
    {
      by: 'a rule switched off',
      writes: () => ({ [POLICY]: `${NO_GRACE}rules: { user-non-root: off }\nfail-on: { base: never }\n` }),
      said: changed,
      hides: 'root',
    },
    {
      by: 'a higher threshold in the policy',
      writes: () => ({ [POLICY]: `${NO_GRACE}fail-on: critical\n` }),
      said: changed,
    },
    { by: 'a waiver', writes: () => ({ [POLICY]: WAIVED }), said: changed },
    { by: 'a period of grace', writes: () => ({ [POLICY]: 'grace: { high: 9000d }\n' }), said: changed },
    {
      by: 'no policy',
      writes: () => ({ 'lax.yml': WAIVED, ...given({ policy: 'lax.yml' }) }),
      said: ignored('policy'),
    },
    {
      by: 'an ignore file',
      writes: () => ({ '.trivyignore': `${WS}\n${OPENSSL}\n` }),
      said: /\.trivyignore is new: /,
    },
    {
      by: 'a VEX document',
      writes: () => ({ 'vex.json': VEX, [POLICY]: `${NO_GRACE}vex: [vex.json]\n` }),
      said: changed,
    },
    { by: 'a higher threshold as input', writes: () => given({ 'fail-on': 'critical' }), said: ignored('fail-on') },
    { by: 'a variable', writes: () => given({}, { IMAGE_GATE_FAIL_ON: 'critical' }), said: ignored('fail-on') },
    {
      by: 'mode report',
      writes: () => given({ mode: 'report' }),
      said: ignored('mode'),
      merged: { code: 0, verdict: 'fail' },
    },
    { by: 'no scanners', writes: () => given({ scanners: 'none' }), said: ignored('scanners') },
    {
      by: 'a Trivy of its own',
      writes: async () => given({ 'trivy-path': await blindTrivy(story) }),
      said: ignored('trivy-path'),
    },
    {
      by: 'a cache of databases of its own',
      writes: async () => ({ ...(await emptyDatabase(story)), ...given({ 'trivy-cache-dir': 'planted' }) }),
      said: ignored('trivy-cache-dir'),
    },
    {
      by: 'evidence of its own',
      writes: async () => ({ 'planted.json': (await evidenceOf(story)).text, ...given({ baseline: 'planted.json' }) }),
      said: ignored('baseline'),
    },
  ];

  test.each(ATTACKS)(
    '$by',
    async ({ writes, said, hides, merged = PASS }) => {
      const change = { ...(hides === 'root' ? server.withRoot(story.files) : story.vulnerable()), ...(await writes()) };
      const attack = await story.pull(change);
      const ran = await story.run(pullRequest(attack), AFTER);
      expect(outcome(ran)).toEqual({ ...FAIL, ...SAME, new: '1' });
      expect(failing(ran)).toEqual([hides === 'root' ? 'user-non-root' : WS]);
      expect(noticesOf(ran)).toContainEqual(expect.stringMatching(said));
      // The same in the merge queue, where the workflow file is the change's own as well.
      expect(failing(await story.run(mergeGroup(attack), AFTER))).toEqual(failing(ran));
      // It would have worked: on main, where somebody has approved of it, all of it counts.
      expect(outcome(await story.run(push(attack.merge), AFTER))).toMatchObject(merged);
    },
    60_000,
  );

  test.each([
    {
      by: 'a higher threshold',
      asks: { 'fail-on': 'high' },
      said: /^ignored-on-pull-request: fail-on: high is ignored/,
    },
    { by: 'none', asks: {}, said: /^ignored-on-pull-request: fail-on is no longer given/ },
  ])(
    '$by where the workflow on main had a lower one',
    async ({ asks, said }) => {
      const strict = await story.origin.commit(story.main, given({ 'fail-on': 'medium' }));
      const attack = await story.pull({ ...server.withPackage(story.files, 'tar', '7.5.1'), ...given(asks) }, strict);
      const ran = await story.run(pullRequest(attack), AFTER);
      expect([outcome(ran), failing(ran)]).toEqual([{ ...FAIL, ...SAME, new: '1' }, ['CVE-2025-64118']]);
      expect(noticesOf(ran)).toEqual([expect.stringMatching(said)]);
      expect(outcome(await story.run(push(attack.merge), BEFORE))).toMatchObject(PASS);
    },
    60_000,
  );

  test.each([
    { by: 'its own run', forged: { event: 'pull_request', headBranch: 'change', own: true } },
    { by: 'its own run on a branch called main', forged: { event: 'pull_request', headBranch: 'main' } },
    { by: 'a run of pull_request_target', forged: { event: 'pull_request_target' } },
    { by: 'a run after its own', forged: { event: 'workflow_run' } },
    { by: 'a run started by hand', forged: { event: 'workflow_dispatch' } },
    { by: 'a push to main of a fork', forged: { headRepository: 'eve/mcp' } },
    { by: 'a push to main of its own commit', forged: { own: true } },
    { by: 'a push of another commit to main', forged: { says: 'f'.repeat(40) } },
  ])(
    'evidence kept by $by',
    async ({ forged }) => {
      // No run has kept anything of this base itself.
      const attack = await story.pull(
        story.vulnerable(),
        await story.origin.commit(story.main, { 'README.md': 'A server.\n' }),
      );
      const { own = false, says, ...kept } = { says: null, ...forged };
      const commit = own ? attack.head : story.main;
      const planted = await forgery(story, commit, says ?? commit);
      const ran = await story.run(pullRequest(attack), AFTER, {
        kept: [{ ...planted, ...kept }, ...story.pushed.kept],
      });
      expect([outcome(ran), failing(ran)]).toEqual([{ ...FAIL, ...SAME, new: '1' }, [WS]]);
    },
    60_000,
  );

  test('unless a push to main itself kept it', async () => {
    const kept = [await forgery(story, story.main, story.main), ...story.pushed.kept];
    const ran = await story.run(pullRequest(await story.pull(story.vulnerable())), AFTER, { kept });
    expect(outcome(ran)).toEqual({ ...PASS, ...SAME });
  }, 60_000);
});
